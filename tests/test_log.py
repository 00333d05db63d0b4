"""How a run tells of an expectation that failed."""

from __future__ import annotations

import json
import logging

import pytest

from extract import log

ROW = {"run_id": "r1", "suite": "raw", "expectation": "record_has_bytes", "severity": "critical", "message": "record_has_bytes: «فارغ»"}


def test_a_finding_is_in_the_log(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.delenv("MAHDAR_LOG", raising=False)
    with caplog.at_level(logging.WARNING):
        log.finding(ROW)
        log.finding(ROW | {"severity": "warning"})
    assert [r.levelname for r in caplog.records] == ["ERROR", "WARNING"]
    assert "critical: record_has_bytes: «فارغ»" in caplog.text


def test_a_finding_is_a_line_of_json_for_collectors(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv("MAHDAR_LOG", "json")
    log.finding(ROW)
    (line,) = map(json.loads, capsys.readouterr().err.splitlines())
    assert (line["step"], line["status"], line["message"]) == ("check raw", "finding", ROW["message"])
    assert not caplog.records
