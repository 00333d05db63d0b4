-- When a published event was first read: the first night of any of its reports, also of those that redirect to it.
with seen as (
    select 'meeting' as entity, i.meeting_id as entity_id, h.dbt_valid_from
    from {{ ref('meeting_identity_history') }} as h inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id)
    union all
    select 'meeting', meeting_id, dbt_valid_from from {{ ref('meeting_identity_history') }}
    union all
    select 'pledge', i.pledge_id, h.dbt_valid_from
    from {{ ref('pledge_identity_history') }} as h inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id)
    union all
    select 'pledge', pledge_id, dbt_valid_from from {{ ref('pledge_identity_history') }}
)

select entity, entity_id, min(dbt_valid_from)::timestamp as arrived_at
from seen
where
    entity_id in (
        select meeting_id from {{ ref('int_meetings') }}
        union all
        select pledge_id from {{ ref('int_pledges') }}
    )
group by entity, entity_id
