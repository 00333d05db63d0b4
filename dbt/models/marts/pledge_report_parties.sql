{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_reports('pledge_report_id', 'int_pledge_identities') }}") }}
select p.pledge_report_id, p.role, p.actor_id, p.actor_name_ar, p.person_id
from {{ ref('stg_pledge_report_parties') }} as p
inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id)
where i.{{ of_this_build() }}
