select
    p.*,
    coalesce(p.actor_id, {{ fold_arabic('p.actor_name_ar') }}) as actor_key
from {{ source('raw', 'pledge_report_parties') }} as p
where p.pledge_report_id in (select r.pledge_report_id from {{ ref('stg_pledge_reports') }} as r)
