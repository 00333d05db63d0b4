-- What changed in a published row, when, and the article that came in that night and made it so.
with versions as (
    {{ unpivoted('meeting_history', 'meeting_id', ['kind', 'status', 'start_date', 'end_date', 'city', 'country_code', 'host_id'], 'meeting') }}
    union all
    {{ unpivoted('pledge_history', 'pledge_id', ['kind', 'status', 'amount', 'amount_max', 'currency', 'quantity'], 'pledge') }}
),

compared as (
    select *, lag(value) over (partition by entity, entity_id, column_name order by dbt_valid_from) as old_value from versions
)

select
    c.entity,
    c.entity_id,
    c.column_name,
    nullif(c.old_value, '') as old_value,
    nullif(c.value, '') as new_value,
    c.dbt_valid_from as changed_at,
    case
        when f.event_id is not null then 'corrected by ' || f.who || coalesce(': ' || f.why, '')
        else 'a later article'
    end as reason,
    c.last_article_id as article_id
from compared as c
left join {{ ref('corrections_fields') }} as f
    on c.entity_id = f.event_id and c.column_name = f.field and c.value = coalesce(f.value, '')
where c.old_value <> c.value
