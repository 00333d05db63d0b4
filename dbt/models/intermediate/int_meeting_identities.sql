-- Which meeting each report belongs to: connected components over the pairs, cut by day where a chain would join two days.
-- The id comes from the earliest-published report of the cluster (then the smallest id): it does not depend on the order
-- of arrival. When an older article arrives late the id moves and `merges` redirects the one published before.
with recursive edges as (
    select a, b from {{ ref('int_meeting_pairs') }}
    union
    select b, a from {{ ref('int_meeting_pairs') }}
    union
    select s.meeting_report_id, o.meeting_report_id
    from {{ ref('corrections_same_event') }} as c
    inner join {{ ref('stg_meeting_reports') }} as s on c.report_id = s.meeting_report_id
    inner join {{ ref('stg_meeting_reports') }} as o on c.other_report_id = o.meeting_report_id
),

kept as (
    select e.* from edges as e
    where not exists (
        select 1 from {{ ref('corrections_different_events') }} as d
        where (d.report_id = e.a and d.other_report_id = e.b) or (d.report_id = e.b and d.other_report_id = e.a)
    )
),

reached as (
    select r.meeting_report_id, r.meeting_report_id as member from {{ ref('stg_meeting_reports') }} as r
    union
    select x.meeting_report_id, e.b from reached as x inner join kept as e on x.member = e.a
),

components as (
    select meeting_report_id, min(member) as component from reached group by meeting_report_id
),

dated as (
    select
        c.component, r.meeting_report_id, r.published_at, r.fetched_at, r.article_id,
        case when r.date_precision = 'day' then r.start_date end as day
    from components as c
    inner join {{ ref('stg_meeting_reports') }} as r using (meeting_report_id)
),

-- The guard against chains: a component whose days lie more than three days apart is cut at its days.
spread as (
    select component, max(day) - min(day) > 3 as is_chain, min(day) as first_day from dated group by component
),

grouped as (
    select
        d.*,
        d.component || case when s.is_chain then ':' || coalesce(d.day, s.first_day)::varchar else '' end as cluster
    from dated as d inner join spread as s using (component)
)

select
    meeting_report_id,
    article_id,
    'mtg-' || substr(first_value(meeting_report_id) over (
        partition by cluster order by coalesce(published_at, fetched_at), meeting_report_id
    ), 4) as meeting_id
from grouped
