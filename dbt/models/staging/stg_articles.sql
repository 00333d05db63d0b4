-- The latest version of each article; earlier versions stay in raw.articles.
select *
from {{ source('raw', 'articles') }}
qualify row_number() over (partition by article_id order by fetched_at desc, content_sha256) = 1
