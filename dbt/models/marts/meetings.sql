{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_events('meeting_id', 'int_meeting_identities') }}") }}
with parties as (
    select
        meeting_id,
        string_agg(coalesce(person_name_ar, actor_name_ar), ' و' order by rank) as who_ar,
        string_agg(coalesce(person_name_en, person_name_ar, actor_name_en, actor_name_ar), ', ' order by rank) as who_en
    from (
        select *, row_number() over (partition by meeting_id order by person_name_ar is null, confidence desc, person_name_ar, actor_name_ar) as rank
        from {{ ref('participants') }}
        where meeting_id in {{ touched_events('meeting_id', 'int_meeting_identities') }}
    )
    where rank <= 2
    group by meeting_id
),

kinds as (
    select * from (
        values
        ('summit', 'قمة'), ('ministerial', 'اجتماع وزاري'), ('bilateral', 'لقاء'), ('visit', 'زيارة'), ('call', 'اتصال هاتفي'),
        ('conference', 'مؤتمر'), ('negotiation', 'مفاوضات'), ('session', 'جلسة'), ('signing', 'توقيع'), ('other', 'اجتماع')
    ) as k (kind, kind_ar)
)

select
    m.meeting_id,
    k.kind_ar || coalesce(' ' || p.who_ar, '') || coalesce(' - ' || m.city, '') as name_ar,
    m.kind || coalesce(': ' || p.who_en, '') || coalesce(', ' || m.city, '') as name_en,
    m.kind, m.status, m.start_date, m.end_date, m.date_precision, m.city, m.country_code, m.host_id, m.series, m.ordinal,
    m.first_reported_at, m.last_reported_at, m.n_articles, m.n_sources, m.confidence,
    coalesce(exact.plover, general.plover) as plover,
    coalesce(exact.cameo, general.cameo) as cameo
from {{ ref('int_meetings') }} as m
left join parties as p using (meeting_id)
left join kinds as k on m.kind = k.kind
left join {{ ref('codes') }} as exact on exact.event = 'meeting' and exact.kind = m.kind and exact.status = m.status
left join {{ ref('codes') }} as general on general.event = 'meeting' and general.kind is null and general.status = m.status
where m.meeting_id in {{ touched_events('meeting_id', 'int_meeting_identities') }}
