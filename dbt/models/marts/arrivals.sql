{{ config(materialized='incremental', incremental_strategy='append',
          pre_hook=["{{ forget_touched_events('entity_id', 'int_meeting_identities', 'meeting_id', 'mtg-') }}",
                    "{{ forget_touched_events('entity_id', 'int_pledge_identities', 'pledge_id', 'plg-') }}"]) }}
-- When a published event was first read: the first night of any of its reports, also of those that redirect to it.
with touched as (
    select distinct 'meeting' as entity, i.meeting_id as entity_id from {{ ref('int_meeting_identities') }} as i
    where i.{{ of_this_build() }}
    union all
    select distinct 'pledge', i.pledge_id from {{ ref('int_pledge_identities') }} as i
    where i.{{ of_this_build() }}
),

seen as (
    select i.meeting_id as entity_id, h.dbt_valid_from
    from {{ ref('meeting_identity_history') }} as h inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id)
    where i.{{ of_this_build() }}
    union all
    select h.meeting_id, h.dbt_valid_from from {{ ref('meeting_identity_history') }} as h
    where h.meeting_id in (select t.entity_id from touched as t)
    union all
    select i.pledge_id, h.dbt_valid_from
    from {{ ref('pledge_identity_history') }} as h inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id)
    where i.{{ of_this_build() }}
    union all
    select h.pledge_id, h.dbt_valid_from from {{ ref('pledge_identity_history') }} as h
    where h.pledge_id in (select t.entity_id from touched as t)
)

select t.entity, t.entity_id, min(s.dbt_valid_from)::timestamp as arrived_at
from touched as t
inner join seen as s on t.entity_id = s.entity_id
group by t.entity, t.entity_id
