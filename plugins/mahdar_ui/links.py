"""Buttons on Airflow's tasks that lead to the pages of mahdar_ui."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from airflow.sdk import BaseOperatorLink


class PageLink(BaseOperatorLink):
    """A button ``name`` that leads to a page, of the run of its task, inside Airflow's frame of the view ``route``.

    ``document`` is what of the page's folder is opened instead where it is the same for all runs.
    """

    def __init__(self, name: str, route: str, document: str | None = None) -> None:
        self.page, self.route, self.document = name, route, document

    @property
    def name(self) -> str:
        return self.page

    @property
    def xcom_key(self) -> str:
        return f"_link_mahdar_{self.route}"

    def get_link(self, operator: Any, *, ti_key: Any) -> str:
        inside = f"mahdar/{self.route}"
        query = f"/{self.document}" if self.document else f"?run={quote(ti_key.run_id, safe='')}"
        return f"/plugin/mahdar-{self.route}/{inside}{query}"
