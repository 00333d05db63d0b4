{% snapshot meeting_identity_history %}
    {{ config(target_schema='history', unique_key='meeting_report_id', strategy='check', check_cols=['meeting_id']) }}
    select r.meeting_report_id, r.meeting_id, r.article_id, r.start_char
    from {{ ref('meeting_reports') }} as r
    where r.meeting_report_id in {{ touched_events('meeting_report_id', 'int_meeting_identities') }}
{% endsnapshot %}
