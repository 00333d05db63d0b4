{% snapshot meeting_history %}
    {{ config(target_schema='history', unique_key='meeting_id', strategy='check',
              check_cols=['kind', 'status', 'start_date', 'end_date', 'city', 'country_code', 'host_id']) }}
    -- With the article that made it so: the latest of those that came in this build.
    select e.meeting_id, e.kind, e.status, e.start_date, e.end_date, e.city, e.country_code, e.host_id, came.article_id as last_article_id
    from {{ ref('int_meetings') }} as e
    inner join (
        select i.meeting_id, last(i.article_id order by a.build_id = i.build_id, a.published_at nulls first, i.article_id) as article_id
        from {{ ref('int_meeting_identities') }} as i
        inner join {{ ref('int_articles') }} as a using (article_id)
        where i.{{ of_this_build() }}
        group by i.meeting_id
    ) as came using (meeting_id)
{% endsnapshot %}
