{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('meeting_id', 'int_meeting_identities') }}") }}
-- The union of the participants of a meeting's reports; of each column the form that most voices give, of the name the longest
-- of those. Copies of one text are one voice.
with reports as (
    select p.*, r.meeting_id, a.representative_id, length(p.person_name_ar) as name_length
    from {{ ref('stg_participant_reports') }} as p
    inner join {{ ref('int_meeting_identities') }} as r using (meeting_report_id, article_id)
    inner join {{ ref('int_articles') }} as a using (article_id)
    where r.{{ of_this_build() }}
),

told as (
    select meeting_id, participant_key, count(distinct article_id) as n_articles
    from reports
    group by meeting_id, participant_key
),

voices as (
    select *
    from reports
    qualify row_number() over (
        partition by meeting_id, participant_key, representative_id
        order by article_id = representative_id desc, article_id, meeting_report_id, participant_no
    ) = 1
),

named as (
    select
        meeting_id, participant_key,
        mode(person_id order by person_id) filter (where person_id is not null) as person_id,
        mode(person_name_ar order by name_length desc, person_name_ar) filter (where person_name_ar is not null) as person_name_ar,
        mode(person_name_en order by person_name_en) filter (where person_name_en is not null) as person_name_en,
        mode(role order by role) filter (where role is not null) as role,
        mode(actor_id order by actor_id) filter (where actor_id is not null) as actor_id,
        mode(actor_name_ar order by actor_name_ar) filter (where actor_name_ar is not null) as actor_name_ar,
        mode(actor_name_en order by actor_name_en) filter (where actor_name_en is not null) as actor_name_en,
        mode(capacity order by capacity) as capacity,
        bool_and(is_collective) as is_collective,
        round(1 - product(1 - confidence * 0.9), 3) as confidence
    from voices
    group by meeting_id, participant_key
)

select
    n.meeting_id,
    case
        when n.person_name_ar is null then null
        else coalesce(n.person_id, 'x-' || coalesce(lower(n.actor_id), 'unknown') || '-' || replace({{ fold_arabic('n.person_name_ar') }}, ' ', '-'))
    end as person_id,
    n.person_name_ar, n.person_name_en, n.role, n.actor_id, n.actor_name_ar, n.actor_name_en, n.capacity, n.is_collective,
    t.n_articles, n.confidence
from named as n
inner join told as t using (meeting_id, participant_key)
-- The bare state goes where one of its people takes part.
where not (
    n.person_name_ar is null and n.role is null and n.actor_id is not null
    and exists (
        select 1 from named as o
        where o.meeting_id = n.meeting_id and o.actor_id = n.actor_id and o.person_name_ar is not null
    )
)
