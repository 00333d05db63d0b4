-- One row per real-world meeting; each column by the rule beside it. Copies of one text count as one voice.
with reports as (
    select r.*, i.meeting_id, coalesce(c.representative_id, r.article_id) as voice_id
    from {{ ref('stg_meeting_reports') }} as r
    inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id, article_id)
    left join {{ ref('int_article_clusters') }} as c using (article_id)
    where r.meeting_report_id not in (select n.report_id from {{ ref('corrections_not_an_event') }} as n)
),

voices as (
    select meeting_id, count(distinct article_id) as n_articles, count(distinct v.source_id) as n_sources
    from reports
    inner join (select article_id as voice_id, source_id from {{ ref('stg_articles') }}) as v using (voice_id)
    group by meeting_id
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
        arg_max(article_id, coalesce(published_at, fetched_at)) as last_article_id,
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
