{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_reports('meeting_report_id', 'int_meeting_identities') }}") }}
select
    r.meeting_report_id, i.meeting_id, r.article_id, r.kind, r.status, r.start_date, r.end_date, r.date_precision, r.date_basis,
    r.date_text, r.city, r.country_code, r.host_id, r.series, r.ordinal, r.topics_ar, r.quote, r.start_char, r.end_char,
    r.confidence, r.extractor_version, r.rule, r.outcome_ar
from {{ ref('stg_meeting_reports') }} as r
inner join {{ ref('int_meeting_identities') }} as i using (meeting_report_id)
where i.{{ of_this_build() }}
