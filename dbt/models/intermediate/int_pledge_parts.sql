{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_articles() }}") }}
-- Parts of a pledge that the same article tells beside the whole: smaller sums of the same givers in the same currency, which
-- either together make the whole («ملياران: مليار قروضا ومليار منحا») or follow a word that announces a part («مليار، منها ...»).
with sums as (
    select f.* from {{ ref('int_pledge_features') }} as f
    where f.article_id in {{ touched_articles() }} and f.amount is not null
),

beside as (
    select
        w.pledge_report_id as whole_id, p.pledge_report_id as part_id, w.article_id, w.amount as whole, p.amount as part,
        substr(a.text, w.start_char + 1, p.end_char - w.start_char) as between_ar
    from sums as w
    inner join sums as p
        on
            w.article_id = p.article_id and w.pledgers = p.pledgers and w.currency is not distinct from p.currency
            and w.amount > p.amount * 1.01
    inner join {{ ref('int_articles') }} as v on w.article_id = v.article_id
    inner join {{ source('raw', 'articles') }} as a on v.article_id = a.article_id and v.content_sha256 = a.content_sha256
    where w.pledge_report_id <> p.pledge_report_id
),

judged as (
    select
        *,
        abs(sum(part) over (partition by whole_id) / whole - 1) <= 0.01 as makes_whole,
        length(between_ar) between 1 and 400
        and regexp_matches(between_ar, '(من\s?ها|من\s?هم|من ضمن|من بين|بين\s?ها|بما في|تشمل|يشمل|تتضمن|يتضمن|تنقسم|موزع)') as is_announced
    from beside
)

select article_id, whole_id, part_id
from judged
where makes_whole or is_announced
-- Of two sums that both hold it the smaller is the one it is a part of.
qualify row_number() over (partition by part_id order by makes_whole desc, whole, whole_id) = 1
