{#- Tests of rows look, in an incremental build, at the rows of what the build touched, for a key twice among all rows that bear the
    key: the others were looked at when they were written. A build after one that failed makes and tests everything. -#}
{% macro get_where_subquery(relation) -%}
    {%- set article, meeting, pledge = ('article_id', 'int_articles'), 'int_meeting_identities', 'int_pledge_identities' -%}
    {%- set touched = {
        'stg_meeting_reports': article, 'stg_participant_reports': article, 'stg_pledge_reports': article, 'stg_pledge_report_parties': article,
        'int_articles': article, 'int_meeting_features': article, 'int_pledge_features': article, 'articles': article, 'article_lemmas': article,
        'int_meeting_identities': ('meeting_report_id', meeting), 'meeting_reports': ('meeting_report_id', meeting),
        'participant_reports': ('meeting_report_id', meeting),
        'int_pledge_identities': ('pledge_report_id', pledge), 'pledge_reports': ('pledge_report_id', pledge),
        'pledge_report_parties': ('pledge_report_id', pledge),
        'int_meetings': ('meeting_id', meeting), 'meetings': ('meeting_id', meeting), 'participants': ('meeting_id', meeting),
        'meeting_conflicts': ('meeting_id', meeting),
        'int_pledges': ('pledge_id', pledge), 'pledges': ('pledge_id', pledge), 'pledge_parties': ('pledge_id', pledge), 'pledge_parts': ('pledge_id', pledge),
    }.get(relation.identifier) -%}
    {%- if touched and flags.WHICH == 'build' and not flags.FULL_REFRESH -%}
        {%- set identities = api.Relation.create(database=relation.database, schema='intermediate', identifier=touched[1]) -%}
        {%- do return(
            '(select * from ' ~ relation ~ ' where ' ~ touched[0] ~ ' in (select i.' ~ touched[0] ~ ' from ' ~ identities
            ~ " as i where i.build_id = '" ~ invocation_id ~ "')) as dbt_subquery"
        ) -%}
    {%- endif -%}
    {%- do return(relation) -%}
{%- endmacro %}
