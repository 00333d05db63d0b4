-- Ids once published that are no row any more, and the row that their reports belong to now.
with meetings as (
    select h.meeting_id as old_id, i.meeting_id as new_id, max(h.dbt_valid_to) as merged_at, 'meeting' as entity
    from {{ ref('meeting_identity_history') }} as h
    inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id)
    where h.meeting_id not in (select m.meeting_id from {{ ref('int_meetings') }} as m)
    group by all
),

pledges as (
    select h.pledge_id as old_id, i.pledge_id as new_id, max(h.dbt_valid_to) as merged_at, 'pledge' as entity
    from {{ ref('pledge_identity_history') }} as h
    inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id)
    where h.pledge_id not in (select p.pledge_id from {{ ref('int_pledges') }} as p)
    group by all
)

select * from meetings qualify row_number() over (partition by old_id order by new_id) = 1
union all
select * from pledges qualify row_number() over (partition by old_id order by new_id) = 1
