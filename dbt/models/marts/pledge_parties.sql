{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('pledge_id', 'int_pledge_identities') }}") }}
select
    r.pledge_id, p.role,
    any_value(p.actor_id) as actor_id,
    mode(coalesce(p.actor_name_ar, a.name_ar) order by coalesce(p.actor_name_ar, a.name_ar)) as actor_name_ar,
    any_value(a.name_en) as actor_name_en
from {{ ref('stg_pledge_report_parties') }} as p
inner join {{ ref('int_pledge_identities') }} as r using (pledge_report_id)
left join {{ ref('actors') }} as a using (actor_id)
where r.{{ of_this_build() }}
group by r.pledge_id, p.role, p.actor_key
