"""Fixtures that many tests share."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.lexicon import Lexicon, load_lexicon
from extract.pipeline import run_night
from extract.settings import Settings, load_settings

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """The project's lexicon, compiled once for all tests."""
    return load_lexicon(PROJECT / "seeds", tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def sample_night(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder in which one night on the sample articles has been published. Read-only for tests."""
    import datetime as dt

    settings = load_settings(tmp_path_factory.mktemp("sample"), PROJECT / "sources.yml")
    run_night(settings, dt.date(2026, 11, 20))
    return settings


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """An S3 server on this machine; its address."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def shelf(s3: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of the S3 server with an empty bucket ``shelf``, and the variables that lead there."""
    import boto3

    for name, value in {"AWS_ENDPOINT_URL": s3, "AWS_ACCESS_KEY_ID": "a-key", "AWS_SECRET_ACCESS_KEY": "very-secret", "AWS_REGION": "us-east-1"}.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3", region_name="us-east-1")
    client.create_bucket(Bucket="shelf")
    yield client
    for page in client.get_paginator("list_objects_v2").paginate(Bucket="shelf"):
        for held in page.get("Contents", []):
            client.delete_object(Bucket="shelf", Key=held["Key"])


def write_drop(path: Path, *records: dict) -> Path:
    """A .jsonl drop of ``records``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path
