{% snapshot pledge_history %}
    {{ config(target_schema='history', unique_key='pledge_id', strategy='check',
              check_cols=['kind', 'status', 'amount', 'amount_max', 'currency', 'quantity']) }}
    -- With the article that made it so: the latest of those that came in this build.
    select e.pledge_id, e.kind, e.status, e.amount, e.amount_max, e.currency, e.quantity, came.article_id as last_article_id
    from {{ ref('int_pledges') }} as e
    inner join (
        select i.pledge_id, last(i.article_id order by a.build_id = i.build_id, a.published_at nulls first, i.article_id) as article_id
        from {{ ref('int_pledge_identities') }} as i
        inner join {{ ref('int_articles') }} as a using (article_id)
        where i.{{ of_this_build() }}
        group by i.pledge_id
    ) as came using (pledge_id)
{% endsnapshot %}
