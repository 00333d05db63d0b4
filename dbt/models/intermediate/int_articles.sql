{{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key='article_id') }}
-- What stands now of each article: its version, who read it, the text that it is a copy of. A row that this build wrote bears
-- its build_id: the article came, changed, was read again, or got or lost copies. All that follows remakes these alone.
-- Copies of one text are connected components over the verified pairs; the earliest published (then the smallest id)
-- represents them, so that it does not depend on the order in which articles arrived. Incremental: only the components that an
-- article which came is, was or comes to be in are made again.
with recursive candidates as (
    {% if is_incremental() -%}
    -- Any version counts, and not the latest alone: other pairs may have come with it.
        select v.article_id
        from {{ source('raw', 'articles') }} as v
        where
            not exists (
                select 1 from {{ this }} as t
                where t.article_id = v.article_id and t.content_sha256 = v.content_sha256 and t.run_id = v.run_id
            )
        union
        select r.article_id
        from {{ source('raw', 'readings') }} as r
        where not exists (
            select 1 from {{ this }} as t
            where t.article_id = r.article_id and t.content_sha256 = r.content_sha256 and t.read_by = r.run_id
        )
    {%- else -%}
        select distinct v.article_id from {{ source('raw', 'articles') }} as v
    {%- endif %}
),

readings as (
    select r.article_id, r.content_sha256, max(r.run_id) as read_by
    from {{ source('raw', 'readings') }} as r
    where r.article_id in (select c.article_id from candidates as c)
    group by r.article_id, r.content_sha256
),

came as (
    select s.article_id, s.content_sha256, s.source_id, s.published_at, s.fetched_at, s.run_id, r.read_by
    from {{ source('raw', 'articles') }} as s
    left join readings as r using (article_id, content_sha256)
    where s.article_id in (select c.article_id from candidates as c)
    qualify row_number() over (partition by s.article_id order by s.fetched_at desc, s.content_sha256 desc) = 1
),

scope as (
    select c.article_id from came as c
    {% if is_incremental() -%}
        union
        select t.article_id
        from {{ this }} as t
        where t.representative_id in (
            select o.representative_id
            from {{ this }} as o
            where o.article_id in (
                select c.article_id from came as c
                union all
                select unnest([d.article_id, d.other_article_id])
                from {{ source('raw', 'duplicate_pairs') }} as d
                where d.article_id in (select c.article_id from came as c) or d.other_article_id in (select c.article_id from came as c)
            )
        )
    {%- endif %}
),

nodes as (select s.article_id as id from scope as s),

edges as (
    select d.article_id as a, d.other_article_id as b
    from {{ source('raw', 'duplicate_pairs') }} as d
    where d.article_id in (select n.id from nodes as n)
),

{{ components('copies', 'nodes', 'edges') }},

stands as (
    select * from came
    {% if is_incremental() -%}
        union all
        select t.article_id, t.content_sha256, t.source_id, t.published_at, t.fetched_at, t.run_id, t.read_by
        from {{ this }} as t
        where t.article_id in (select s.article_id from scope as s) and t.article_id not in (select c.article_id from came as c)
    {%- endif %}
),

represented as (
    select
        s.*,
        first_value(s.article_id) over (
            partition by c.component order by s.published_at nulls last, s.article_id
        ) as representative_id,
        count(*) over (partition by c.component)::integer as cluster_size
    from stands as s
    inner join copies as c on s.article_id = c.id
)

select *, '{{ invocation_id }}' as build_id
from represented
{% if is_incremental() -%}
    where not exists (
        select 1 from {{ this }} as t
        where
            t.article_id = represented.article_id and t.content_sha256 = represented.content_sha256 and t.run_id = represented.run_id
            and t.read_by is not distinct from represented.read_by
            and t.representative_id = represented.representative_id and t.cluster_size = represented.cluster_size
    )
{%- endif %}
