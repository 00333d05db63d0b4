{#- What two reports of pledges must have in common whatever speaks for them: they are of two articles; refused or only asked for,
    a sum is not the one that was given; and where both name takers, one of them is the same. -#}
{% macro may_be_one_pledge(x, y) -%}
    {{ x }}.article_id <> {{ y }}.article_id
    and ({{ x }}.status in ('pledged', 'delivered', 'considered')) = ({{ y }}.status in ('pledged', 'delivered', 'considered'))
    and (len({{ x }}.recipients) = 0 or len({{ y }}.recipients) = 0 or len(list_intersect({{ x }}.recipients, {{ y }}.recipients)) > 0)
{%- endmacro %}
