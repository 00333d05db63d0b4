-- What articles say of pledges, without what a person has called no event.
select r.*
from {{ source('raw', 'pledge_reports') }} as r
where r.pledge_report_id not in (select c.report_id from {{ ref('corrections_not_an_event') }} as c)
