-- Copies of one text: connected components over the verified pairs. The representative is the earliest published
-- (then the smallest id), so that it does not depend on the order in which articles arrived.
with recursive edges as (
    select d.article_id as a, d.other_article_id as b from {{ source('raw', 'duplicate_pairs') }} as d
    union
    select d.other_article_id, d.article_id from {{ source('raw', 'duplicate_pairs') }} as d
),

reached as (
    select s.article_id, s.article_id as member from {{ ref('stg_articles') }} as s
    union
    select r.article_id, e.b from reached as r inner join edges as e on r.member = e.a
),

ranked as (
    select
        r.article_id,
        first(r.member order by coalesce(s.published_at, s.fetched_at), r.member) as representative_id,
        count(*) as cluster_size
    from reached as r
    inner join {{ ref('stg_articles') }} as s on r.member = s.article_id
    group by r.article_id
)

select
    article_id,
    representative_id,
    cluster_size
from ranked
