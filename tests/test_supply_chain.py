"""What is installed is pinned and hashed; nothing secret, nothing that runs what it reads, no SQL out of strings from outside."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
CODE = sorted(p for folder in ("extract", "expectations", "dags", "plugins", "tools") for p in (PROJECT / folder).rglob("*.py"))
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-server.txt")
SECRETS = re.compile(
    r"AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[abpr]-[0-9A-Za-z-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]{20,}\.eyJ[\w-]{20,}"
    r"|(?i:password|passwd|secret|api_?key|token)[\"']?\s*[:=]\s*[\"'][^\"'${}<>\s]{12,}[\"']"
)
# Reads that run what they read, or hand a string to a shell.
FORBIDDEN_MODULES = {"pickle", "cPickle", "dill", "marshal", "shelve", "joblib"}
FORBIDDEN_CALLS = {"eval", "exec", "os.system", "os.popen", "yaml.load", "yaml.unsafe_load", "yaml.full_load"}
# What SQL may be put together from: names out of this project's own tables of names, quoted values, lists of the run's own files.
NAMES = {
    "table", "tables", "schema", "columns", "column", "key", "name", "names", "MEMORY", "rows", "seen", "view", "statement", "macro", "RETRIES",
    "options", "source", "NIGHTS", "stem", "folded", "t", "kept", "_KEY[table].replace('article_id', 'r.article_id')",
    "'MACRO TABLE' if kinds[name] == 'table_macro' else 'MACRO'",
    "ids", "event",  # queries of the module's own text, and what they name
    "path", "beside", "target",  # in the data folder, whose name may hold no quote (pipeline.check_data_folder)
}  # fmt: skip


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git checkout: there is no list of tracked files")
    return [PROJECT / name for name in done.stdout.split("\0") if name and (PROJECT / name).is_file()]


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(entries) > 100
    assert [e.split("\n")[0] for e in entries if "==" not in e.split("\n")[0] or "--hash=sha256:" not in e] == []
    assert re.findall(r"--(?:extra-)?index-url|--trusted-host|--find-links|https?://\S+", text) == []


def test_no_secret_is_tracked() -> None:
    found = []
    for path in tracked():
        if path.suffix in (".png", ".gz", ".ico") or path.name == Path(__file__).name:
            continue
        found += [f"{path.relative_to(PROJECT)}: {m.group()[:40]}" for m in SECRETS.finditer(path.read_text(encoding="utf-8", errors="replace"))]
    assert [f for f in found if not f.startswith("tests/")] == []
    assert PROJECT / ".env" not in tracked()


def test_the_grep_for_secrets_finds_one() -> None:
    assert SECRETS.search("password = " + "'hunter2hunter2'") and SECRETS.search("AKIA" + "A" * 16)
    assert not SECRETS.search("password: ${ADMIN_PASSWORD:?run make secrets}")


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(PROJECT)))
def test_nothing_runs_what_it_reads(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            modules = {a.name.split(".")[0] for a in node.names} if isinstance(node, ast.Import) else {(node.module or "").split(".")[0]}
            assert not modules & FORBIDDEN_MODULES
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in FORBIDDEN_CALLS
            assert not any(k.arg == "shell" and ast.unparse(k.value) == "True" for k in node.keywords)


def interpolated(tree: ast.AST) -> list[str]:
    """What f-strings that are run as SQL put in, but for quoted values and lists of files."""
    out = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("execute", "sql", "executemany") and node.args:
            for part in ast.walk(node.args[0]):
                if isinstance(part, ast.FormattedValue):
                    text = ast.unparse(part.value)
                    if not text.startswith(("_quoted(", "quoted(")) and not (part.conversion == ord("r") and "file" in text or text in ("readings",)):
                        out.append(text)
    return out


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(PROJECT)))
def test_sql_takes_values_as_parameters(path: Path) -> None:
    strange = [t for t in interpolated(ast.parse(path.read_text(encoding="utf-8"))) if t not in NAMES]
    assert strange == [], f"{path}: pass values as parameters or through _quoted; add names of tables and columns to NAMES"


def test_the_check_of_sql_finds_a_value() -> None:
    assert interpolated(ast.parse('con.execute(f"SELECT {_quoted(a)} FROM {table} WHERE x = \'{user}\'")')) == ["table", "user"]


@pytest.mark.slow
def test_no_known_vulnerability() -> None:
    if not shutil.which("pip-audit"):
        pytest.skip("pip-audit is not installed here: pipx install pip-audit")
    done = subprocess.run(["pip-audit", "-r", str(PROJECT / "requirements.txt"), "--require-hashes", "--disable-pip", "--timeout", "20"], capture_output=True, text=True, timeout=300)
    if "ConnectionError" in done.stderr or "ServiceError" in done.stderr:
        pytest.skip("the data of pip-audit cannot be had from here")
    assert done.returncode == 0, done.stdout + done.stderr
