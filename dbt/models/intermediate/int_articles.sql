{{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key='article_id') }}
-- What stands now of each article: its version, who read it, the text that it is a copy of. A row that this build wrote bears
-- its build_id: the article came, changed, was read again, or got or lost copies. All that follows remakes these alone.
-- Copies of one text are connected components over the verified pairs; the earliest published (then the smallest id)
-- represents them, so that it does not depend on the order in which articles arrived.
with recursive edges as (
    select d.article_id as a, d.other_article_id as b
    from {{ source('raw', 'duplicate_pairs') }} as d
    inner join {{ ref('stg_articles') }} as x on d.article_id = x.article_id
    inner join {{ ref('stg_articles') }} as y on d.other_article_id = y.article_id
),

copied as (
    select a as id from edges
    union
    select b from edges
),

{{ components('copies', 'copied', 'edges') }},

represented as (
    select
        c.id as article_id,
        first_value(c.id) over (
            partition by c.component order by s.published_at nulls last, c.id
        ) as representative_id,
        count(*) over (partition by c.component) as cluster_size
    from copies as c
    inner join {{ ref('stg_articles') }} as s on c.id = s.article_id
),

readings as (
    select r.article_id, r.content_sha256, max(r.run_id) as read_by
    from {{ source('raw', 'readings') }} as r
    group by r.article_id, r.content_sha256
),

stands as (
    select
        s.article_id, s.content_sha256, s.source_id, s.published_at, s.fetched_at, s.run_id, r.read_by,
        coalesce(p.representative_id, s.article_id) as representative_id,
        coalesce(p.cluster_size, 1)::integer as cluster_size
    from {{ ref('stg_articles') }} as s
    left join readings as r using (article_id, content_sha256)
    left join represented as p using (article_id)
)

select *, '{{ invocation_id }}' as build_id
from stands
{% if is_incremental() -%}
    where (article_id, content_sha256, run_id, coalesce(read_by, ''), representative_id, cluster_size) not in (
        select (t.article_id, t.content_sha256, t.run_id, coalesce(t.read_by, ''), t.representative_id, t.cluster_size)
        from {{ this }} as t
    )
{%- endif %}
