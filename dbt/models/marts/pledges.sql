{{ config(materialized='incremental', incremental_strategy='append',
          pre_hook=["{{ forget_touched_events('pledge_id', 'int_pledge_identities') }}", "{{ forget_told_at_touched_meetings() }}"]) }}
with rates as (
    select r.*, lead(r.from_date, 1, '9999-12-31'::date) over (partition by r.currency order by r.from_date) as until_date
    from {{ ref('exchange_rates') }} as r
)

select
    p.pledge_id, p.status, p.kind, p.item_ar, p.amount, p.amount_max, p.currency,
    round(p.amount * r.usd, 2) as amount_usd,
    p.quantity, p.unit, p.announced_date, p.due_date, m.meeting_id, p.n_articles, p.n_sources, p.confidence,
    coalesce(exact.plover, general.plover) as plover,
    coalesce(exact.cameo, general.cameo) as cameo,
    coalesce(exact.iati, general.iati) as iati
from {{ ref('int_pledges') }} as p
left join {{ ref('int_meeting_identities') }} as m using (meeting_report_id)
left join rates as r
    on
        p.currency = r.currency
        and coalesce(p.announced_date, p.first_told_on) >= r.from_date and coalesce(p.announced_date, p.first_told_on) < r.until_date
left join {{ ref('codes') }} as exact on exact.event = 'pledge' and exact.kind = p.kind and exact.status = p.status
left join {{ ref('codes') }} as general on general.event = 'pledge' and general.kind is null and general.status = p.status
where p.pledge_id in {{ touched_pledges() }}
