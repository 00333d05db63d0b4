"""What is usual: figures of the last nights, kept in ``quality_results``, and the range that they teach.

An expectation of ``ExpectFigureToBeUsual`` leaves tonight's figures in ``observed`` as a JSON object of subject → value;
``learn`` reads those of the last ``NIGHTS`` nights back. A subject is judged once ``MIN_NIGHTS`` nights know it.
"""

from __future__ import annotations

import duckdb

from expectations.frames import Frame

NIGHTS = 28
MIN_NIGHTS = 7
# How a range is made of the median ``mid`` and the 10th and 90th percentile of the past nights; n rows stand behind
# tonight's share. Standard errors (four of a Poisson count, three of a share) keep small numbers from crying wolf.
_SHARE = "0.05 + 3 * sqrt(greatest(mid * (1 - mid), 0) / n)"
RANGES = {
    "count": ("least(p10 / 2, mid - 4 * sqrt(mid))", "greatest(p90 * 2, mid + 4 * sqrt(mid) + 5)"),
    "size": ("p10 / 2", "p90 * 2"),
    "level": ("p10 - 0.05", "p90 + 0.05"),
    "share": (f"p10 - ({_SHARE})", f"p90 + {_SHARE}"),
    "mix": (f"p10 - ({_SHARE})", f"p90 + {_SHARE}"),
}


def learn(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Make the table ``past_figures`` (figure, subject, day, value): the last run of each of the last nights but ``run_id``."""
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE past_figures AS
            WITH nights AS (
                SELECT q.expectation AS figure, r.day, q.observed
                FROM past_results AS q JOIN past_runs AS r USING (run_id)
                WHERE q.run_id <> ? AND r.status = 'succeeded' AND q.observed LIKE '{{%'
                QUALIFY row_number() OVER (PARTITION BY figure, r.day ORDER BY q.checked_at DESC) = 1
                    AND dense_rank() OVER (PARTITION BY figure ORDER BY r.day DESC) <= {NIGHTS})
            SELECT figure, day, j.key AS subject, j.value::DOUBLE AS value FROM nights, json_each(nights.observed) AS j""",
        [run_id],
    )


def usual_frame(name: str, kind: str, sql: str) -> Frame:
    """The frame of the expectation ``name``: tonight's figures beside their usual range.

    ``sql`` gives subject, value, n (rows behind the value) and rows (keys of up to five of them, as text). ``kind``
    chooses the range of ``RANGES``. Of a count or a mix, a subject of the past that is missing tonight counts as 0; in
    a mix, a subject that no past night has is new and was 0.
    """
    low, high = RANGES[kind]
    known = "(SELECT count(DISTINCT day) FROM past WHERE figure_known)" if kind == "mix" else "nights"
    gone = " HAVING max(value) > 0" if kind == "count" else ""  # silent for all these nights: forgotten
    new, missing = ("0", "0") if kind == "mix" else ("NULL", "0" if kind == "count" else "NULL")
    return Frame(
        name,
        f"""WITH tonight AS ({sql}),
                 past AS (SELECT *, true AS figure_known FROM past_figures WHERE figure = '{name}'),
                 learned AS (SELECT subject, count(*) AS nights, median(value) AS mid, quantile_cont(value, 0.1) AS p10,
                                    quantile_cont(value, 0.9) AS p90 FROM past GROUP BY subject{gone}),
                 beside AS (SELECT subject, coalesce(t.value, {missing}) AS value, coalesce(l.nights, 0) AS nights,
                                   coalesce(t.n, (SELECT max(n) FROM tonight)) AS n, coalesce(t.rows, '') AS rows,
                                   coalesce(mid, {new}) AS mid, coalesce(p10, {new}) AS p10, coalesce(p90, {new}) AS p90
                            FROM tonight AS t FULL JOIN learned AS l USING (subject))
            SELECT subject, value::DOUBLE AS value, nights, mid, rows AS shows,
                   CASE WHEN {known} >= {MIN_NIGHTS} THEN greatest(0, {low}) END AS low,
                   CASE WHEN {known} >= {MIN_NIGHTS} THEN {high} END AS high
            FROM beside WHERE value IS NOT NULL ORDER BY subject""",
        key="subject",
        batched=False,
    )
