select
    p.*,
    coalesce(p.actor_id, {{ fold_arabic('p.actor_name_ar') }}) as actor_key
from {{ source('raw', 'pledge_report_parties') }} as p
