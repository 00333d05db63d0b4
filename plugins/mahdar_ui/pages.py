"""Pages inside Airflow: tonight at a glance, expectations, documents. Shown to those who may read the DAG nightly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from airflow.api_fastapi.core_api.security import requires_access_dag
from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader

from extract import glance, run_names
from extract.settings import Settings, load_settings

PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
# Every route is guarded; a mounted folder of static files would be open to anyone. No schema pages: they are not guarded.
app = FastAPI(
    title="Mahdar", docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(requires_access_dag("GET", param_dag_id="nightly"))]
)


def page(template: str, **values: Any) -> HTMLResponse:
    """One template as an answer that no cache keeps."""
    return HTMLResponse(PAGES.get_template(template).render(**values), headers={"Cache-Control": "no-store"})


def chosen(settings: Settings, run: str | None) -> dict[str, Any] | None:
    """The run that is asked for, by its id or that of its DAG run, else the last one; None where there is none yet."""
    if run is None:
        runs = glance.recent_runs(settings, 1)
        return glance.one_run(settings, runs[0]["run_id"]) if runs else None
    found = glance.one_run(settings, run)
    if found is None:
        raise HTTPException(404, f"no run {run}: it has not begun, or its folder was removed before it was published")
    return found


@app.get("/tonight")
def tonight(run: str | None = None) -> HTMLResponse:
    """Runs, counts a step, what is new, failures, freshness of the sources; of a run that is named, what it did alone."""
    settings = load_settings()
    night = chosen(settings, run)
    if run:
        return page("night.html", night=night)
    return page("tonight.html", night=night, runs=glance.recent_runs(settings)[::-1], **glance.published(settings))


@app.get("/quality")
def quality(run: str | None = None) -> HTMLResponse:
    """Every expectation of the last run, or of the one that is named."""
    return page("quality.html", night=chosen(load_settings(), run))


@app.get("/bulletin", response_model=None)
def bulletin(run: str | None = None) -> RedirectResponse | HTMLResponse:
    """The latest bulletin, or that of the day of the run that is named; its links lead to the evidence pages beside it."""
    settings = load_settings()
    night = chosen(settings, run) if run else None
    name = f"{run_names.day_of(night['run_id'])}.html" if night else "index.html"
    if (settings.docs / "bulletin" / name).is_file():
        return RedirectResponse(f"/mahdar/documents/bulletin/{name}", headers={"Cache-Control": "no-store"})
    return page("documents.html", names=[])


@app.get("/documents")
def documents() -> HTMLResponse:
    """The generated documents of the data folder."""
    return page("documents.html", names=glance.documents(load_settings()))


@app.get("/documents/{name:path}")
def document(name: str) -> FileResponse:
    """One file below the folder of documents; nothing outside it."""
    folder = load_settings().docs.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise HTTPException(404, "no such document")
    return FileResponse(path)
