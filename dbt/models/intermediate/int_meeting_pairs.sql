-- Pairs of meeting reports of two articles that may tell one event, with their score (weights: seeds/match_weights.csv).
-- Blocked by a shared party and a window of days; a conflict of day, country or kind of contact rules a pair out.
with weights as (
    select
        max(weight) filter (where feature = 'party_overlap') as w_party,
        max(weight) filter (where feature = 'same_day') as w_day,
        max(weight) filter (where feature = 'same_place') as w_place,
        max(weight) filter (where feature = 'same_kind') as w_kind,
        max(weight) filter (where feature = 'threshold') as threshold
    from {{ ref('match_weights') }}
    where event = 'meeting'
),

reports as (
    select
        r.meeting_report_id, r.article_id, r.kind, r.status, r.city, r.country_code, r.published_at,
        case when r.date_precision = 'day' then r.start_date end as day,
        r.start_date as first_day,
        coalesce(r.end_date, case r.date_precision
            when 'week' then r.start_date + 6 when 'month' then last_day(r.start_date)
            when 'year' then make_date(year(r.start_date), 12, 31) else r.start_date end) as final_day,
        (select list(distinct p.participant_key order by p.participant_key) from {{ ref('stg_participant_reports') }} as p
          where p.meeting_report_id = r.meeting_report_id) as parties
    from {{ ref('stg_meeting_reports') }} as r
),

candidates as (
    select distinct x.meeting_report_id as a, y.meeting_report_id as b
    from {{ ref('stg_participant_reports') }} as x
    inner join {{ ref('stg_participant_reports') }} as y
        on x.participant_key = y.participant_key and x.meeting_report_id < y.meeting_report_id
        and x.article_id <> y.article_id
),

compared as (
    select
        c.a, c.b,
        len(list_intersect(x.parties, y.parties)) / greatest(1, least(len(x.parties), len(y.parties))) as party_overlap,
        len(list_intersect(x.parties, y.parties)) as n_shared,
        coalesce(x.day = y.day, false) as same_day,
        coalesce(x.country_code = y.country_code, false) as same_place,
        (x.kind = y.kind) as same_kind,
        x.first_day is not null and y.first_day is not null as both_dated
    from candidates as c
    inner join reports as x on c.a = x.meeting_report_id
    inner join reports as y on c.b = y.meeting_report_id
    where
        ((x.kind = 'call') = (y.kind = 'call'))
        and coalesce(x.country_code = y.country_code, true)
        and coalesce(x.first_day <= y.final_day and y.first_day <= x.final_day, true)
        and (
            (x.first_day is not null and y.first_day is not null)
            or coalesce(abs(date_diff('day', x.published_at, y.published_at)) <= 4, false)
        )
)

select
    compared.*,
    round(w.w_party * party_overlap + w.w_day * same_day::int + w.w_place * same_place::int + w.w_kind * same_kind::int, 4) as score
from compared
cross join weights as w
where score >= w.threshold and (n_shared >= 2 or (n_shared = 1 and same_place and (same_day or same_kind)))
