{#- Common table expressions that give `corrected_clusters (id, cluster)` out of `clusters (id, cluster)` and `pairs`: people's
    «same event» joins whole clusters; their «different events» part a cluster by which of the named reports each member is
    nearest to, by score. Named reports that a pair joins, and no correction parts, stay together. -#}
{% macro corrected_clusters(pairs) -%}
unions as (
    select x.cluster as a, y.cluster as b
    from {{ pairs }} as p
    inner join clusters as x on p.a = x.id
    inner join clusters as y on p.b = y.id
    where p.is_corrected and x.cluster <> y.cluster
),

union_nodes as (
    select a as id from unions
    union
    select b from unions
),

{{ components('united', 'union_nodes', 'unions') }},

united_clusters as (
    select c.id, coalesce(u.component, c.cluster) as cluster
    from clusters as c
    left join united as u on c.cluster = u.id
),

seeds as (
    select unnest([d.report_id, d.other_report_id]) as id, x.cluster
    from {{ ref('corrections_different_events') }} as d
    inner join united_clusters as x on d.report_id = x.id
    inner join united_clusters as y on d.other_report_id = y.id
    where x.cluster = y.cluster
),

seed_nodes as (select distinct s.id from seeds as s),

seed_edges as (
    select p.a, p.b from {{ pairs }} as p
    where p.a in (select s.id from seed_nodes as s) and p.b in (select s.id from seed_nodes as s)
),

{{ components('sprouts', 'seed_nodes', 'seed_edges') }},

nearest as (
    select u.id, g.component
    from united_clusters as u
    inner join (select distinct s.id, s.cluster from seeds as s) as s on u.cluster = s.cluster
    inner join sprouts as g on s.id = g.id
    left join (
        select a as id, b as other, score from {{ pairs }}
        union all
        select b, a, score from {{ pairs }}
    ) as p on u.id = p.id and s.id = p.other
    qualify row_number() over (partition by u.id order by u.id = s.id desc, p.score desc nulls last, g.component) = 1
),

corrected_clusters as (
    select u.id, u.cluster || coalesce(':' || n.component, '') as cluster
    from united_clusters as u
    left join nearest as n using (id)
)
{%- endmacro %}

{#- The columns that corrections_fields may set. -#}
{% macro correctable_fields(entity) -%}
    {{ return({
        'meeting': ['kind', 'status', 'start_date', 'end_date', 'date_precision', 'city', 'country_code', 'host_id'],
        'pledge': ['status', 'kind', 'item_ar', 'amount', 'currency', 'announced_date', 'due_date'],
    }[entity]) }}
{%- endmacro %}

{#- The columns of `row` that people corrected, for `select row.* replace (...)`. An empty value stands for null. -#}
{% macro corrected_fields(entity, key, row) -%}
    {% for field in correctable_fields(entity) -%}
    case
        when f.fields['{{ field }}'] is not null then nullif(f.fields['{{ field }}'], '')::{{ {'start_date': 'date', 'end_date': 'date', 'announced_date': 'date', 'due_date': 'date', 'amount': 'double'}.get(field, 'varchar') }}
        else {{ row }}.{{ field }}
    end as {{ field }}{{ ',' if not loop.last }}
    {% endfor %}
{%- endmacro %}

{#- People's values by event: a map of field to value; of two for one field that of the last who in the alphabet. An id that
    people corrected is the id of the event that its report belongs to now. -#}
{% macro field_corrections(key, report_key, identities) -%}
    (
        select latest.{{ key }}, map_from_entries(list(row(latest.field, latest.value))) as fields
        from (
            select i.{{ key }}, said.field, coalesce(said.value, '') as value
            from {{ ref('corrections_fields') }} as said
            inner join {{ ref(identities) }} as i on substr(said.event_id, 4) = substr(i.{{ report_key }}, 3)
            qualify row_number() over (partition by i.{{ key }}, said.field order by said.who desc, said.value) = 1
        ) as latest
        group by latest.{{ key }}
    )
{%- endmacro %}
