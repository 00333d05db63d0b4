-- Reports of the current version of each article.
select r.*, a.source_id, a.published_at, a.fetched_at
from {{ source('raw', 'meeting_reports') }} as r
inner join {{ ref('stg_articles') }} as a using (article_id, content_sha256)
