-- Ids once published that are no row any more, and the row that their reports belong to now: the row of the same report; where
-- an article was read anew and its reports have other ids, the row of the report at that place. Null where the event is told
-- by no report any more: it was taken back.
with gone as (
    select 'meeting' as entity, h.meeting_id as old_id, h.meeting_report_id as report_id, h.article_id, h.start_char, h.dbt_valid_to
    from {{ ref('meeting_identity_history') }} as h
    where h.meeting_id not in (select m.meeting_id from {{ ref('int_meetings') }} as m)
    union all
    select 'pledge', h.pledge_id, h.pledge_report_id, h.article_id, h.start_char, h.dbt_valid_to
    from {{ ref('pledge_identity_history') }} as h
    where h.pledge_id not in (select p.pledge_id from {{ ref('int_pledges') }} as p)
),

standing as (
    select 'meeting' as entity, r.meeting_report_id as report_id, r.article_id, r.start_char, r.meeting_id as new_id
    from {{ ref('meeting_reports') }} as r
    where r.article_id in (select g.article_id from gone as g)
    union all
    select 'pledge', r.pledge_report_id, r.article_id, r.start_char, r.pledge_id
    from {{ ref('pledge_reports') }} as r
    where r.article_id in (select g.article_id from gone as g)
)

select
    g.old_id,
    s.new_id,
    -- Of a report that an article does not make any more the time at which the article was received as it is.
    max(coalesce(g.dbt_valid_to, a.fetched_at)) over (partition by g.old_id)::timestamp as merged_at,
    g.entity
from gone as g
left join standing as s on g.entity = s.entity and g.article_id = s.article_id and abs(g.start_char - s.start_char) <= 200
left join {{ ref('int_articles') }} as a on g.article_id = a.article_id
qualify row_number() over (
    partition by g.old_id
    order by g.report_id = s.report_id desc nulls last, s.new_id is null, abs(g.start_char - s.start_char), s.new_id
) = 1
