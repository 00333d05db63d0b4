{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('meeting_id', 'int_meeting_identities') }}") }}
-- One row per real-world meeting; each column by the rule beside it. Copies of one text count as one voice.
with reports as (
    select r.*, i.meeting_id, a.published_at, a.fetched_at, a.representative_id
    from {{ ref('stg_meeting_reports') }} as r
    inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id, article_id)
    inner join {{ ref('int_articles') }} as a using (article_id)
    where i.{{ of_this_build() }}
),

voices as (
    select r.meeting_id, count(distinct r.article_id) as n_articles, count(distinct v.source_id) as n_sources
    from reports as r
    inner join {{ ref('int_articles') }} as v on r.representative_id = v.article_id
    group by r.meeting_id
),

ranked as (
    select
        *,
        case date_precision when 'day' then 0 when 'week' then 1 when 'month' then 2 when 'year' then 3 else 4 end as date_rank,
        -- The latest news decides; of one time, what has happened outweighs what was to happen.
        case status when 'held' then 0 when 'cancelled' then 1 when 'refused' then 2 when 'planned' then 3 else 4 end as status_rank
    from reports
),

consolidated as (
    select
        meeting_id,
        mode(kind order by kind) as kind,
        first(status order by (status = 'held')::int desc, published_at desc nulls last, status_rank) as status,
        first(start_date order by date_rank, confidence desc, published_at desc nulls last, meeting_report_id) as start_date,
        first(end_date order by date_rank, confidence desc, published_at desc nulls last, meeting_report_id) as end_date,
        first(date_precision order by date_rank, confidence desc, published_at desc nulls last, meeting_report_id) as date_precision,
        mode(city order by city) filter (where city is not null) as city,
        mode(country_code order by country_code) filter (where country_code is not null) as country_code,
        mode(host_id order by host_id) filter (where host_id is not null) as host_id,
        mode(series order by series) filter (where series is not null) as series,
        mode(ordinal order by ordinal) filter (where ordinal is not null) as ordinal,
        min(coalesce(published_at, fetched_at)) as first_reported_at,
        max(coalesce(published_at, fetched_at)) as last_reported_at,
        last(article_id order by coalesce(published_at, fetched_at), article_id) as last_article_id,
        round(1 - product(1 - confidence * 0.9), 3) as confidence
    from ranked
    group by meeting_id
)

select
    c.* replace (
        coalesce((select max(f.value) from {{ ref('corrections_fields') }} as f where f.event_id = c.meeting_id and f.field = 'status'), c.status) as status,
        coalesce((select max(f.value)::date from {{ ref('corrections_fields') }} as f where f.event_id = c.meeting_id and f.field = 'start_date'), c.start_date) as start_date,
        coalesce((select max(f.value) from {{ ref('corrections_fields') }} as f where f.event_id = c.meeting_id and f.field = 'city'), c.city) as city
    ),
    v.n_articles,
    v.n_sources
from consolidated as c
inner join voices as v using (meeting_id)
