select 'person' as entity, person_id as entity_id, unnest(string_split(aliases_ar, '|')) as alias_ar from {{ ref('people') }}
where aliases_ar is not null
union all
select 'actor', actor_id, unnest(string_split(aliases_ar, '|')) from {{ ref('states') }}
where aliases_ar is not null
union all
select 'actor', actor_id, unnest(string_split(aliases_ar, '|')) from {{ ref('organisations') }}
where aliases_ar is not null and actor_id is not null
union all
select 'place', place_id, unnest(string_split(aliases_ar, '|')) from {{ ref('places') }}
where aliases_ar is not null
