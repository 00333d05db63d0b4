"""Data Docs: a page a run and suite, rendered by Great Expectations, and an index; nothing in them is loaded from afar.

    quality/index.html                      the last runs, suite by suite
    quality/runs/<run_id>/<suite>.html      what each expectation found
    quality/runs/<run_id>/<suite>.json      the summary that the index is made of
    quality/assets/                         Bootstrap's styles and our own, as vendored in expectations/assets
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

from expectations.results import Found

ASSETS = Path(__file__).parent / "assets"
_EXTERNAL = re.compile(r"""<script[^>]*\bsrc=["']https?://[^>]*></script>|<link[^>]*\bhref=["']https?://[^>]*>|<link[^>]*rel=["']shortcut icon[^>]*>""")
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_BRAND = re.compile(r'<div class="float-left navbar-brand.*?</div>', re.DOTALL)
_FOOTER = re.compile(r"<footer\b.*?</footer>", re.DOTALL)
_ICONS = (
    (re.compile(r'<i class="[^"]*\bfa-check[^"]*"[^>]*></i>'), '<b class="text-success">✔</b>'),
    (re.compile(r'<i class="[^"]*\bfa-(?:times|exclamation)[^"]*"[^>]*></i>'), '<b class="text-danger">✖</b>'),
    (re.compile(r'<i class="[^"]*\bfa-[^"]*"[^>]*></i>'), ""),
)
_ARABIC = re.compile("[\u0600-\u06ff](?:[^<>A-Za-z]*[\u0600-\u06ff])?")
_STYLES = '<link rel="stylesheet" href="{up}assets/bootstrap.min.css"><link rel="stylesheet" href="{up}assets/mahdar.css">'


def write(folder: Path, suite: str, run_id: str, checked_at: dt.datetime, found: list[Found]) -> Path:
    """Write the page of one suite of one run and the index anew; return the page's path."""
    page = folder / "runs" / run_id / f"{suite}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    page.write_text(localise(_render(suite, run_id, checked_at, found), "../../"), encoding="utf-8")
    failed = [{"name": f.name, "severity": f.severity, "message": f.message()} for f in found if not f.success]
    summary = {"checked_at": checked_at.isoformat(timespec="seconds"), "n": len(found), "failed": failed}
    page.with_suffix(".json").write_text(json.dumps(summary, ensure_ascii=False), encoding="utf-8")
    write_index(folder)
    return page


def write_index(folder: Path) -> None:
    """Write the index of the runs whose pages are there."""
    (folder / "index.html").write_text(index(folder), encoding="utf-8")


def _render(suite: str, run_id: str, checked_at: dt.datetime, found: list[Found]) -> str:
    """The library's own page of validation results, the results of all batches added up."""
    from great_expectations.core import ExpectationSuiteValidationResult, ExpectationValidationResult, RunIdentifier
    from great_expectations.render.renderer import ValidationResultsPageRenderer
    from great_expectations.render.view import DefaultJinjaPageView

    results = [ExpectationValidationResult(success=f.success, expectation_config=f.config, result=_shown(f), meta={}, exception_info={"raised_exception": bool(f.broken), "exception_message": html.escape(f.broken), "exception_traceback": ""}) for f in found]
    n_good = sum(f.success for f in found)
    result = ExpectationSuiteValidationResult(
        success=n_good == len(found), results=results, suite_name=suite, suite_parameters={},
        statistics={"evaluated_expectations": len(found), "successful_expectations": n_good, "unsuccessful_expectations": len(found) - n_good,
                    "success_percent": 100 * n_good / max(1, len(found))},
        # «run »: the library parses a bare name as a date, and some run ids would be one with an impossible offset
        meta={"run_id": RunIdentifier(run_name=f"run {run_id}", run_time=checked_at.replace(tzinfo=dt.timezone.utc)), "active_batch_definition": {"data_asset_name": suite}},
    )  # fmt: skip
    return str(DefaultJinjaPageView().render(ValidationResultsPageRenderer(run_info_at_end=True).render(result), show_how_to_buttons=False))


def _shown(found: Found) -> dict[str, Any]:
    """The result as the library keeps it, with the sample rows as a person reads them in place of bare values."""
    values = [html.escape(v) for v in found.shown()]  # the library writes what it is given as it is
    share = 100 * found.n_failing / max(1, found.n_rows)
    return {
        "element_count": found.n_rows, "unexpected_count": found.n_failing, "unexpected_percent": share, "missing_count": 0, "missing_percent": 0.0,
        "unexpected_percent_total": share, "unexpected_percent_nonmissing": share, "partial_unexpected_list": values,
    }  # fmt: skip


def localise(page: str, up: str) -> str:
    """A page that loads nothing from afar: styles from ``up``assets, no scripts, icons as words, Arabic right to left."""
    for pattern, instead in ((_EXTERNAL, ""), (_SCRIPT, ""), (_FOOTER, ""), *_ICONS):
        page = pattern.sub(instead, page)
    page = _BRAND.sub(f'<div class="float-left navbar-brand"><a href="{up}index.html">Mahdar: data quality</a></div>', page)
    page = re.sub(r"(href|src)=([\"'])(?:\.\./)+(?:expectations|static)/[^\"']*\2", "", page)
    page = re.sub(r"(?:\.\./)+index\.html", f"{up}index.html", page)
    head, _, body = page.partition("<body>")
    body = re.sub(r">([^<]+)<", lambda m: ">" + _ARABIC.sub(r'<bdi dir="rtl" lang="ar">\g<0></bdi>', m[1]) + "<", body)
    return head.replace("</head>", _STYLES.format(up=up) + "</head>") + "<body>" + body


def index(folder: Path) -> str:
    """The page of all runs whose pages are kept, the latest first."""
    rows = []
    for run in sorted((p for p in (folder / "runs").iterdir() if p.is_dir()), key=lambda p: p.name, reverse=True):
        cells = []
        for path in sorted(run.glob("*.json"), key=lambda p: p.stat().st_mtime):
            summary = json.loads(path.read_text(encoding="utf-8"))
            grave = sum(f["severity"] == "critical" for f in summary["failed"])
            word = f"{grave} critical" if grave else f"{len(summary['failed'])} warnings" if summary["failed"] else "passed"
            look = "danger" if grave else "warning" if summary["failed"] else "success"
            told = "".join(f'<li dir="auto">{html.escape(f["severity"])}: {html.escape(f["message"])}</li>' for f in summary["failed"])
            cells.append(
                f'<p><a href="runs/{html.escape(run.name)}/{path.stem}.html">{path.stem}</a> <span class="badge badge-{look}">{word}</span> of {summary["n"]}, '
                f"{html.escape(summary['checked_at'])} UTC</p>" + (f"<details><summary>what failed</summary><ul>{told}</ul></details>" if told else "")
            )
        rows.append(f"<section><h2>{html.escape(run.name)}</h2>{''.join(cells)}</section>")
    styles = _STYLES.format(up="")
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mahdar: data quality</title>{styles}</head><body class="container"><h1>Data quality, night by night</h1>{"".join(rows)}</body></html>'
