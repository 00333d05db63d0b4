{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_reports('meeting_report_id', 'int_meeting_identities') }}") }}
select
    p.meeting_report_id, p.article_id, p.person_id, p.person_name_ar, p.person_name_en, p.role, p.role_ar, p.actor_id,
    p.actor_name_ar, p.actor_name_en, p.capacity, p.is_collective, p.quote, p.start_char, p.end_char, p.confidence, p.rule
from {{ ref('stg_participant_reports') }} as p
inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id)
where i.{{ of_this_build() }}
