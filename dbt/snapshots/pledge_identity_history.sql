{% snapshot pledge_identity_history %}
    {{ config(target_schema='history', unique_key='pledge_report_id', strategy='check', check_cols=['pledge_id']) }}
    select r.pledge_report_id, r.pledge_id, r.article_id, r.start_char
    from {{ ref('pledge_reports') }} as r
    where r.pledge_report_id in {{ touched_events('pledge_report_id', 'int_pledge_identities') }}
{% endsnapshot %}
