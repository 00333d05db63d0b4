{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_articles() }}") }}
select
    a.article_id, a.external_id, a.source_id, a.url, a.title, a.published_at, a.published_basis, a.fetched_at, a.language,
    a.text, a.n_words, a.content_sha256,
    nullif(c.representative_id, a.article_id) as duplicate_of,
    c.cluster_size, a.author, a.removed_text
from {{ source('raw', 'articles') }} as a
inner join {{ ref('int_articles') }} as c using (article_id, content_sha256)
where c.{{ of_this_build() }}
