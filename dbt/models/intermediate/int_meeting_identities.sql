{{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key='meeting_report_id',
          post_hook="{{ forget_lost_reports('meeting_report_id', 'int_meeting_features') }}") }}
-- depends_on: {{ ref('int_articles') }}
-- Which meeting each report belongs to. Anchors, the reports with a day and two of parties and place, make clusters: connected components over
-- the pairs that most neighbours support, cut by day where a chain still joins days more than three apart. Any other report
-- joins the cluster that it fits best and never joins two; what is left makes clusters of its own in the same way, cut where
-- publications spread over more than ten days. People's corrections join and part last.
-- The id comes from the earliest-published report of the cluster (then the smallest id): it does not depend on the order of
-- arrival. When an older article arrives late the id moves, and `merges` redirects the one published before.
-- Incremental: a night remakes the components (over all pairs) that its reports touch, and no others.
with recursive {{ touched_scope('meeting_report_id', 'int_meeting_features', 'int_meeting_pairs') }},

pairs as (
    select p.* from {{ ref('int_meeting_pairs') }} as p
    where p.a in (select s.meeting_report_id from scope as s)
),

nodes as (
    select
        f.meeting_report_id as id, f.article_id, f.published_at, f.published_on, f.first_day,
        f.is_day and len(f.sides) > 1 as is_anchor
    from {{ ref('int_meeting_features') }} as f
    where f.meeting_report_id in (select s.meeting_report_id from scope as s)
),

all_edges as (select p.a, p.b from pairs as p),

{{ components('whole', 'nodes', 'all_edges') }},

day_nodes as (
    select n.id from nodes as n
    where n.is_anchor
),

day_edges as (
    select p.a, p.b from pairs as p
    where p.a in (select d.id from day_nodes as d) and p.b in (select d.id from day_nodes as d)
),

{{ supported_edges('day_links', 'day_edges') }},

{{ components('days', 'day_nodes', 'day_links') }},

day_clusters as (
    select
        d.id,
        d.component || case
            when max(n.first_day) over (partition by d.component) - min(n.first_day) over (partition by d.component) > 3
                then ':' || n.first_day::varchar
            else ''
        end as cluster
    from days as d
    inner join nodes as n using (id)
),

sizes as (
    select cluster, count(*) as size from day_clusters
    group by cluster
),

-- A report that is no anchor and the clusters of which it fits a third, the best first.
fits as (
    select n.id, c.cluster, max(e.score) as score, min(abs(date_diff('day', n.published_on, m.published_on))) as distance
    from nodes as n
    inner join (
        select p.a as id, p.b as other, p.score from pairs as p
        union all
        select p.b, p.a, p.score from pairs as p
    ) as e using (id)
    inner join day_clusters as c on e.other = c.id
    inner join nodes as m on c.id = m.id
    inner join sizes as s using (cluster)
    where not n.is_anchor
    group by n.id, c.cluster
    having 3 * count(*) >= any_value(s.size)
),

joined as (
    select id, cluster
    from fits
    window best as (partition by id order by score desc, distance nulls last, cluster)
    -- Where no time tells two that fit nearly as well apart, nothing says which it means.
    qualify
        row_number() over best = 1
        and (distance is not null or coalesce(score - lead(score) over best > 0.05, true))
),

loose_nodes as (
    select n.id from nodes as n
    where not n.is_anchor and n.id not in (select j.id from joined as j)
),

loose_edges as (
    select p.a, p.b from pairs as p
    where p.a in (select l.id from loose_nodes as l) and p.b in (select l.id from loose_nodes as l)
),

{{ supported_edges('loose_links', 'loose_edges') }},

{{ components('loose', 'loose_nodes', 'loose_links') }},

loose_clusters as (
    select
        l.id,
        'u:' || l.component || case
            when max(n.published_on) over same - min(n.published_on) over same > 10
                then ':' || coalesce((n.published_on - min(n.published_on) over same) // 11, 0)::varchar
            else ''
        end as cluster
    from loose as l
    inner join nodes as n using (id)
    window same as (partition by l.component)
),

clusters as (
    select id, cluster from day_clusters
    union all
    select id, cluster from joined
    union all
    select id, cluster from loose_clusters
),

{{ corrected_clusters('pairs') }}

select
    n.id as meeting_report_id,
    n.article_id,
    'mtg-' || substr(first_value(n.id) over (
        partition by c.cluster order by n.published_at nulls last, n.id
    ), 4) as meeting_id,
    w.component,
    {{ previous_id('meeting_id', 'meeting_report_id', 'n.id') }} as previous_id,
    '{{ invocation_id }}' as build_id
from nodes as n
inner join corrected_clusters as c using (id)
inner join whole as w using (id)
