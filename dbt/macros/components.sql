{#- Connected components: common table expressions that give `NAME (id, component)`, the smallest id that each node reaches.
    `nodes` is a query with the column id, `edges` one with a and b. Needs `with recursive`. Each step hands a label on to the
    neighbours, so that the cost grows with the edges and not with the square of a component's size. -#}
{% macro components(name, nodes, edges) -%}
{{ name }}_sides as (
    select a, b from {{ edges }}
    union
    select b, a from {{ edges }}
),

{{ name }} (id, component) {{ using_key('id') }} as (
    select n.id, n.id from {{ nodes }} as n
    union
    (
        select s.a, min(news.component)
        from {{ name }} as news
        inner join {{ name }}_sides as s on news.id = s.b
        inner join recurring.{{ name }} as known on s.a = known.id
        group by s.a, known.component
        having min(news.component) < known.component
    )
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
