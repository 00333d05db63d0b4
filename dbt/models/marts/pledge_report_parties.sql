select p.pledge_report_id, p.role, p.actor_id, p.actor_name_ar, p.person_id
from {{ ref('stg_pledge_report_parties') }} as p
inner join {{ ref('pledge_reports') }} as r using (pledge_report_id)
