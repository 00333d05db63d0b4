"""The benchmarks behind ``make bench``: ``python benchmarks/run.py [PART ...] [ARTICLES.jsonl[.gz]] [--json FILE]``.

Without a part all are run, which takes half an hour on two cores. Each figure stands beside its ratio to a baseline of the
same run, so that it means something on any machine; a figure without a baseline of its own is compared with the first of
its part in the same unit. The table is printed as it grows, and kept as JSON (default: bench.json in the data folder).
A file of a few thousand articles gives truer figures of the language layer than the sample, where few words are new.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

import bench_arabic  # noqa: E402
import bench_night  # noqa: E402

Row = dict[str, Any]


def read_texts(path: Path) -> list[str]:
    """The ``text`` of each line of a .jsonl or .jsonl.gz file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [r["text"] for r in map(json.loads, data.splitlines()) if r.get("text")]


def warehouse() -> Iterator[Row]:
    """A night's load, build, checks and publication on warehouses of 10,000 to 1,000,000 reports, and typical questions."""
    import bench_warehouse

    rows: list[Row] = []
    for found in bench_warehouse.sizes([10_000, 100_000, 1_000_000]):
        on = f"on {found['reports']:,} reports"
        steps = {step: found["night"][step] for step in bench_warehouse.STEPS}
        figures = [(f"{step} of a night", s, "s") for step, s in steps.items()] + [(q, ms, "ms") for q, ms in found["questions"].items()]
        figures += [("a night's steps", sum(steps.values()), "s"), ("a night's processor time", found["night"]["processor"], "s"), ("peak memory", found["night"]["peak memory"], "MB")]
        for name, value, unit in figures:
            smaller = next((r for r in rows if r["name"].startswith(f"{name} on ")), None)
            rows.append({"name": f"{name} {on}", "value": value, "unit": unit, "reports": found["reports"]})
            if smaller:
                rows[-1] |= {"baseline": smaller["name"], "ratio": round(value / smaller["value"], 2)}
            yield rows[-1]


def checks() -> Iterable[tuple[str, float, str]]:
    import bench_checks

    yield from bench_checks.night(bench_arabic.PROJECT / "seeds/sample/agencies.jsonl")
    yield from bench_checks.million()


def sources() -> Iterable[tuple[str, float, str]]:
    import bench_sources

    return bench_sources.measure()


def parts(texts: list[str]) -> dict[str, Callable[[], Iterable[Row | tuple[str, float, str]]]]:
    """The parts in the order in which they run."""
    return {
        "reading": bench_night.reading, "arabic": lambda: bench_arabic.measure(texts), "sources": sources, "starts": bench_night.starts,
        "airflow": bench_night.trivial_task, "checks": checks, "nights": bench_night.nights, "warehouse": warehouse,
    }  # fmt: skip


def compared(found: Iterable[Row | tuple[str, float, str]]) -> Iterator[Row]:
    """Figures as rows, each with a ratio: to its own baseline, else to the first of the same unit."""
    first: dict[str, Row] = {}
    for r in found:
        row: Row = r if isinstance(r, dict) else {"name": r[0].strip(), "value": r[1], "unit": r[2]}
        base = first.setdefault(row["unit"].split(" (")[0], row)
        if "ratio" not in row and base is not row and base["value"]:
            row |= {"baseline": base["name"], "ratio": round(row["value"] / base["value"], 3)}
        yield row


def main(arguments: list[str]) -> None:
    """Run the parts, print one line a figure, keep all as JSON."""
    target = Path(os.environ.get("MAHDAR_DATA") or "data") / "bench.json"
    if "--json" in arguments:
        at = arguments.index("--json")
        target = Path(arguments[at + 1])
        del arguments[at : at + 2]
    files = [a for a in arguments if ".jsonl" in a]
    texts = read_texts(Path(files[0])) if files else bench_arabic.sample_texts()
    all_parts = parts(texts)
    wanted = [a for a in arguments if a not in files] or list(all_parts)
    unknown = [a for a in wanted if a not in all_parts]
    if unknown:
        raise SystemExit(f"no part {', '.join(unknown)}: one of {', '.join(all_parts)}")
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1)}
    kept: dict[str, Any] = {"machine": machine, "parts": {}}
    target.parent.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        print(f"\n{name}", flush=True)
        kept["parts"][name] = []
        for row in compared(all_parts[name]()):
            kept["parts"][name].append(row)
            ratio = f"{row['ratio']:9.2f} × {row['baseline']}" if "ratio" in row else ""
            print(f"  {row['name']:52} {row['value']:12,.2f} {row['unit']:18} {ratio}", flush=True)
            target.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"\nkept in {target}")


if __name__ == "__main__":
    main(sys.argv[1:])
