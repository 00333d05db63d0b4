"""The morphological database that ``morphology_db`` makes of seeds/lexicon.csv, opened by camel-tools, offline."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract import morphology_db
from extract.arabic.analysis import Database, analyse
from extract.fuller_morphology import keep_offline

if TYPE_CHECKING:
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


def open_database(lexicon: Path, cache: Path) -> Database:
    """The database as camel-tools reads it, for ``extract.arabic.analysis.analyse``; offline."""
    db = open_morphology(lexicon, cache)
    return Database(
        db.prefix_hash, db.stem_hash, db.suffix_hash, db.prefix_stem_compat, db.stem_suffix_compat, db.prefix_suffix_compat,
        db.max_prefix_size, db.max_suffix_size,
    )  # fmt: skip


def open_morphology(lexicon: Path, cache: Path) -> MorphologyDB:
    """camel-tools' database over ours, offline."""
    made = prepare(lexicon, cache)
    keep_offline(cache / "camel_tools")
    from camel_tools.morphology.database import MorphologyDB

    return MorphologyDB(str(made))


def check(lexicon: Path, cache: Path) -> list[str]:
    """What is wrong with the morphology, each with the command that mends it; empty where all is well."""
    try:
        analyses: list[dict[str, Any]] = analyse(open_database(lexicon, cache), "وسيجتمعون")
    except Exception as error:  # whatever camel-tools raises, the doctor tells
        return [f"camel-tools cannot open its morphological database ({error}); run: make env"]
    if not any(a.get("lex") == "اجتمع" for a in analyses):
        return [f"the morphological database does not know اجتمع; restore {lexicon} from version control"]
    return []
