{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_articles() }}") }}
-- What two reports of pledges are compared by: givers, takers, kind, status, sum or number, day.
with parties as (
    select
        p.pledge_report_id,
        list(distinct p.actor_key order by p.actor_key) filter (where p.role = 'pledger') as pledgers,
        list(distinct p.actor_key order by p.actor_key) filter (where p.role in ('recipient', 'beneficiary')) as recipients
    from {{ ref('stg_pledge_report_parties') }} as p
    where p.article_id in {{ touched_articles() }} and p.actor_key is not null
    group by p.pledge_report_id
)

select
    r.pledge_report_id, r.article_id, a.published_at, coalesce(a.published_at::date, r.announced_date) as told_on,
    -- Without a giver (a request to all) who is to get it stands for the pledge.
    coalesce(p.pledgers, list_transform(p.recipients, lambda x : 'to:' || x), []) as pledgers,
    coalesce(p.recipients, []) as recipients,
    r.status, r.kind, r.amount, r.currency, r.quantity, r.unit, r.item_ar, r.start_char, r.end_char
from {{ ref('stg_pledge_reports') }} as r
inner join {{ ref('int_articles') }} as a using (article_id, content_sha256)
left join parties as p using (pledge_report_id)
where a.{{ of_this_build() }}
