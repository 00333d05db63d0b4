{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('meeting_id', 'int_meeting_identities') }}") }}
-- Where the reports of one meeting disagree: the column, the values, how many articles and sources say which.
with said as (
    select r.meeting_id, r.article_id, s.source_id, 'start_date' as column_name, r.start_date::varchar as value
    from {{ ref('meeting_reports') }} as r inner join {{ ref('int_articles') }} as s using (article_id)
    where r.date_precision = 'day' and r.meeting_id in {{ touched_events('meeting_id', 'int_meeting_identities') }}
    union all
    select r.meeting_id, r.article_id, s.source_id, 'status', r.status
    from {{ ref('meeting_reports') }} as r inner join {{ ref('int_articles') }} as s using (article_id)
    where r.meeting_id in {{ touched_events('meeting_id', 'int_meeting_identities') }}
    union all
    select r.meeting_id, r.article_id, s.source_id, 'city', r.city
    from {{ ref('meeting_reports') }} as r inner join {{ ref('int_articles') }} as s using (article_id)
    where r.city is not null and r.meeting_id in {{ touched_events('meeting_id', 'int_meeting_identities') }}
),

counted as (
    select
        meeting_id, column_name, value, count(distinct article_id) as n_articles, list(distinct source_id order by source_id) as sources,
        count(*) over (partition by meeting_id, column_name) as n_values
    from said
    group by meeting_id, column_name, value
)

select meeting_id, column_name, value, n_articles, sources from counted
where n_values > 1
