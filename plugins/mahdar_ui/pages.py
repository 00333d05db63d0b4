"""Pages inside Airflow: tonight at a glance, expectations, documents. Shown to those who may read the DAG nightly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from airflow.api_fastapi.core_api.security import requires_access_dag
from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader

from extract import glance
from extract.settings import load_settings

PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
# Every route is guarded; a mounted folder of static files would be open to anyone. No schema pages: they are not guarded.
app = FastAPI(
    title="Mahdar", docs_url=None, redoc_url=None, openapi_url=None, dependencies=[Depends(requires_access_dag("GET", param_dag_id="nightly"))]
)


def page(template: str, **values: Any) -> HTMLResponse:
    """One template as an answer that no cache keeps."""
    return HTMLResponse(PAGES.get_template(template).render(**values), headers={"Cache-Control": "no-store"})


@app.get("/tonight")
def tonight() -> HTMLResponse:
    """Runs, counts a step, what is new, failures, freshness of the sources."""
    settings = load_settings()
    runs = glance.recent_runs(settings)[::-1]
    last = runs[0]["folder"] if runs else None
    failed = [r for r in glance.quality(last) if not r["success"]] if last else []
    return page("tonight.html", runs=runs, counts=glance.step_counts(last) if last else {}, failed=failed, **glance.published(settings))


@app.get("/quality")
def quality() -> HTMLResponse:
    """Every expectation of the last run."""
    runs = glance.recent_runs(load_settings(), 1)
    return page("quality.html", run=runs[-1] if runs else None, results=glance.quality(runs[-1]["folder"]) if runs else [])


@app.get("/bulletin", response_model=None)
def bulletin() -> RedirectResponse | HTMLResponse:
    """The latest bulletin; its links lead to the evidence pages beside it."""
    if (load_settings().docs / "bulletin" / "index.html").is_file():
        return RedirectResponse("/mahdar/documents/bulletin/index.html", headers={"Cache-Control": "no-store"})
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
