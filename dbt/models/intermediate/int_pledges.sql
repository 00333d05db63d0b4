{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('pledge_id', 'int_pledge_identities') }}") }}
-- One row per real-world pledge; each column by the rule beside it. A part told beside its whole, or alone, does not decide the sum.
with reports as (
    select r.*, i.pledge_id, i.is_part, a.published_at, a.fetched_at, a.representative_id
    from {{ ref('stg_pledge_reports') }} as r
    inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id, article_id)
    inner join {{ ref('int_articles') }} as a using (article_id)
    where i.{{ of_this_build() }}
),

told as (
    select
        pledge_id, count(distinct article_id) as n_articles, min(meeting_report_id) as meeting_report_id,
        min(coalesce(published_at, fetched_at))::date as first_told_on
    from reports
    group by pledge_id
),

-- Copies of one text are one voice.
decisive as (
    select r.*, a.source_id
    from reports as r
    inner join {{ ref('int_articles') }} as a on r.representative_id = a.article_id
    qualify
        (bool_and(r.is_part) over (partition by r.pledge_id) or not r.is_part)
        and row_number() over (
            partition by r.pledge_id, r.representative_id, r.is_part
            order by r.article_id = r.representative_id desc, r.article_id, r.pledge_report_id
        ) = 1
),

consolidated as (
    select
        pledge_id,
        -- Delivered outweighs what was said before; else the latest news decides.
        first(status order by (status = 'delivered')::int desc, published_at desc nulls last, status, pledge_report_id) as status,
        mode(kind order by kind) as kind,
        first(item_ar order by item_ar is null, confidence desc, length(item_ar), pledge_report_id) as item_ar,
        mode(amount order by amount) filter (where amount is not null) as amount,
        mode(amount_max order by amount_max) filter (where amount_max is not null) as amount_max,
        mode(currency order by currency) filter (where currency is not null) as currency,
        mode(quantity order by quantity) filter (where quantity is not null) as quantity,
        mode(unit order by unit) filter (where unit is not null) as unit,
        min(announced_date) as announced_date,
        max(due_date) as due_date,
        count(distinct source_id) as n_sources,
        round(1 - product(1 - confidence * 0.9), 3) as confidence
    from decisive
    group by pledge_id
)

select
    c.* replace (
        {{ corrected_fields('pledge', 'pledge_id', 'c') }}
    ),
    t.n_articles,
    t.meeting_report_id,
    t.first_told_on
from consolidated as c
inner join told as t using (pledge_id)
left join {{ field_corrections('pledge_id', 'pledge_report_id', 'int_pledge_identities') }} as f using (pledge_id)
