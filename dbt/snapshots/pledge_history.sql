{% snapshot pledge_history %}
    {{ config(target_schema='history', unique_key='pledge_id', strategy='check',
              check_cols=['kind', 'status', 'amount', 'amount_max', 'currency', 'quantity']) }}
    select pledge_id, kind, status, amount, amount_max, currency, quantity, last_article_id
    from {{ ref('int_pledges') }}
    where pledge_id in {{ touched_events('pledge_id', 'int_pledge_identities') }}
{% endsnapshot %}
