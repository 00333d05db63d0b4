{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_articles() }}") }}
select l.article_id, l.lemma, l.n
from {{ source('raw', 'article_lemmas') }} as l
where l.article_id in {{ touched_articles() }}
