{{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key='pledge_report_id',
          post_hook="{{ forget_lost_reports('pledge_report_id', 'int_pledge_features') }}") }}
-- depends_on: {{ ref('int_articles') }}
-- Which pledge each report belongs to: connected components over the pairs, corrected by people. The id comes from the
-- earliest-published report, of a whole before its parts. Incremental as int_meeting_identities is.
with recursive {{ touched_scope('pledge_report_id', 'int_pledge_features', 'int_pledge_pairs') }},

pairs as (
    select p.* from {{ ref('int_pledge_pairs') }} as p
    where p.a in (select s.pledge_report_id from scope as s)
),

nodes as (
    select f.pledge_report_id as id, f.article_id, f.published_at
    from {{ ref('int_pledge_features') }} as f
    where f.pledge_report_id in (select s.pledge_report_id from scope as s)
),

edges as (select p.a, p.b from pairs as p),

{{ components('whole', 'nodes', 'edges') }},

clusters as (select w.id, w.component as cluster from whole as w),

{{ corrected_clusters('pairs') }},

-- A report of a part, and any that tells the same sum elsewhere, is a part of the cluster's pledge.
parts as (
    select p.part_id as id from {{ ref('int_pledge_parts') }} as p
    inner join nodes as n on p.part_id = n.id
),

told_again as (
    select id from parts
    union
    select e.b as id from parts as p inner join pairs as e on p.id = e.a and e.article_a <> e.article_b
    union
    select e.a from parts as p inner join pairs as e on p.id = e.b and e.article_a <> e.article_b
)

select
    n.id as pledge_report_id,
    n.article_id,
    'plg-' || substr(first_value(n.id) over (
        partition by c.cluster order by again.id is not null, n.published_at nulls last, n.id
    ), 4) as pledge_id,
    again.id is not null as is_part,
    w.component,
    {{ previous_id('pledge_id', 'pledge_report_id', 'n.id') }} as previous_id,
    '{{ invocation_id }}' as build_id
from nodes as n
inner join corrected_clusters as c using (id)
inner join whole as w using (id)
left join told_again as again using (id)
