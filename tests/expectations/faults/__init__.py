"""Kinds of broken data, by the suite that catches them; all together in FAULTS."""

from tests.expectations.faults import articles, marts, raw, reports
from tests.expectations.faults.articles import LINE
from tests.expectations.faults.registry import FAULTS, Fault

__all__ = ["FAULTS", "LINE", "Fault", "articles", "marts", "raw", "reports"]
