{% snapshot pledge_identity_history %}
    {{ config(target_schema='history', unique_key='pledge_report_id', strategy='check', check_cols=['pledge_id']) }}
    select pledge_report_id, pledge_id from {{ ref('int_pledge_identities') }}
{% endsnapshot %}
