"""Buttons on Airflow's tasks that lead to the pages of mahdar_ui."""

from __future__ import annotations

from typing import Any

from airflow.sdk import BaseOperatorLink


class PageLink(BaseOperatorLink):
    """A button ``name`` that leads to the page with ``route`` inside Airflow's frame."""

    def __init__(self, name: str, route: str) -> None:
        self.page, self.route = name, route

    @property
    def name(self) -> str:
        return self.page

    @property
    def xcom_key(self) -> str:
        return f"_link_mahdar_{self.route}"

    def get_link(self, operator: Any, *, ti_key: Any) -> str:
        return f"/plugin/mahdar-{self.route}"
