{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('pledge_id', 'int_pledge_identities') }}") }}
-- The parts of a pledge that articles tell beside the whole or alone; the row in pledges is the whole.
select
    i.pledge_id,
    r.amount,
    r.currency,
    mode(r.kind order by r.kind) as kind,
    first(r.item_ar order by r.item_ar is null, r.confidence desc, length(r.item_ar), r.pledge_report_id) as item_ar,
    count(distinct r.article_id) as n_articles
from {{ ref('stg_pledge_reports') }} as r
inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id, article_id)
where i.is_part and i.{{ of_this_build() }}
group by i.pledge_id, r.amount, r.currency
