.prompt 'mahdar> '
.maxrows 40
SELECT table_name AS "tables", estimated_size AS "rows" FROM duckdb_tables() ORDER BY table_name;
.print
.print Five questions to start from:
.print   FROM meetings_between('UA', 'NATO');
.print   FROM met_with('ينس ستولتنبرغ');
.print   FROM pledges_to('UA', NULL);
.print   FROM evidence('meeting', (SELECT meeting_id FROM meetings ORDER BY n_sources DESC LIMIT 1));
.print   SELECT country_code, count(*) FROM meetings GROUP BY ALL ORDER BY 2 DESC;
.print
