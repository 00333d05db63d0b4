-- Every correction that a person made, and whether it still finds what it corrects.
with reports as (
    select i.meeting_report_id as report_id, i.meeting_id as event_id from {{ ref('int_meeting_identities') }} as i
    union all
    select i.pledge_report_id, i.pledge_id from {{ ref('int_pledge_identities') }} as i
),

said as (
    select 'same_event' as correction, c.report_id as on_id, c.other_report_id as other_id, null as field, null as value, c.who, c.why
    from {{ ref('corrections_same_event') }} as c
    union all
    select 'different_events', c.report_id, c.other_report_id, null, null, c.who, c.why
    from {{ ref('corrections_different_events') }} as c
    union all
    select 'not_an_event', c.report_id, null, null, null, c.who, c.why
    from {{ ref('corrections_not_an_event') }} as c
    union all
    select 'field', c.event_id, null, c.field, c.value, c.who, c.why
    from {{ ref('corrections_fields') }} as c
),

judged as (
    select
        s.*,
        case
            when s.correction = 'not_an_event' and s.on_id not in (
                select m.meeting_report_id from {{ source('raw', 'meeting_reports') }} as m
                union all
                select p.pledge_report_id from {{ source('raw', 'pledge_reports') }} as p
            ) then 'no article makes the report ' || s.on_id || ' any more'
            when s.correction in ('same_event', 'different_events') and x.report_id is null then 'no article makes the report ' || s.on_id || ' any more'
            when s.correction in ('same_event', 'different_events') and y.report_id is null then 'no article makes the report ' || s.other_id || ' any more'
            when s.correction = 'same_event' and x.event_id <> y.event_id then 'another correction parts the two'
            when s.correction = 'different_events' and x.event_id = y.event_id then 'another correction joins the two'
            when s.correction = 'field' and substr(s.on_id, 4) not in (select substr(r.report_id, 3) from reports as r)
                then 'no report tells the event ' || s.on_id || ' any more'
            when s.correction = 'field' and s.field not in ({{ "'" + "', '".join(correctable_fields('meeting') + correctable_fields('pledge')) + "'" }})
                then 'the field ' || s.field || ' cannot be corrected'
        end as problem
    from said as s
    left join reports as x on s.on_id = x.report_id
    left join reports as y on s.other_id = y.report_id
)

select correction, on_id, other_id, field, value, who, why, problem is null as applies, problem
from judged
