"""The secrets of a server: generated, kept, and never a placeholder, neither by `make up` nor by `docker compose up` alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT

sys.path.insert(0, str(PROJECT / "tools"))

from check_secrets import SECRETS, weaknesses  # noqa: E402
from make_env import generate  # noqa: E402


def real(**instead: str) -> dict[str, str]:
    return {name: generate(name) for name in SECRETS} | instead


def make_env(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "tools/make_env.py", str(path)], cwd=PROJECT, capture_output=True, text=True)


def test_secrets_are_generated_kept_and_never_placeholders(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    assert make_env(path).returncode == 0
    first = path.read_text()
    assert path.stat().st_mode & 0o077 == 0
    assert make_env(path).returncode == 0
    assert path.read_text() == first
    path.write_text(first.replace(first.split("ADMIN_PASSWORD=")[1].strip(), "changeme"))
    refused = make_env(path)
    assert refused.returncode == 1
    assert "ADMIN_PASSWORD is a placeholder" in refused.stderr


@pytest.mark.parametrize(
    "value",
    ["", " ", '""', "changeme", "CHANGE_ME_PLEASE", "change-me-in-production", "<your password>", "${ADMIN_PASSWORD}", "your-secret-key-here", "secret", "my_secret_key_123",
     "admin-password-1", "airflow", "postgres12345", "password123456", "xxxxxxxxxxxxxxxx", "123456789012345", "........................", "placeholder-of-some-length", "short7Kq", "todo: set me later"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["ADMIN_PASSWORD", "FERNET_KEY"])
def test_what_nobody_chose_is_refused(name: str, value: str) -> None:
    assert set(weaknesses(real(**{name: value}))) == {name}


@pytest.mark.parametrize("value", ["correct horse battery staple", "Tr0ub4dor&3-and-more", "رمز طويل لا يعرفه أحد"])
def test_what_somebody_chose_is_taken(value: str) -> None:
    assert weaknesses(real(ADMIN_PASSWORD=value)) == {}


def test_a_key_of_zeros_is_none() -> None:
    assert weaknesses(real(FERNET_KEY="A" * 43 + "=")) == {"FERNET_KEY": "is no key of 32 bytes in URL-safe base64"}


def test_generated_secrets_are_taken() -> None:
    assert all(weaknesses(real()) == {} for _ in range(500))


def services() -> dict[str, dict]:
    return yaml.safe_load((PROJECT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]


def test_the_container_that_runs_first_refuses(tmp_path: Path) -> None:
    """The command of the service check-secrets, in a folder with what the image has of it."""
    service = services()["check-secrets"]
    assert set(service["environment"]) == set(SECRETS)
    (tmp_path / "tools").mkdir()
    shutil.copy(PROJECT / "tools/check_secrets.py", tmp_path / "tools")
    assert "COPY tools/check_secrets.py /opt/mahdar/tools/check_secrets.py" in (PROJECT / "Dockerfile").read_text()
    run = lambda values: subprocess.run([sys.executable, *service["command"][1:]], cwd=tmp_path, env=values, capture_output=True, text=True)  # noqa: E731
    assert run(real()).returncode == 0
    refused = run(real(JWT_SECRET="changeme", REDIS_PASSWORD=""))
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[:2] == ["REDIS_PASSWORD is missing", "JWT_SECRET is a placeholder"] and "make secrets" in refused.stderr


def test_nothing_starts_before_the_secrets_are_checked() -> None:
    parts = services()
    waits = {name: set(part.get("depends_on", {})) for name, part in parts.items()}
    for name in set(parts) - {"check-secrets"}:
        before, todo = set(), {name}
        while todo:
            todo = {d for part in todo for d in waits[part]} - before
            before |= todo
        assert "check-secrets" in before, f"{name} may start with a placeholder"
    assert parts["postgres"]["depends_on"]["check-secrets"]["condition"] == parts["redis"]["depends_on"]["check-secrets"]["condition"] == "service_completed_successfully"


@pytest.mark.skipif(not shutil.which("docker") or subprocess.run(["docker", "compose", "version"], capture_output=True).returncode != 0, reason="no docker compose here")
@pytest.mark.parametrize("missing", [None, *SECRETS])
def test_compose_refuses_an_empty_secret(missing: str | None, tmp_path: Path) -> None:
    path = tmp_path / "env"
    path.write_text("".join(f"{name}={value if name != missing else ''}\n" for name, value in real().items()))
    outside = {k: v for k, v in os.environ.items() if k not in SECRETS}
    done = subprocess.run(["docker", "compose", "--env-file", str(path), "config", "-q"], cwd=PROJECT, env=outside, capture_output=True, text=True)
    assert (done.returncode == 0) is (missing is None)
    assert missing is None or missing in done.stderr and "make secrets" in done.stderr
