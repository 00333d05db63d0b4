-- Which pledge each report belongs to: the same giver, kind and sum (within half a per cent) or quantity, told within thirty
-- days; without a sum the same giver, taker, kind and status within four days.
with recursive reports as (
    select
        r.*,
        (select list(distinct p.actor_key) from {{ ref('stg_pledge_report_parties') }} as p
          where p.pledge_report_id = r.pledge_report_id and p.role = 'pledger') as pledgers,
        (select list(distinct p.actor_key) from {{ ref('stg_pledge_report_parties') }} as p
          where p.pledge_report_id = r.pledge_report_id and p.role = 'recipient') as recipients
    from {{ ref('stg_pledge_reports') }} as r
),

pairs as (
    select x.pledge_report_id as a, y.pledge_report_id as b
    from reports as x
    inner join reports as y
        on x.article_id <> y.article_id
        and len(list_intersect(coalesce(x.pledgers, []), coalesce(y.pledgers, []))) > 0
    where
        (x.amount is not null and y.amount is not null and coalesce(x.currency, '') = coalesce(y.currency, '')
         and abs(x.amount - y.amount) <= 0.005 * x.amount
         and coalesce(abs(date_diff('day', x.published_at, y.published_at)) <= 30, true))
        or (x.amount is null and y.amount is null and x.kind = y.kind and x.status = y.status
            and coalesce(x.quantity = y.quantity, true)
            and len(list_intersect(coalesce(x.recipients, []), coalesce(y.recipients, []))) > 0
            and coalesce(abs(date_diff('day', x.published_at, y.published_at)) <= 4, false))
),

reached as (
    select r.pledge_report_id, r.pledge_report_id as member from reports as r
    union
    select x.pledge_report_id, e.b from reached as x inner join pairs as e on x.member = e.a
),

components as (
    select pledge_report_id, min(member) as cluster from reached group by pledge_report_id
)

select
    c.pledge_report_id,
    'plg-' || substr(first_value(c.pledge_report_id) over (
        partition by c.cluster order by coalesce(r.published_at, r.fetched_at), c.pledge_report_id
    ), 4) as pledge_id
from components as c
inner join reports as r using (pledge_report_id)
