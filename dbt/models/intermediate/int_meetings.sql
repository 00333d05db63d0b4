{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('meeting_id', 'int_meeting_identities') }}") }}
-- One row per real-world meeting; each column by the rule beside it, then people's corrections.
with reports as (
    select r.*, i.meeting_id, a.published_at, a.fetched_at, a.representative_id
    from {{ ref('stg_meeting_reports') }} as r
    inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id, article_id)
    inner join {{ ref('int_articles') }} as a using (article_id)
    where i.{{ of_this_build() }}
),

-- Copies of one text are one voice.
voices as (
    select *
    from reports
    qualify row_number() over (
        partition by meeting_id, representative_id order by article_id = representative_id desc, article_id, meeting_report_id
    ) = 1
),

told as (
    select
        meeting_id,
        count(distinct article_id) as n_articles,
        min(coalesce(published_at, fetched_at)) as first_reported_at,
        max(coalesce(published_at, fetched_at)) as last_reported_at
    from reports
    group by meeting_id
),

ranked as (
    select
        v.*,
        a.source_id,
        case v.date_precision when 'day' then 0 when 'week' then 1 when 'month' then 2 when 'year' then 3 else 4 end as date_rank,
        -- What is told as held was held, unless it was told before its day; else the latest news decides, and of one time
        -- the gravest.
        v.status = 'held' and coalesce(v.published_at::date >= v.start_date, true) as is_held,
        case v.status when 'held' then 0 when 'cancelled' then 1 when 'refused' then 2 when 'planned' then 3 else 4 end as status_rank
    from voices as v
    inner join {{ ref('int_articles') }} as a on v.representative_id = a.article_id
),

consolidated as (
    select
        meeting_id,
        mode(kind order by kind) as kind,
        first(status order by is_held desc, published_at desc nulls last, status_rank, meeting_report_id) as status,
        -- The most precise date, of one precision the one most surely told.
        first(start_date order by date_rank, confidence desc, published_at desc nulls last, meeting_report_id) as start_date,
        first(end_date order by date_rank, confidence desc, published_at desc nulls last, meeting_report_id) as end_date,
        first(date_precision order by date_rank, confidence desc, published_at desc nulls last, meeting_report_id) as date_precision,
        -- Of the rest the value that most voices give.
        mode(city order by city) filter (where city is not null) as city,
        mode(country_code order by country_code) filter (where country_code is not null) as country_code,
        mode(host_id order by host_id) filter (where host_id is not null) as host_id,
        mode(series order by series) filter (where series is not null) as series,
        mode(ordinal order by ordinal) filter (where ordinal is not null) as ordinal,
        count(distinct source_id) as n_sources,
        round(1 - product(1 - confidence * 0.9), 3) as confidence
    from ranked
    group by meeting_id
)

select
    c.* replace (
        {{ corrected_fields('meeting', 'meeting_id', 'c') }}
    ),
    t.n_articles,
    t.first_reported_at,
    t.last_reported_at
from consolidated as c
inner join told as t using (meeting_id)
left join {{ field_corrections('meeting_id', 'meeting_report_id', 'int_meeting_identities') }} as f using (meeting_id)
