{{ config(alias='people') }}
-- The seed is called people too, so the model has a name of its own and the table the contract's.
-- People of the gazetteer, and people met in the texts that it does not know (their id begins with x-).
select p.person_id, p.name_ar, p.name_en, p.gender, w.wikidata_id, true as is_known
from {{ ref('people') }} as p
left join {{ ref('wikidata') }} as w on w.entity = 'person' and p.person_id = w.entity_id
union all
select person_id, max(person_name_ar), max(person_name_en), null, null, false
from {{ ref('participants') }}
where person_id like 'x-%'
group by person_id
