-- One row per real-world pledge; each column by the rule beside it.
with reports as (
    select r.*, i.pledge_id, coalesce(c.representative_id, r.article_id) as voice_id
    from {{ ref('stg_pledge_reports') }} as r
    inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id)
    left join {{ ref('int_article_clusters') }} as c using (article_id)
    where r.pledge_report_id not in (select n.report_id from {{ ref('corrections_not_an_event') }} as n)
),

voices as (
    select pledge_id, count(distinct article_id) as n_articles, count(distinct v.source_id) as n_sources
    from reports
    inner join (select article_id as voice_id, source_id from {{ ref('stg_articles') }}) as v using (voice_id)
    group by pledge_id
)

select
    r.pledge_id,
    first(r.status order by (r.status = 'delivered')::int desc, r.published_at desc nulls last, r.status) as status,
    mode(r.kind order by r.kind) as kind,
    first(r.item_ar order by r.confidence desc, length(r.item_ar), r.pledge_report_id) as item_ar,
    mode(r.amount order by r.amount) filter (where r.amount is not null) as amount,
    mode(r.amount_max order by r.amount_max) filter (where r.amount_max is not null) as amount_max,
    mode(r.currency order by r.currency) filter (where r.currency is not null) as currency,
    mode(r.quantity order by r.quantity) filter (where r.quantity is not null) as quantity,
    mode(r.unit order by r.unit) filter (where r.unit is not null) as unit,
    min(r.announced_date) as announced_date,
    max(r.due_date) as due_date,
    min(r.meeting_report_id) as meeting_report_id,
    arg_max(r.article_id, coalesce(r.published_at, r.fetched_at)) as last_article_id,
    round(1 - product(1 - r.confidence * 0.9), 3) as confidence,
    any_value(v.n_articles) as n_articles,
    any_value(v.n_sources) as n_sources
from reports as r
inner join voices as v using (pledge_id)
group by r.pledge_id
