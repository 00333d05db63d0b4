"""A fuller morphological database that a user has installed for camel-tools (CALIMA, say), for words that ours lacks.

It is switched on by naming its folder in ``CAMELTOOLS_DATA`` before the start. The folder's catalogue tells the database;
nothing is fetched. Its analyses are told in the terms of our own (see ``morphology_db.FEATURES``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

_POS = {
    "noun": "noun", "noun_quant": "noun", "noun_num": "noun", "adj": "adj", "adj_comp": "adj", "adj_num": "adj", "verb": "verb", "prep": "prep",
    "conj": "conj", "conj_sub": "conj", "adv": "adv", "adv_rel": "adv", "adv_interrog": "adv", "pron": "pron", "pron_dem": "pron", "pron_rel": "pron",
    "part": "part", "part_neg": "part", "part_fut": "part", "part_verb": "part", "part_interrog": "part",
}  # fmt: skip  # proper nouns are left out: names belong to the gazetteer
_OURS = "MAHDAR_CAMELTOOLS_DATA"  # what we set ourselves; child processes inherit it
_MARKS = str.maketrans("", "", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640")

Analyse = Callable[[str], list[dict[str, Any]]]


class BadMorphology(ValueError):
    """``CAMELTOOLS_DATA`` names a folder that camel-tools' data is not in; the message says what to do."""


def fuller_database(folder: str | None) -> Path | None:
    """The database of a folder of camel-tools' data, by its catalogue; None where no folder is named or it holds none.

    Raises BadMorphology where the catalogue is missing or broken, or names a database that is not there.
    """
    if not folder:
        return None
    catalogue = Path(folder).expanduser() / "catalogue.json"
    try:
        component = json.loads(catalogue.read_text(encoding="utf-8"))["components"]["MorphologyDB"]
        name = component["default"]
        path = component["datasets"][name]["path"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadMorphology(f"{catalogue} names no morphological database ({error!r}): install one with camel_data, or unset CAMELTOOLS_DATA") from error
    database = catalogue.parent / "data" / path / "morphology.db"
    if not database.exists():
        raise BadMorphology(f"{database} is missing: run camel_data -i morphology-db-{name}, or unset CAMELTOOLS_DATA")
    return database


def open_fuller(database: Path | None) -> Analyse | None:
    """What analyses a word by the database in our own terms, or None without one."""
    if database is None:
        return None
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB

    analyzer = Analyzer(MorphologyDB(str(database)), backoff="NONE")
    return lambda word: [told for a in analyzer.analyze(word) if (told := tell(a)) is not None]


def tell(analysis: dict[str, Any]) -> dict[str, Any] | None:
    """An analysis in our terms: اِجْتَمَع_1, bi_prep, 3ms_dobj → اجتمع, bi, 3ms; None for names and marks."""
    pos = _POS.get(analysis.get("pos", ""))
    if pos is None:
        return None
    lemma = str(analysis.get("lex", "")).translate(_MARKS).split("_")[0].split("-")[0]
    told = {k: str(analysis.get(k, "na")) for k in ("asp", "per", "gen", "num", "vox", "prc0", "prc1", "prc2", "enc0")}
    for feature in ("prc1", "prc2", "enc0"):
        told[feature] = told[feature] if told[feature] == "sa_fut" else told[feature].split("_")[0]
    return {"lex": lemma, "pos": pos, "source": "lex"} | told


def users_folder() -> str | None:
    """The folder that the user has named in ``CAMELTOOLS_DATA``; None where it is unset or the one that ``keep_offline`` set."""
    named = os.environ.get("CAMELTOOLS_DATA")
    return named if named and named != os.environ.get(_OURS) else None


def keep_offline(folder: Path) -> None:
    """Name our own folder to camel-tools, which would fetch a catalogue otherwise, unless the user has named another."""
    if "CAMELTOOLS_DATA" not in os.environ:
        os.environ["CAMELTOOLS_DATA"] = os.environ[_OURS] = str(folder)
