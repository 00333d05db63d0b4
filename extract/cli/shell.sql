.prompt 'mahdar> '
.maxrows 40
.print "Tables (describe meetings; shows the columns, FROM duckdb_columns() their comments):"
SELECT table_name AS "table", estimated_size AS "rows", comment AS "what it holds" FROM duckdb_tables() ORDER BY table_name;
.print
.print "Five questions to start from:"
.print "  FROM meetings_between('UA', 'NATO');                  who met, when, where"
.print "  FROM met_with('ينس ستولتنبرغ');                         whom a person met"
.print "  FROM pledges_to('UA', DATE '2022-01-01');             what was pledged to a state"
.print "  FROM search_articles('اجتماعات الوزراء');               articles by words in any form"
.print "  FROM evidence('meeting', (SELECT meeting_id FROM meetings ORDER BY n_sources DESC LIMIT 1));"
.print "More: docs/questions.md. Leave with .quit"
.print
