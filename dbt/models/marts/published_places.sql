{{ config(alias='places') }}
-- The seed is called places too, so the model has a name of its own and the table the contract's.
select p.place_id, p.name_ar, p.name_en, p.kind, p.country_code, p.is_capital, c.latitude, c.longitude, w.wikidata_id
from {{ ref('places') }} as p
left join {{ ref('coordinates') }} as c using (place_id)
left join {{ ref('wikidata') }} as w on w.entity = 'place' and p.place_id = w.entity_id
