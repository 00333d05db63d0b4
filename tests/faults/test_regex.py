"""No regular expression of the project takes more than linear time, whatever it is given."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import extract
from extract.articles import residue
from tests.conftest import PROJECT

SHORT, LONG = 2_000, 16_000
# Patterns that are only ever matched at the start of a line or text of that many characters.
BOUNDED = {"extract.arabic.segmenter._DATELINE": 200, "residue.csv": 400}
UNITS = ("ا", "ال", "و", " ", "\n", "1", "1,", "1/", ".", "،", "«", '"', "(", "()", "a", "<meta ", "من ", "في ", "يوم ", "ا ا")


def patterns() -> dict[str, re.Pattern[Any]]:
    """Every compiled pattern that the modules of extract hold, also in lists and dictionaries, by where it stands."""
    found: dict[Any, tuple[str, re.Pattern[Any]]] = {}
    for info in pkgutil.walk_packages(extract.__path__, "extract."):
        for name, value in vars(importlib.import_module(info.name)).items():
            waiting = [value]
            while waiting:
                x = waiting.pop()
                if isinstance(x, re.Pattern):
                    found.setdefault(x.pattern, (f"{info.name}.{name}", x))
                elif isinstance(x, dict):
                    waiting += x.values()
                elif isinstance(x, (list, tuple, set, frozenset)):
                    waiting += x
    for n, line in enumerate(residue.patterns(PROJECT / "seeds/residue.csv")):
        waiting = [line] if isinstance(line, re.Pattern) else [x for x in line if isinstance(x, re.Pattern)]
        for x in waiting:
            found.setdefault(x.pattern, (f"residue.csv {n}", x))
    return {f"{where} {n}": pattern for n, (where, pattern) in enumerate(found.values())}


def own_units(pattern: re.Pattern[Any]) -> set[str]:
    """Strings that a pattern itself asks for: each alternative's literals, and what its repeats repeat."""
    out: set[str] = set()

    def words(parsed: Any) -> str:
        text = ""
        for op, value in parsed:
            if op is _constants.LITERAL:
                text += chr(value)
            elif op is _constants.IN:
                first = next((v for o, v in value if o in (_constants.LITERAL, _constants.RANGE)), 97)
                text += chr(first[0] if isinstance(first, tuple) else first)
            elif op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
                inner = words(value[2])
                out.add(inner)
                text += inner
            elif op is _constants.SUBPATTERN:
                text += words(value[3])
            elif op is _constants.BRANCH:
                branches = [words(b) for b in value[1]]
                out.update(branches[:4])
                text += branches[0]
        return text

    out.add(words(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)))
    return {u for u in out if u}


def seconds(pattern: re.Pattern[Any], unit: str, size: int) -> float:
    text = unit * (size // len(unit)) + "\0"
    given: Any = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    started = time.process_time()
    for _ in pattern.finditer(given):
        pass
    return time.process_time() - started


@pytest.mark.parametrize(("where", "pattern"), patterns().items(), ids=lambda x: x if isinstance(x, str) else "")
def test_time_is_linear(where: str, pattern: re.Pattern[Any]) -> None:
    bound = next((size for name, size in BOUNDED.items() if where.startswith(name)), None)
    for unit in [*UNITS, *sorted(own_units(pattern))]:
        if bound:
            started = time.process_time()
            pattern.match((unit * bound)[:bound])
            assert time.process_time() - started < 0.05, f"{where} on {unit!r}"
            continue
        short = seconds(pattern, unit, SHORT)
        assert short < 0.5, f"{where} on {unit!r}: {short:.2f} s for {SHORT} characters"
        if short < 1e-3 and seconds(pattern, unit, LONG) < 0.03:
            continue
        short, long = min(seconds(pattern, unit, SHORT) for _ in range(3)), min(seconds(pattern, unit, LONG) for _ in range(3))
        assert long < max(short, 1e-3) * LONG / SHORT * 3, f"{where} on {unit!r}: {short:.4f} s for {SHORT} characters, {long:.4f} s for {LONG}"


def test_the_patterns_are_found_and_a_bad_one_is_told() -> None:
    assert len(patterns()) > 35
    with pytest.raises(AssertionError, match="planted"):
        test_time_is_linear("planted", re.compile(r"[ا-ي ]*!"))
