{{ config(alias='people') }}
-- The seed is called people too, so the model has a name of its own and the table the contract's.
-- People of the gazetteer, and people met in the texts that it does not know (their id begins with x-).
select person_id, name_ar, name_en, gender, null::varchar as wikidata_id, true as is_known
from {{ ref('people') }}
union all
select person_id, max(person_name_ar), max(person_name_en), null, null, false
from {{ ref('participants') }}
where person_id like 'x-%'
group by person_id
