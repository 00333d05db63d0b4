{{ config(materialized='incremental', incremental_strategy='append', pre_hook="{{ forget_touched_reports('pledge_report_id', 'int_pledge_identities') }}") }}
select
    r.pledge_report_id, i.pledge_id, r.article_id, r.meeting_report_id, r.status, r.kind, r.item_ar, r.amount, r.amount_max,
    r.currency, r.amount_text, r.is_approximate, r.quantity, r.unit, r.announced_date, r.due_date, r.condition_ar, r.speaker_id,
    r.attribution, r.quote, r.start_char, r.end_char, r.confidence, r.extractor_version, r.rule
from {{ ref('stg_pledge_reports') }} as r
inner join {{ ref('int_pledge_identities') }} as i using (pledge_report_id)
where i.{{ of_this_build() }}
