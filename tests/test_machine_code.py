"""The language modules as machine code: taken for exactly these sources alone, and the same results as Python's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extract import machine_code
from extract.settings import PROJECT

READ = """
import json, sys
from pathlib import Path
from extract.events import read_article, reports
from extract.lexicon import load_lexicon
lexicon = load_lexicon(Path("seeds"), Path(sys.argv[1]))
print("py" if reports.__file__.endswith(".py") else "so")
for line in Path("seeds/sample/agencies.jsonl").open(encoding="utf-8"):
    article = {"article_id": "", "content_sha256": "", "published_at": None} | {k: json.loads(line)[k] for k in ("title", "text")}
    print(json.dumps(read_article(article, lexicon), ensure_ascii=False, default=str, sort_keys=True))
"""


@pytest.fixture
def rooms(tmp_path, monkeypatch):
    """Two rooms of one module each, elsewhere."""
    for room in machine_code.ROOMS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").write_text("")
        (tmp_path / room / "rules.py").write_text("A = 1\n")
    monkeypatch.setattr(machine_code, "_HERE", tmp_path)
    machine_code.found.cache_clear()
    yield tmp_path
    machine_code.found.cache_clear()


def test_an_edited_module_has_no_machine_code(rooms):
    before = machine_code.folder()
    (rooms / "arabic" / "rules.py").write_text("A = 2\n")
    assert machine_code.folder() != before
    (rooms / "arabic" / "rules.py").write_text("A = 1\n")
    assert machine_code.folder() == before


def test_a_renamed_module_has_no_machine_code(rooms):
    before = machine_code.folder()
    (rooms / "events" / "rules.py").rename(rooms / "events" / "frames.py")
    assert machine_code.folder() != before


def test_code_that_was_compiled_otherwise_is_not_taken(rooms, monkeypatch):
    before = machine_code.folder()
    monkeypatch.setattr(machine_code, "FLAGS", "-O0")
    assert machine_code.folder() != before


def test_it_is_preferred_where_it_was_made(rooms, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    path = [str(rooms)]
    machine_code.prefer(path)
    assert path == [str(rooms)]  # none was made
    machine_code.folder().mkdir(parents=True)
    machine_code.found.cache_clear()
    machine_code.prefer(path)
    assert path == [str(machine_code.folder() / "extract"), str(rooms)]
    assert sys.path[-1] == str(machine_code.folder())


def test_it_can_be_switched_off(rooms, monkeypatch):
    machine_code.folder().mkdir(parents=True)
    monkeypatch.setenv("MAHDAR_MACHINE_CODE", "off")
    assert machine_code.found() is None


def _read(tmp_path: Path, setting: str) -> list[str]:
    environment = os.environ | {"MAHDAR_MACHINE_CODE": setting, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run([sys.executable, "-c", READ, str(tmp_path)], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_both_forms_read_the_same(tmp_path):
    if machine_code.found() is None:
        stamp = Path(sys.prefix, ".compiled")  # of `make compile`, newer than what it compiled
        edited = not stamp.exists() or any(path.stat().st_mtime > stamp.stat().st_mtime for path in machine_code.sources())
        if edited or shutil.which("cc") is None:
            pytest.skip("no machine code of these sources: they were edited since make compile, or no C compiler is here")
        pytest.fail(f"make compile made nothing of these sources: see {stamp.with_name('compile.log')}")
    compiled, python = _read(tmp_path, "on"), _read(tmp_path, "off")
    assert (compiled[0], python[0]) == ("so", "py")
    assert len(python) > 20
    assert compiled[1:] == python[1:]
