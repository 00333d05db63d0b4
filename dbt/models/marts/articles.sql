select
    a.article_id, a.external_id, a.source_id, a.url, a.title, a.published_at, a.published_basis, a.fetched_at, a.language,
    a.text, a.n_words, a.content_sha256,
    nullif(c.representative_id, a.article_id) as duplicate_of,
    coalesce(c.cluster_size, 1)::integer as cluster_size,
    a.author, a.removed_text
from {{ ref('stg_articles') }} as a
left join {{ ref('int_article_clusters') }} as c using (article_id)
