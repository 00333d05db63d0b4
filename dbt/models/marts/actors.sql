select actor_id, name_ar, name_en, 'state' as kind, null::varchar as parent_id, null::varchar as wikidata_id
from {{ ref('states') }}
union all
select actor_id, name_ar, name_en, kind, parent_id, null::varchar as wikidata_id
from {{ ref('organisations') }}
where actor_id is not null
