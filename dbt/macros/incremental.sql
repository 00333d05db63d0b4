{#- A build is incremental by what it touches: int_articles marks the articles that came, changed or were read again with this
    build's id, and the models behind it remake the rows of those articles, or of the events that they touch. Rows that go are
    deleted in the same transaction, before the new ones are written. -#}

{% macro of_this_build() -%}
    build_id = '{{ invocation_id }}'
{%- endmacro %}

{% macro touched_articles() -%}
    (select touched.article_id from {{ ref('int_articles') }} as touched where touched.build_id = '{{ invocation_id }}')
{%- endmacro %}

{% macro forget_touched_articles(columns=['article_id']) -%}
    {%- if is_incremental() -%}
        delete from {{ this }}
        where {% for column in columns %}{{ 'or ' if not loop.first }}{{ column }} in {{ touched_articles() }}{% endfor %}
    {%- endif -%}
{%- endmacro %}

{#- Rows of events that this build consolidates again, and of events that no report tells any more. In a table of two kinds of
    events `event` is the key of the kind and `prefix` what its ids begin with. -#}
{% macro forget_touched_events(key, identities, event=none, prefix='') -%}
    {%- if is_incremental() -%}
        delete from {{ this }}
        where
            {{ key }} in (
                select unnest([i.{{ event or key }}, i.previous_id]) from {{ ref(identities) }} as i where i.{{ of_this_build() }}
            )
            or ({{ key }} like '{{ prefix }}%' and {{ key }} not in (select i.{{ event or key }} from {{ ref(identities) }} as i))
    {%- endif -%}
{%- endmacro %}

{#- Rows of reports that got their identity in this build, and of reports that are gone. -#}
{% macro forget_touched_reports(key, identities) -%}
    {%- if is_incremental() -%}
        delete from {{ this }}
        where
            {{ key }} in (select i.{{ key }} from {{ ref(identities) }} as i where i.{{ of_this_build() }})
            or {{ key }} not in (select i.{{ key }} from {{ ref(identities) }} as i)
    {%- endif -%}
{%- endmacro %}

{#- Events to consolidate in this build. -#}
{% macro touched_events(key, identities) -%}
    (select i.{{ key }} from {{ ref(identities) }} as i where i.{{ of_this_build() }})
{%- endmacro %}

{#- Pledges to write in this build: those that it consolidates, and those told at a meeting whose id it may have changed. -#}
{% macro touched_pledges() -%}
    (
        select i.pledge_id from {{ ref('int_pledge_identities') }} as i where i.{{ of_this_build() }}
        union all
        select told.pledge_id
        from {{ ref('int_pledges') }} as told
        inner join {{ ref('int_meeting_identities') }} as touched using (meeting_report_id)
        where touched.{{ of_this_build() }}
    )
{%- endmacro %}

{% macro forget_told_at_touched_meetings() -%}
    {%- if is_incremental() -%}
        delete from {{ this }} where pledge_id in {{ touched_pledges() }}
    {%- endif -%}
{%- endmacro %}

{#- In a post-hook: rows of reports that no article makes any more. -#}
{% macro forget_lost_reports(key, features) -%}
    delete from {{ this }} where {{ key }} not in (select f.{{ key }} from {{ ref(features) }} as f)
{%- endmacro %}

{#- The common table expression `scope`: all reports whose cluster this build may change, which are those of the components that
    its articles were in, are in, or get a pair with. Everything in a full refresh. -#}
{% macro touched_scope(key, features, pairs) -%}
scope as (
    {% if is_incremental() -%}
    select f.{{ key }} from {{ ref(features) }} as f where f.article_id in {{ touched_articles() }}
    union
    select t.{{ key }}
    from {{ this }} as t
    where t.component in (
        select o.component from {{ this }} as o where o.article_id in {{ touched_articles() }}
        union
        select o.component
        from {{ this }} as o
        where o.{{ key }} in (
            select unnest([p.a, p.b])
            from {{ ref(pairs) }} as p
            where p.article_a in {{ touched_articles() }} or p.article_b in {{ touched_articles() }}
        )
    )
    {%- else -%}
    select f.{{ key }} from {{ ref(features) }} as f
    {%- endif %}
)
{%- endmacro %}

{#- The id that a report's event had before this build. -#}
{% macro previous_id(event_key, report_key, report) -%}
    {% if is_incremental() -%}
    (select t.{{ event_key }} from {{ this }} as t where t.{{ report_key }} = {{ report }})
    {%- else -%}
    null::varchar
    {%- endif %}
{%- endmacro %}
