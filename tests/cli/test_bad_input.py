"""Bad input ends in quarantine with its reason, nothing else is lost, and failures are told in a line."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.conftest import write_drop

MAHDAR = [sys.executable, "-m", "extract.cli.main"]
GOOD = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في القاهرة اليوم وبحثا الأوضاع في المنطقة."


def mahdar(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*MAHDAR, *arguments], capture_output=True, text=True, env=os.environ | environment, timeout=300)


def test_each_fault_goes_aside_and_the_rest_is_read(tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    write_drop(drop / "good.jsonl", {"id": "g1", "source": "s", "published": "2026-11-19", "text": GOOD}, {"id": "g2", "source": "s", "published": "no date at all", "text": GOOD + " ثم غادر الوزير."})
    with (drop / "good.jsonl").open("a", encoding="utf-8") as f:
        f.write('{"id": "broken", "text": \n')
        f.write('{"id": "nothing"}\n')
    write_drop(drop / "twice.jsonl", {"id": "d", "url": "https://news.example/1", "source": "t", "text": GOOD + " أولا."}, {"id": "d", "url": "https://news.example/2", "source": "t", "text": GOOD + " ثانيا في الخبر."})
    (drop / "empty.txt").write_bytes(b"")
    (drop / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (drop / "persian.txt").write_text("وزیر امور خارجه ایران گفت که این دیدار در تهران برگزار می‌شود و گفتگوها ادامه خواهد داشت پس چه باید کرد", encoding="utf-8")
    (drop / "huge.txt").write_bytes("كلمة ".encode() * 7_000_000)
    (drop / "plain.txt").write_text(GOOD + " هذا نص عادي.", encoding="utf-8")
    with gzip.open(drop / "cut.jsonl.gz", "wb") as f:
        f.write(b'{"id": 1}\n' * 1000)
    (drop / "cut.jsonl.gz").write_bytes((drop / "cut.jsonl.gz").read_bytes()[:-20])
    data = tmp_path / "data"
    assert mahdar("ingest", str(drop), "--data", str(data)).returncode == 0
    result = mahdar("run", "--sources", "none", "--data", str(data), "--day", "2026-11-20")
    assert result.returncode == 0, result.stderr
    with duckdb.connect(str(data / "published/mahdar.duckdb"), read_only=True) as con:
        reasons = {r[0] for r in con.execute("SELECT reason FROM quarantine").fetchall()}
        articles = {r[0] for r in con.execute("SELECT external_id FROM articles").fetchall()}
    assert {"empty", "binary", "not_arabic", "too_large", "broken_json", "no_text", "duplicate_id", "broken_archive"} <= reasons
    assert {"g1", "g2", "d", "plain"} <= articles


def test_a_missing_sources_file_is_told(tmp_path: Path) -> None:
    result = mahdar("run", "--sources", str(tmp_path / "none.yml"), "--data", str(tmp_path / "data"))
    assert result.returncode == 1
    assert "does not exist" in result.stderr and "Traceback" not in result.stderr


def test_a_second_run_says_so(tmp_path: Path) -> None:
    import fcntl

    data = tmp_path / "data"
    data.mkdir()
    with (data / ".run.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        result = mahdar("run", "--sources", "none", "--data", str(data))
    assert result.returncode == 1
    assert "another run" in result.stderr and "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["run", "ingest", "sql", "evaluate", "doctor", "read", "explain", "status", "rebuild", "requeue", "export", "summary"])
def test_help(command: str) -> None:
    result = mahdar(command, "--help")
    assert result.returncode == 0 and "Usage" in result.stdout


def test_unknown_day_and_missing_warehouse(tmp_path: Path) -> None:
    assert "YYYY-MM-DD" in mahdar("run", "--day", "yesterday", "--data", str(tmp_path)).stderr
    result = mahdar("sql", "select 1", "--data", str(tmp_path))
    assert result.returncode != 0 and "mahdar run" in result.stderr


def test_nothing_to_take_in(tmp_path: Path) -> None:
    result = mahdar("ingest", str(tmp_path / "missing"), "--data", str(tmp_path / "data"))
    assert result.returncode == 1 and "does not exist" in result.stderr


def test_read_from_standard_input() -> None:
    result = subprocess.run([*MAHDAR, "read", "-", "--published", "2026-11-19"], input=GOOD, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0
    assert "bilateral" in result.stdout and "2026-11-19" in result.stdout
