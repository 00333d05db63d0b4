with actors as (
    select actor_id, name_ar, name_en, 'state' as kind, null::varchar as parent_id
    from {{ ref('states') }}
    union all
    select actor_id, name_ar, name_en, kind, parent_id
    from {{ ref('organisations') }}
    where actor_id is not null
)

select a.*, w.wikidata_id
from actors as a
left join {{ ref('wikidata') }} as w on w.entity = 'actor' and a.actor_id = w.entity_id
