-- What changed in a published row, when, and the article that was the latest about it.
with versions as (
    {{ unpivoted('meeting_history', 'meeting_id', ['kind', 'status', 'start_date', 'end_date', 'city', 'country_code', 'host_id'], 'meeting') }}
    union all
    {{ unpivoted('pledge_history', 'pledge_id', ['kind', 'status', 'amount', 'amount_max', 'currency', 'quantity'], 'pledge') }}
),

compared as (
    select *, lag(value) over (partition by entity_id, column_name order by dbt_valid_from) as old_value from versions
)

select
    entity, entity_id, column_name,
    nullif(old_value, '') as old_value,
    nullif(value, '') as new_value,
    dbt_valid_from as changed_at,
    'a later report says so' as reason,
    last_article_id as article_id
from compared
where old_value is not null and old_value <> value
