{{ config(materialized='incremental', incremental_strategy='append',
          pre_hook="{{ forget_touched_articles(['article_a', 'article_b']) }}") }}
-- Pairs of pledge reports that tell one pledge. In two articles: a giver in common and the same sum (within half a per cent) or
-- number of things, told within thirty days; without either the same giver, taker and kind within four days. In one article: a
-- part and its whole. People's corrections come last.
with keyed as (
    select
        f.*, k.giver,
        -- Sums within half a per cent fall into the same of these steps or the next.
        case when f.amount > 0 then floor(ln(f.amount) / ln(1.005))::bigint end as step
    from {{ ref('int_pledge_features') }} as f
    cross join lateral (select unnest(f.pledgers) as giver) as k
),

tonight as (
    select * from keyed
    where article_id in {{ touched_articles() }}
),

found as (
    -- the same sum
    select x.pledge_report_id as x, y.pledge_report_id as y, x.article_id as article_x, y.article_id as article_y, 1.0 as score
    from (select *, unnest([step - 1, step, step + 1]) as near_step from tonight) as x
    inner join keyed as y on x.giver = y.giver and x.near_step = y.step and x.currency is not distinct from y.currency
    where
        abs(x.amount - y.amount) <= 0.005 * greatest(x.amount, y.amount)
        and coalesce(abs(date_diff('day', x.told_on, y.told_on)) <= 30, true)
        and {{ may_be_one_pledge('x', 'y') }}
    union all
    -- the same number of things
    select x.pledge_report_id, y.pledge_report_id, x.article_id, y.article_id, 0.9
    from tonight as x
    inner join keyed as y on x.giver = y.giver and x.kind = y.kind and x.unit = y.unit and x.quantity = y.quantity
    where
        x.amount is null and y.amount is null
        and coalesce(abs(date_diff('day', x.told_on, y.told_on)) <= 30, true)
        and {{ may_be_one_pledge('x', 'y') }}
    union all
    -- the same parties and kind
    select x.pledge_report_id, y.pledge_report_id, x.article_id, y.article_id, 0.8
    from tonight as x
    inner join keyed as y on x.giver = y.giver and x.kind = y.kind and x.recipients = y.recipients and x.told_on between y.told_on - 4 and y.told_on + 4
    where
        x.amount is null and y.amount is null and len(x.recipients) > 0 and x.status = y.status
        and coalesce(x.quantity = y.quantity and x.unit is not distinct from y.unit, true)
        and {{ may_be_one_pledge('x', 'y') }}
),

ordered as (
    select
        least(x, y) as a, greatest(x, y) as b, if(x < y, article_x, article_y) as article_a, if(x < y, article_y, article_x) as article_b,
        score, false as is_corrected
    from found
    union all
    select whole_id, part_id, article_id, article_id, 1.0, false
    from {{ ref('int_pledge_parts') }}
    where article_id in {{ touched_articles() }}
    union all
    select x.pledge_report_id, y.pledge_report_id, x.article_id, y.article_id, 1.0, true
    from {{ ref('corrections_same_event') }} as c
    inner join {{ ref('int_pledge_features') }} as x on c.report_id = x.pledge_report_id
    inner join {{ ref('int_pledge_features') }} as y on c.other_report_id = y.pledge_report_id
    where x.article_id in {{ touched_articles() }} or y.article_id in {{ touched_articles() }}
)

select a, b, article_a, article_b, max(score)::double as score, bool_or(is_corrected) as is_corrected
from ordered as p
where
    not exists (
        select 1 from {{ ref('corrections_different_events') }} as d
        where (d.report_id = p.a and d.other_report_id = p.b) or (d.report_id = p.b and d.other_report_id = p.a)
    )
group by all
