{#- Connected components: common table expressions that give `NAME (id, component)`, the smallest id that each node reaches.
    `nodes` is a query with the column id, `edges` one with a and b. Needs `with recursive`. A node whose label falls tells its
    neighbours and the node that each of these is labelled by, and all that bear its own id as their label take the new one: a
    chain of n nodes takes some log n steps (FastSV: Zhang, Azad and Hu 2020), where handing on to neighbours alone takes n. -#}
{% macro components(name, nodes, edges) -%}
{{ name }}_joined as (
    select e.a, e.b
    from {{ edges }} as e
    where e.a in (select n.id from {{ nodes }} as n) and e.b in (select n.id from {{ nodes }} as n)
),

{{ name }}_sides as materialized (
    select j.a, j.b from {{ name }}_joined as j
    union
    select j.b, j.a from {{ name }}_joined as j
),

{{ name }}_linked (id, component) {{ using_key('id') }} as (
    select s.a, min(least(s.a, s.b)) from {{ name }}_sides as s
    group by s.a
    union
    (
        select told.id, min(told.component)
        from (
            select unnest([x.id, x.component]) as id, news.component
            from {{ name }}_linked as news
            inner join {{ name }}_sides as s on news.id = s.b
            inner join recurring.{{ name }}_linked as x on s.a = x.id
            where news.component < x.component
            union all
            select x.id, news.component
            from {{ name }}_linked as news
            inner join recurring.{{ name }}_linked as x on news.id = x.component
        ) as told
        inner join recurring.{{ name }}_linked as known on told.id = known.id
        where told.component < known.component
        group by told.id
    )
),

{{ name }} as (
    select n.id, coalesce(l.component, n.id) as component
    from {{ nodes }} as n
    left join {{ name }}_linked as l on n.id = l.id
)
{%- endmacro %}

{#- The common table expression `NAME` (a, b): the edges whose ends have most neighbours in common, by the structural similarity
    of SCAN (Xu et al. 2007): |N(a) & N(b)| / sqrt(|N(a)| |N(b)|), a node being among its own neighbours. Three reports in a row
    stay (0.82); a row of four is cut in its middle (0.67), and so is what joins two groups by one report (about 0.71). -#}
{% macro supported_edges(name, edges) -%}
{{ name }}_sides as (
    select a, b from {{ edges }}
    union
    select b, a from {{ edges }}
    union
    select a, a from {{ edges }}
    union
    select b, b from {{ edges }}
),

{{ name }}_degrees as (select a, count(*) as degree from {{ name }}_sides group by a),

{{ name }}_common as (
    select e.a, e.b, count(*) as common
    from {{ edges }} as e
    inner join {{ name }}_sides as x on e.a = x.a
    inner join {{ name }}_sides as y on e.b = y.a and x.b = y.b
    group by e.a, e.b
),

{{ name }} as (
    select c.a, c.b
    from {{ name }}_common as c
    inner join {{ name }}_degrees as x on c.a = x.a
    inner join {{ name }}_degrees as y on c.b = y.a
    where c.common >= 0.75 * sqrt(x.degree * y.degree)
)
{%- endmacro %}

{#- DuckDB's clause for recursion over a keyed table; sqlfluff has no grammar for it and gets none (.sqlfluff). -#}
{% macro using_key(column) %}{% if is_linted is not defined %}using key ({{ column }}){% endif %}{% endmacro %}
