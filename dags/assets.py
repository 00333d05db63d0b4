"""What the DAGs produce, each named once: a task that writes one says so, and a DAG of others can be scheduled on it."""

from __future__ import annotations

from airflow.sdk import Asset

RAW, ARTICLES, REPORTS = Asset("mahdar://raw"), Asset("mahdar://articles"), Asset("mahdar://reports")
WAREHOUSE, PUBLISHED = Asset("mahdar://warehouse"), Asset("mahdar://published")
