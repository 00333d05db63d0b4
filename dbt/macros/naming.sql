{% macro generate_schema_name(custom_schema_name, node) -%}
    {#- Schemas are named as they are configured, without the target's name before them. -#}
    {{ custom_schema_name if custom_schema_name else target.schema }}
{%- endmacro %}
