{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_articles() }}") }}
-- Which reports are compared at all: those that share two of actors, country, city and persons, in a week that both may mean.
-- A report without a day is filed under the weeks around its publication. One without either is compared over all time, but
-- only where a person is shared, and with that person another or a place.
with units as (
    select
        meeting_report_id, article_id, first_day, final_day, published_on, country_code,
        list_sort(list_distinct(
            sides || persons || list_transform(list_filter([city], lambda x : x is not null), lambda x : 'c:' || x)
        )) as units
    from {{ ref('int_meeting_features') }}
    where article_id in {{ touched_articles() }}
),

paired as (
    select
        u.*, one.unit as one, other.unit as other,
        -- In the order of the letters a country (EG) and a city (c:Cairo) stand before a person (n: or p:).
        regexp_matches(other.unit, '^[np]:') and (regexp_matches(one.unit, '^[cnp]:') or one.unit = u.country_code) as is_telling
    from units as u
    cross join lateral (select unnest(u.units) as unit) as one
    cross join lateral (select unnest(u.units) as unit) as other
    where one.unit < other.unit
),

weeks as (
    select p.meeting_report_id, p.article_id, p.one, p.other, date_diff('week', '2000-01-03'::date, d.day::date) as week
    from paired as p
    cross join
        lateral (
            select
                unnest(generate_series(
                    date_trunc('week', coalesce(p.first_day, p.published_on - 10)),
                    date_trunc('week', coalesce(p.final_day, p.published_on + 4)), interval 7 day
                )) as day
            union
            select date_trunc('week', p.published_on)
        ) as d
    where d.day is not null
)

select distinct meeting_report_id, article_id, hash(one, other, week) as block, null::boolean as is_timeless
from weeks
union all
select distinct meeting_report_id, article_id, hash(one, other), first_day is null and published_on is null
from paired
where is_telling
