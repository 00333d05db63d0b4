{% snapshot meeting_identity_history %}
    {{ config(target_schema='history', unique_key='meeting_report_id', strategy='check', check_cols=['meeting_id']) }}
    select meeting_report_id, meeting_id from {{ ref('int_meeting_identities') }}
{% endsnapshot %}
