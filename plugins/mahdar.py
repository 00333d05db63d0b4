"""Registers the pages of mahdar_ui with Airflow. Every process of Airflow reads this file, so it imports little."""

from __future__ import annotations

from typing import Any

from airflow.plugins_manager import AirflowPlugin


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The pages as an ASGI application, imported with the first request (FastAPI and Airflow's security take seconds)."""
    from mahdar_ui.pages import app as pages

    await pages(scope, receive, send)


def view(name: str, route: str) -> dict[str, str]:
    """An entry of the navigation that shows a page inside Airflow's frame."""
    return {"name": name, "href": f"/mahdar/{route}", "destination": "nav", "category": "browse", "url_route": f"mahdar-{route}"}


class MahdarPages(AirflowPlugin):
    name = "mahdar"
    fastapi_apps = [{"app": app, "url_prefix": "/mahdar", "name": "mahdar"}]
    external_views = [view("Tonight", "tonight"), view("Bulletin", "bulletin"), view("Expectations", "quality"), view("Documents", "documents")]
