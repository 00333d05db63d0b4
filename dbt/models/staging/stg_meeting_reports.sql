-- What articles say of meetings, without what a person has called no event.
select r.*
from {{ source('raw', 'meeting_reports') }} as r
where r.meeting_report_id not in (select c.report_id from {{ ref('corrections_not_an_event') }} as c)
