{{ config(alias='places') }}
-- The seed is called places too, so the model has a name of its own and the table the contract's.
select place_id, name_ar, name_en, kind, country_code, is_capital, null::double as latitude, null::double as longitude, null::varchar as wikidata_id
from {{ ref('places') }}
