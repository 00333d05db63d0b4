{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('pledge_id', 'int_pledge_identities') }}") }}
-- One row per real-world pledge; each column by the rule beside it. A part told beside its whole, or alone, does not decide the sum.
with reports as (
    select r.*, i.pledge_id, i.is_part, a.published_at, a.fetched_at, a.representative_id
    from {{ ref('stg_pledge_reports') }} as r
    inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id, article_id)
    inner join {{ ref('int_articles') }} as a using (article_id)
    where i.{{ of_this_build() }}
),

voices as (
    select r.pledge_id, count(distinct r.article_id) as n_articles, count(distinct v.source_id) as n_sources
    from reports as r
    inner join {{ ref('int_articles') }} as v on r.representative_id = v.article_id
    group by r.pledge_id
),

decisive as (
    select * from reports qualify bool_and(is_part) over (partition by pledge_id) or not is_part
)

select
    r.pledge_id,
    first(r.status order by (r.status = 'delivered')::int desc, r.published_at desc nulls last, r.status) as status,
    mode(r.kind order by r.kind) as kind,
    first(r.item_ar order by r.item_ar is null, r.confidence desc, length(r.item_ar), r.pledge_report_id) as item_ar,
    mode(r.amount order by r.amount) filter (where r.amount is not null) as amount,
    mode(r.amount_max order by r.amount_max) filter (where r.amount_max is not null) as amount_max,
    mode(r.currency order by r.currency) filter (where r.currency is not null) as currency,
    mode(r.quantity order by r.quantity) filter (where r.quantity is not null) as quantity,
    mode(r.unit order by r.unit) filter (where r.unit is not null) as unit,
    min(r.announced_date) as announced_date,
    max(r.due_date) as due_date,
    min(r.meeting_report_id) as meeting_report_id,
    last(r.article_id order by coalesce(r.published_at, r.fetched_at), r.article_id) as last_article_id,
    round(1 - product(1 - r.confidence * 0.9), 3) as confidence,
    any_value(v.n_articles) as n_articles,
    any_value(v.n_sources) as n_sources
from decisive as r
inner join voices as v using (pledge_id)
group by r.pledge_id
