"""`make ui` in a real browser: log in, trigger the night, watch it end, follow the links of its tasks, open each page. `make test-ui`; screenshots go to docs/screenshots/."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from extract import run_names
from tests.ui.conftest import BASE, PROJECT, Airflow, parts_running

SHOTS = PROJECT / "docs" / "screenshots"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def airflow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Airflow]:
    if not (shutil.which("chromium") or shutil.which("chromium-browser")):
        pytest.skip("no chromium here (apt-get install chromium)")
    server = Airflow(tmp_path_factory.mktemp("ui"))
    yield server
    server.stop()


@pytest.fixture
def page(airflow: Airflow) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="en-GB")
        page.set_default_timeout(60_000)
        yield page
        browser.close()


def test_a_night_in_the_browser(airflow: Airflow, page: Any) -> None:
    assert page.goto(BASE + "/mahdar/tonight").status in (401, 403)
    page.goto(BASE)
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", airflow.password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    page.goto(BASE + "/dags/nightly")
    page.get_by_role("button", name="Trigger").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Trigger").click()
    assert parts_running()
    nights = airflow.wait(2, 900)
    assert [n["state"] for n in nights] == ["success", "success"]
    follow_the_links(airflow, page, min(nights, key=lambda n: n["end_date"]), max(nights, key=lambda n: n["end_date"]))
    open_the_pages(page)
    take_pictures(page)
    airflow.stop(signal.SIGINT)
    assert parts_running() == []


def follow_the_links(airflow: Airflow, page: Any, first: dict[str, Any], last: dict[str, Any]) -> None:
    """The links of the first night's tasks open pages of that night, although another has ended since."""
    named = {n["dag_run_id"]: next(p.name for p in (airflow.data / "runs").iterdir() if run_names.names(p.name, n["dag_run_id"])) for n in (first, last)}
    seen = {}
    for task, said in (("publish", "Failed expectations"), ("check_marts", "every_record_is_published_or_aside"), ("build", "dbt Docs"), ("bulletin", "نشرة ليلة")):
        page.goto(f"{BASE}/dags/nightly/runs/{first['dag_run_id']}/tasks/{task}/details")
        page.locator("a[href*='/plugin/mahdar-']:visible").click()
        inside = page.frame_locator("iframe")
        inside.get_by_text(said).first.wait_for(state="attached")
        seen[task] = inside.locator("body").inner_text()
    for task in ("publish", "check_marts"):
        assert named[first["dag_run_id"]] in seen[task] and named[last["dag_run_id"]] not in seen[task]


def open_the_pages(page: Any) -> None:
    """Each page of the menu inside Airflow's frame, and the documents that they lead to."""
    page.goto(BASE + "/plugin/mahdar-bulletin")
    inside = page.frame_locator("iframe")
    assert "نشرة ليلة" in inside.locator("h1").inner_text()
    inside.locator(".card h3 a").first.click()
    inside.locator("article.card blockquote").first.wait_for()  # the meeting's page, with its reports
    page.goto(BASE + "/plugin/mahdar-documents")
    inside.locator("li a").first.wait_for()
    names = inside.locator("li a").all_inner_texts()
    assert {"bulletin/index.html", "dbt/index.html", "quality/index.html"} <= set(names)
    for name, said in (("quality/index.html", "articles"), ("dbt/index.html", "dbt Docs")):
        page.goto(BASE + "/plugin/mahdar-documents")
        inside.get_by_role("link", name=name, exact=True).click()
        inside.get_by_text(said).first.wait_for(state="attached")
    page.goto(BASE + "/mahdar/tonight")
    assert "succeeded" in page.inner_text("body")


def take_pictures(page: Any) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name, route in (("nightly", "/dags/nightly"), ("tonight", "/plugin/mahdar-tonight"), ("expectations", "/plugin/mahdar-quality")):
        page.goto(BASE + route)
        page.wait_for_timeout(4000)
        page.screenshot(path=SHOTS / f"{name}.png")
