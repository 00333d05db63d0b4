{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_articles() }}") }}
-- What two reports of meetings are compared by: days, place, kind, persons, actors, the words of the quote.
-- The country of the place counts among the actors: «visited Ankara» and «met the Turkish minister in Ankara» share Turkey.
with parties as (
    select
        p.meeting_report_id,
        list(distinct p.participant_key order by p.participant_key) filter (where p.person_name_ar is not null) as persons,
        list(distinct k.actor order by k.actor) filter (where k.actor <> '') as actors,
        list(distinct k.actor order by k.actor) filter (where k.actor <> '' and p.person_name_ar is not null) as represented
    from {{ ref('stg_participant_reports') }} as p
    cross join
        lateral (
            select coalesce(string_split(p.actor_id, '-')[1], {{ fold_arabic('p.actor_name_ar') }}, '') as actor
        ) as k
    where p.article_id in {{ touched_articles() }}
    group by p.meeting_report_id
)

select
    r.meeting_report_id, r.article_id, a.published_at, a.published_at::date as published_on, r.kind,
    -- States have codes of two letters.
    list_filter(coalesce(p.actors, []), lambda x : length(x) > 2) as bodies,
    -- A meeting of many: one article names these of them, another those.
    r.kind in ('summit', 'conference', 'session', 'ministerial', 'negotiation', 'signing', 'other')
    and coalesce(len(p.actors) >= 4 or len(list_filter(p.actors, lambda x : length(x) > 2)) > 0, false) as is_round_table,
    r.status, r.city, r.country_code, r.series, r.ordinal,
    r.date_precision = 'day' as is_day,
    case when r.date_precision <> 'unknown' then r.start_date end as first_day,
    case r.date_precision
        when 'day' then coalesce(r.end_date, r.start_date)
        when 'week' then r.start_date + 6
        when 'month' then last_day(r.start_date)
        when 'year' then make_date(year(r.start_date), 12, 31)
    end as final_day,
    coalesce(p.persons, []) as persons,
    coalesce(p.actors, []) as actors,
    coalesce(p.represented, []) as represented,
    list_sort(list_distinct(list_filter([r.country_code] || coalesce(p.actors, []), lambda x : x is not null))) as sides,
    list_distinct(list_transform(string_split({{ fold_arabic('r.quote') }}, ' '), lambda x : hash(x))) as words
from {{ ref('stg_meeting_reports') }} as r
inner join {{ ref('int_articles') }} as a using (article_id, content_sha256)
left join parties as p using (meeting_report_id)
where a.{{ of_this_build() }}
