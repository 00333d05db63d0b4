{{ config(materialized='incremental', incremental_strategy='append',
          pre_hook="{{ forget_touched_articles(['article_a', 'article_b']) }}") }}
-- Pairs of meeting reports of two articles that tell one event, with their score: the sum of seeds/match_weights.csv over what
-- they share. What rules a pair out whatever its score: another day, country or city; a call against an encounter; and, of
-- meetings of a few, each naming a party that the other does not (parallel bilaterals). Of one article's reports only the
-- likeliest pairs with a report of another, since an article tells its own events apart. People's corrections come last.
with weights as (
    pivot (
        select feature, weight from {{ ref('match_weights') }}
        where event = 'meeting'
    )
    on feature in (
        'shared_persons', 'shared_sides', 'many_persons', 'same_day', 'overlapping_dates', 'near_publication', 'same_city',
        'same_country', 'same_kind', 'same_series', 'similar_words', 'threshold', 'timeless_threshold'
    ) using first(weight)
),

blocks as (
    select b.meeting_report_id, b.block, b.is_timeless
    from {{ ref('int_meeting_blocks') }} as b
    where b.block in (
        select t.block from {{ ref('int_meeting_blocks') }} as t
        where t.article_id in {{ touched_articles() }}
    )
),

-- A number is compared and sorted faster than a key: the largest blocks of a large night hold thousands of reports.
reports as materialized (
    select row_number() over () as n, f.*, f.article_id in {{ touched_articles() }} as is_touched
    from {{ ref('int_meeting_features') }} as f
    where f.meeting_report_id in (select b.meeting_report_id from blocks as b)
),

-- Days and place stand beside, so that what they rule out is never listed as a pair.
placed as materialized (
    select b.block, b.is_timeless, r.n, r.article_id, r.is_touched, r.first_day, r.final_day, r.country_code, r.city
    from blocks as b
    inner join reports as r using (meeting_report_id)
),

candidates as (
    select distinct if(x.article_id < y.article_id, x.n, y.n) as a, if(x.article_id < y.article_id, y.n, x.n) as b
    from placed as x
    inner join placed as y on x.block = y.block
    where
        x.is_touched and (x.article_id < y.article_id or x.article_id > y.article_id and not y.is_touched)
        and (x.is_timeless is null or x.is_timeless or y.is_timeless)
        and coalesce(x.country_code = y.country_code, true)
        and coalesce(x.city = y.city, true)
        and coalesce(x.first_day <= y.final_day and y.first_day <= x.final_day, true)
),

compared as (
    select
        x.meeting_report_id as a, y.meeting_report_id as b, x.article_id as article_a, y.article_id as article_b,
        len(list_intersect(x.persons, y.persons)) as n_persons,
        len(list_intersect(x.persons, y.persons)) / greatest(2, least(len(x.persons), len(y.persons))) as shared_persons,
        len(list_intersect(x.sides, y.sides)) / greatest(2, least(len(x.sides), len(y.sides))) as shared_sides,
        x.is_day and y.is_day as both_days,
        x.first_day is not null and y.first_day is not null as both_dated,
        case
            when x.first_day is null and y.first_day is null then abs(date_diff('day', x.published_on, y.published_on)) <= 4
            when x.first_day is null then x.published_on between y.first_day - 3 and y.final_day + 10
            when y.first_day is null then y.published_on between x.first_day - 3 and x.final_day + 10
        end as is_near,
        coalesce(x.city = y.city, false) as same_city,
        coalesce(x.country_code = y.country_code, false) as same_country,
        x.kind = y.kind or (x.kind in ('summit', 'session') and y.kind in ('summit', 'session')) as same_kind,
        coalesce(x.series = y.series, false) as same_series, x.words as words_a, y.words as words_b
    from candidates as c
    inner join reports as x on c.a = x.n
    inner join reports as y on c.b = y.n
    where
        (x.kind = 'call') = (y.kind = 'call')
        and coalesce(x.ordinal = y.ordinal, true)
        and (
            (x.is_round_table and y.is_round_table)
            -- of a conference in a city one article names this speaker alone, another that one; a speech before a summit is of its session
            or (
                x.kind in ('summit', 'conference', 'session') and y.kind in ('summit', 'conference', 'session')
                and x.city = y.city and least(len(x.actors), len(y.actors)) <= 1
            )
            or (
                -- one names all the actors that the other does, and of an actor that both have people of, one the other's people
                (list_has_all(x.sides, y.actors) or list_has_all(y.sides, x.actors))
                -- on the margins of a body's meeting is not at it
                and (x.is_round_table = y.is_round_table or len(list_intersect(x.bodies, y.bodies)) = greatest(len(x.bodies), len(y.bodies)))
                and (
                    len(list_intersect(x.persons, y.persons)) >= 0.6 * greatest(len(x.persons), len(y.persons))
                    or (coalesce(x.first_day = y.first_day, false) and len(list_intersect(x.persons, y.persons)) >= 2)
                    -- one article lists the delegations, another the two who met
                    or (
                        coalesce(x.city = y.city, false) and least(len(x.persons), len(y.persons)) >= 2
                        and len(list_intersect(x.persons, y.persons)) = least(len(x.persons), len(y.persons))
                    )
                    or least(len(x.persons), len(y.persons)) = 1 and len(list_intersect(x.persons, y.persons)) = 1
                    or len(list_intersect(x.represented, y.represented)) = 0
                )
            )
        )
),

-- What is dearest to compare, the words, is compared of pairs that it may bring over the threshold.
weighed as (
    select
        c.*, w.similar_words as for_words,
        w.shared_persons * c.shared_persons + w.shared_sides * c.shared_sides + w.many_persons * (c.n_persons >= 3)::int
        + case
            when c.both_days then w.same_day
            when c.both_dated then w.overlapping_dates
            when c.is_near then w.near_publication
            else 0
        end
        + case when c.same_city then w.same_city when c.same_country then w.same_country else 0 end
        + w.same_kind * c.same_kind::int + w.same_series * c.same_series::int as so_far,
        case when c.both_dated or c.is_near is not null then w.threshold else w.timeless_threshold end as threshold
    from compared as c
    cross join weights as w
    where coalesce(c.is_near, true)
),

scored as (
    select
        c.a, c.b, c.article_a, c.article_b, c.threshold,
        c.so_far + c.for_words * len(list_intersect(c.words_a, c.words_b)) / greatest(1, least(len(c.words_a), len(c.words_b))) as score
    from weighed as c
    where round(c.so_far + c.for_words, 4) >= c.threshold
),

likeliest as (
    select a, b, article_a, article_b, round(score, 4) as score, false as is_corrected
    from scored
    where round(score, 4) >= threshold
    qualify
        row_number() over (partition by a, article_b order by score desc, b) = 1
        and row_number() over (partition by b, article_a order by score desc, a) = 1
),

corrected as (
    select
        x.meeting_report_id as a, y.meeting_report_id as b, x.article_id as article_a, y.article_id as article_b,
        1e0 as score, true as is_corrected
    from {{ ref('corrections_same_event') }} as c
    inner join {{ ref('int_meeting_features') }} as x on c.report_id = x.meeting_report_id
    inner join {{ ref('int_meeting_features') }} as y on c.other_report_id = y.meeting_report_id
    where x.article_id in {{ touched_articles() }} or y.article_id in {{ touched_articles() }}
)

select p.*
from likeliest as p
where
    not exists (
        select 1 from {{ ref('corrections_different_events') }} as d
        where (d.report_id = p.a and d.other_report_id = p.b) or (d.report_id = p.b and d.other_report_id = p.a)
    )
union all
select * from corrected
