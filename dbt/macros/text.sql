{% macro fold_arabic(column) -%}
    {#- The match key of a name: hamza, alef maksura and teh marbuta folded, marks dropped, as extract/arabic/normalizer.py does. -#}
    trim(regexp_replace(translate(replace(replace(regexp_replace({{ column }}, '[\x{064B}-\x{065F}\x{0640}]', '', 'g'), 'شئون', 'شؤون'), 'مسئول', 'مسؤول'), 'أإآٱىةؤئ', 'اااايهوي'), '\s+', ' ', 'g'))
{%- endmacro %}

{% macro participant_key(person_id, person_name, actor_id, actor_name) -%}
    {#- What makes two mentions in two articles one participant: the person, else the last name with the actor, else the actor. -#}
    case
        when {{ person_id }} is not null then 'p:' || {{ person_id }}
        when {{ person_name }} is not null
            then 'n:' || coalesce({{ actor_id }}, '') || ':' || list_last(string_split({{ fold_arabic(person_name) }}, ' '))
        else 'a:' || coalesce({{ actor_id }}, {{ fold_arabic(actor_name) }}, '')
    end
{%- endmacro %}
