"""camel-tools' analyser over the database that ``morphology_db`` makes of seeds/lexicon.csv, opened offline."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract import morphology_db
from extract.fuller_morphology import keep_offline

if TYPE_CHECKING:
    from collections.abc import Callable

    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB


def prepare(lexicon: Path, cache: Path) -> Path:
    """Make the database and the catalogue that keeps camel-tools offline, unless they are there; return the database."""
    digest = hashlib.sha256(lexicon.read_bytes() + Path(morphology_db.__file__).read_bytes()).hexdigest()[:16]
    folder = cache / "camel_tools"
    database = folder / "data" / "morphology_db" / f"mahdar-{digest}" / "morphology.db"
    if not database.exists():
        morphology_db.write_database(lexicon, database)
    catalogue = folder / "catalogue.json"
    if not catalogue.exists():
        datasets = {"mahdar": {"path": "morphology_db/mahdar"}}
        content = {"version": "1.6.0", "packages": {}, "components": {"MorphologyDB": {"default": "mahdar", "datasets": datasets}}}
        beside = catalogue.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(content), encoding="utf-8")
        beside.replace(catalogue)
    return database


def open_analyzer(lexicon: Path, cache: Path) -> Analyzer:
    """camel-tools' analyser over our database, offline."""
    return _open(lexicon, cache)[0]


def _open(lexicon: Path, cache: Path) -> tuple[Analyzer, MorphologyDB]:
    made = prepare(lexicon, cache)
    keep_offline(cache / "camel_tools")
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB

    database = MorphologyDB(str(made))
    return Analyzer(database, backoff="NONE"), database


def analyse_known(lexicon: Path, cache: Path) -> Callable[[str], list[dict[str, Any]]]:
    """camel-tools' analyses of a folded word; none, without asking it, where no prefix, stem and suffix of the database make the word up.

    «المحادثات» is ``ال`` + ``محادث`` + ``ات``; a third of the words of news stand in no such way in the lexicon.
    """
    analyzer, database = _open(lexicon, cache)
    prefixes, stems, suffixes = database.prefix_hash, database.stem_hash, database.suffix_hash
    longest_prefix, longest_suffix = database.max_prefix_size, database.max_suffix_size

    def analyse(word: str) -> list[dict[str, Any]]:
        length = len(word)
        for begin in range(min(longest_prefix, length - 1) + 1):
            if word[:begin] in prefixes:
                for end in range(max(begin + 1, length - longest_suffix), length + 1):
                    if word[end:] in suffixes and word[begin:end] in stems:
                        return list(analyzer.analyze(word))
        return []

    return analyse


def check(lexicon: Path, cache: Path) -> list[str]:
    """What is wrong with the morphology, each with the command that mends it; empty where all is well."""
    try:
        analyses: list[dict[str, Any]] = open_analyzer(lexicon, cache).analyze("وسيجتمعون")
    except Exception as error:  # whatever camel-tools raises, the doctor tells
        return [f"camel-tools cannot open its morphological database ({error}); run: make env"]
    if not any(a.get("lex") == "اجتمع" for a in analyses):
        return [f"the morphological database does not know اجتمع; restore {lexicon} from version control"]
    return []
