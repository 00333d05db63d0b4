select
    p.*,
    {{ participant_key('p.person_id', 'p.person_name_ar', 'p.actor_id', 'p.actor_name_ar') }} as participant_key
from {{ source('raw', 'participant_reports') }} as p
