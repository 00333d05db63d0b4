{#- The history of a snapshot as one row per version and column, of the rows that have more than one version. -#}
{% macro unpivoted(history, key, columns, entity) %}
    select '{{ entity }}' as entity, {{ key }} as entity_id, column_name, value, dbt_valid_from, last_article_id
    from (
        select {{ key }}, dbt_valid_from, last_article_id
        {%- for column in columns %}, coalesce({{ column }}::varchar, '') as {{ column }}{% endfor %}
        from {{ ref(history) }}
        where {{ key }} in (select {{ key }} from {{ ref(history) }} group by {{ key }} having count(*) > 1)
    )
    unpivot (value for column_name in ({{ columns | join(', ') }}))
{% endmacro %}
