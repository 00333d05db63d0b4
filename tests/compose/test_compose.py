"""The server of docker-compose.yml on a real engine: `make test-compose`. Skipped with a word where no engine answers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PORT = os.environ.get("MAHDAR_COMPOSE_PORT", "18080")
BASE = f"http://127.0.0.1:{PORT}"
pytestmark = pytest.mark.compose


class Server:
    """A compose project of its own with its own secrets and volumes."""

    def __init__(self, env_file: Path) -> None:
        self.env_file = env_file
        self.password = dict(x.split("=", 1) for x in env_file.read_text().splitlines())["ADMIN_PASSWORD"]
        self.token = ""

    def compose(self, *arguments: str, seconds: int = 1000) -> str:
        """Run one compose command; its output, or an AssertionError with it."""
        command = ["docker", "compose", "-p", "mahdar-test", "--env-file", str(self.env_file), *arguments]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=seconds, env=os.environ | {"PORT": PORT})
        assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def up(self) -> None:
        self.compose("up", "-d", "--no-build", "--wait", "--wait-timeout", "900")
        self.token = self.call("/auth/token", {"username": "admin", "password": self.password})["access_token"]

    def call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        request = urllib.request.Request(BASE + path, json.dumps(body).encode() if body is not None else None, headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def trigger(self) -> str:
        """A new run of nightly, by its path in the API."""
        run = self.call("/api/v2/dags/nightly/dagRuns", {"logical_date": None, "conf": {}})
        return "/api/v2/dags/nightly/dagRuns/" + urllib.parse.quote(run["dag_run_id"])

    def tasks(self, run: str) -> list[dict[str, Any]]:
        return list(self.call(run + "/taskInstances")["task_instances"])

    def wait(self, run: str, seconds: int = 300) -> str:
        """The state in which the run ended."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            state = str(self.call(run)["state"])
            if state in ("success", "failed"):
                return state
            time.sleep(2)
        raise AssertionError(f"{run} did not end in {seconds} s: {[(t['task_id'], t['state']) for t in self.tasks(run)]}")

    def count(self, table: str) -> int:
        """Rows of a published table."""
        code = f"import duckdb; print(duckdb.connect('/data/published/mahdar.duckdb', read_only=True).execute('select count(*) from {table}').fetchone()[0])"
        return int(self.compose("exec", "-T", "worker", "python", "-c", code).split()[-1])


def engine_answers() -> bool:
    return bool(shutil.which("docker")) and subprocess.run(["docker", "compose", "version"], capture_output=True).returncode == 0 and (
        subprocess.run(["docker", "info"], capture_output=True, timeout=30).returncode == 0
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if not engine_answers():
        pytest.skip("no container engine with compose answers here")
    env_file = tmp_path_factory.mktemp("compose") / "env"
    subprocess.run([sys.executable, "tools/make_env.py", str(env_file)], cwd=PROJECT, check=True)
    server = Server(env_file)
    server.compose("build", seconds=1200)
    try:
        server.up()
        yield server
    finally:
        server.compose("down", "-v", "--remove-orphans")


def test_a_night_over_the_rest_api_is_shared_by_workers(server: Server) -> None:
    run = server.trigger()
    assert server.wait(run) == "success"
    assert len({t["hostname"] for t in server.tasks(run)}) > 1
    assert server.count("articles") >= 30
    assert server.count("meetings") >= 10


def test_pages_need_a_login(server: Server) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(BASE + "/mahdar/tonight", timeout=30)
    assert refused.value.code in (401, 403)
    request = urllib.request.Request(BASE + "/mahdar/tonight", headers={"Authorization": f"Bearer {server.token}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert "Freshness a source" in answer.read().decode()


def test_a_night_survives_a_killed_worker(server: Server) -> None:
    run = server.trigger()
    while not any(t["state"] == "running" for t in server.tasks(run)):
        time.sleep(0.5)
    victim = next(t["hostname"] for t in server.tasks(run) if t["state"] == "running")
    subprocess.run(["docker", "kill", victim], check=True, capture_output=True)
    assert server.wait(run, 500) == "success"
    server.compose("up", "-d", "--no-build", "--wait", "--wait-timeout", "900")


def test_a_restarted_database_and_a_down_and_up_lose_nothing(server: Server) -> None:
    before = server.count("articles")
    server.compose("restart", "postgres")
    server.compose("down")
    server.up()
    assert server.count("articles") == before
    run = server.trigger()
    assert server.wait(run) == "success"
    assert server.count("articles") == before


def test_a_night_with_its_files_in_an_object_store(server: Server) -> None:
    """Raw and the files between steps in an S3 server on this machine, the batches in a queue of their own."""
    import boto3
    from moto.server import ThreadedMotoServer

    before = server.count("articles")
    found = subprocess.run(["docker", "network", "inspect", "mahdar-test_default"], check=True, capture_output=True, text=True)
    s3 = ThreadedMotoServer(ip_address=json.loads(found.stdout)[0]["IPAM"]["Config"][0]["Gateway"], port=0, verbose=False)
    s3.start()
    try:
        place = "http://{}:{}".format(*s3.get_host_and_port())
        client = boto3.client("s3", endpoint_url=place, aws_access_key_id="a-key", aws_secret_access_key="very-secret", region_name="us-east-1")
        client.create_bucket(Bucket="shelf")
        with server.env_file.open("a") as env:
            env.write(f"MAHDAR_STORE=s3://shelf/mahdar\nAWS_ENDPOINT_URL={place}\nAWS_ACCESS_KEY_ID=a-key\nAWS_SECRET_ACCESS_KEY=very-secret\n")
            env.write("MAHDAR_BATCH_QUEUE=batches\nWORKER_QUEUES=default,batches\n")
        server.up()
        run = server.trigger()
        assert server.wait(run, 600) == "success"
        assert {t["queue"] for t in server.tasks(run) if t["task_id"] in ("clean", "extract")} == {"batches"}
        assert server.count("articles") == before
        kept = {o["Key"].split("/")[1] for o in client.list_objects_v2(Bucket="shelf")["Contents"]}
        assert kept == {"raw", "runs"}
        assert "very-secret" not in server.compose("logs", "worker", "scheduler")
    finally:
        s3.stop()
