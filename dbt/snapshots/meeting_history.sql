{% snapshot meeting_history %}
    {{ config(target_schema='history', unique_key='meeting_id', strategy='check',
              check_cols=['kind', 'status', 'start_date', 'end_date', 'city', 'country_code', 'host_id']) }}
    select meeting_id, kind, status, start_date, end_date, city, country_code, host_id, last_article_id
    from {{ ref('int_meetings') }}
    where meeting_id in {{ touched_events('meeting_id', 'int_meeting_identities') }}
{% endsnapshot %}
