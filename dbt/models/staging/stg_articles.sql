-- The latest version of each article; earlier versions stay in raw.articles.
with latest as (
    select article_id, arg_max(content_sha256, (fetched_at, content_sha256)) as content_sha256
    from {{ source('raw', 'articles') }}
    group by article_id
)

select a.*
from {{ source('raw', 'articles') }} as a
inner join latest using (article_id, content_sha256)
