"""Data quality at each step: suites as code, one module a step, and the one function that runs them.

    raw.py articles.py reports.py marts.py   what is expected of each step, each expectation with its reason
    frames.py                                the rows that the expectations look at, cut into batches by DuckDB
    runner.py                                runs a suite with Great Expectations, keeps its results

Great Expectations takes seconds to import, so nothing here imports it before a suite runs.
"""

from expectations.runner import CheckFailed, SuiteResult, run_suite

__all__ = ["CheckFailed", "SuiteResult", "run_suite"]
