"""Builds the ALMOR morphological database from seeds/lexicon.csv.

The database is made again whenever the lexicon changes: its folder is named by the lexicon's content. Affixes are
undiacritised, so that an analysis gives lemma, part of speech, aspect, person, gender, number and clitics.
Format: ALMOR 3 as camel_tools.morphology.database reads it.
"""

from __future__ import annotations

import csv
import itertools
import os
from pathlib import Path

from extract.arabic.normalizer import fold

FEATURES = ("diac lex gloss pos prc2 prc1 prc0 per asp vox mod gen num stt enc0 stem stemcat source").split()
_OPEN = {"diac", "lex", "gloss", "stem", "stemcat", "source"}
_CONJUNCTIONS = (("", "0"), ("و", "wa"), ("ف", "fa"))
_PREPOSITIONS = (("", "0"), ("ب", "bi"), ("ل", "li"), ("ك", "ka"))
_PRONOUNS = {"ه": "3ms", "ها": "3fs", "هم": "3mp", "هن": "3fp", "هما": "3d", "نا": "1p", "ي": "1s", "ك": "2ms", "كم": "2mp"}

Entry = tuple[str, str, dict[str, str]]  # surface, category, features


def _affixes() -> tuple[list[Entry], list[Entry], dict[str, set[tuple[str, str]]]]:
    """Prefixes, suffixes and the tables that say which go together (AB prefix-stem, BC stem-suffix, AC prefix-suffix)."""
    prefixes: list[Entry] = []
    suffixes: list[Entry] = []
    for (c, cf), (p, pf) in itertools.product(_CONJUNCTIONS, _PREPOSITIONS):
        prefixes.append((c + p, "NPref", {"prc2": cf, "prc1": pf, "prc0": "0"}))
        article = c + ("لل" if p == "ل" else p + "ال")
        prefixes.append((article, "NPrefAl", {"prc2": cf, "prc1": pf, "prc0": "Al_det", "stt": "d"}))
    for c, cf in _CONJUNCTIONS:
        prefixes.append((c, "PVPref", {"prc2": cf, "prc1": "0", "asp": "p", "per": "3"}))
        for future, ff in (("", "0"), ("س", "sa_fut"), ("ل", "li_sub")):
            for letter, person, gender, number, category in (
                ("ي", "3", "m", "", "IV3M"), ("ت", "3", "f", "", "IV3F"), ("ن", "1", "m", "p", "IV1P"),
            ):  # fmt: skip
                features = {"prc2": cf, "prc1": ff, "asp": "i", "per": person, "gen": gender}
                if person == "1":
                    features["num"] = number  # of the third person the suffix tells: يجتمع، يجتمعان، يجتمعون
                prefixes.append((c + future + letter, category, features))

    def suffix(surface: str, category: str, **features: str) -> None:
        suffixes.append((surface, category, features))

    suffix("", "NSuf0")
    suffix("ا", "NSufTan", stt="i")
    for ending in ("ين", "ان"):
        suffix(ending, "NSufDu", num="d")
    for ending in ("ون", "ين"):
        suffix(ending, "NSufPl", num="p")
    for ending in ("ي", "ا", "و"):
        suffix(ending, "NSufDuC", num="d", stt="c")
    suffix("ة", "NSufP", gen="f")
    suffix("ية", "NSufP", gen="f")
    suffix("ات", "NSufAt", gen="f", num="p")
    for ending in ("تين", "تان", "تي", "تا"):
        suffix(ending, "NSufPDu", gen="f", num="d")
    for surface, gender, number in (("", "m", "s"), ("ت", "f", "s")):
        suffix(surface, "PVSuf", gen=gender, num=number)
    for surface, gender, number in (("وا", "m", "p"), ("ا", "m", "d"), ("تا", "f", "d")):
        suffix(surface, "PVSufV", gen=gender, num=number)
    suffix("نا", "PVSufC", gen="m", num="p", per="1")
    suffix("", "IVSuf0")
    suffix("ون", "IVSufP", num="p")
    suffix("وا", "IVSufP", num="p", mod="s")
    suffix("ان", "IVSufP", num="d")
    suffix("ان", "IVSufDu", num="d")
    suffix("ا", "IVSufDu", num="d", mod="s")
    suffix("ا", "IVSufP", num="d", mod="s")
    for surface, person in _PRONOUNS.items():
        suffix(surface, "NSufPron", enc0=person, stt="c")
        suffix("ت" + surface, "NSufPPron", enc0=person, stt="c", gen="f")
        suffix("ات" + surface, "NSufAtPron", enc0=person, stt="c", gen="f", num="p")
        if person != "1s":
            suffix(surface, "PVSufO", enc0=person, gen="m", num="s")
            suffix("ت" + surface, "PVSufO", enc0=person, gen="f", num="s")
            suffix(surface, "IVSufO", enc0=person)
    tables: dict[str, set[tuple[str, str]]] = {"AB": set(), "BC": set(), "AC": set()}

    def link(prefix_categories: list[str], stem: str, suffix_categories: list[str]) -> None:
        for p in prefix_categories:
            tables["AB"].add((p, stem))
            tables["AC"].update((p, s) for s in suffix_categories)
        tables["BC"].update((stem, s) for s in suffix_categories)

    both, imperfective = ["NPref", "NPrefAl"], ["IV3M", "IV3F", "IV1P"]
    link(both, "N", ["NSuf0", "NSufDu", "NSufPl", "NSufAt", "NSufP"])
    link(["NPref"], "N", ["NSufTan", "NSufPron", "NSufDuC", "NSufAtPron"])
    link(both, "Nbpl", ["NSuf0"])
    link(["NPref"], "Nbpl", ["NSufPron", "NSufTan"])
    link(both, "NP", ["NSufP", "NSufPDu", "NSufAt"])
    link(["NPref"], "NP", ["NSufPPron", "NSufAtPron"])
    link(["NPref"], "F", ["NSuf0"])
    link(["PVPref"], "PV", ["PVSuf", "PVSufV", "PVSufC", "PVSufO"])
    link(["PVPref"], "PVV", ["PVSuf", "PVSufO"])
    link(["PVPref"], "PVH", ["PVSuf", "PVSufV", "PVSufO"])
    link(["PVPref"], "PVW", ["PVSuf", "PVSufV", "PVSufC", "PVSufO"])
    link(imperfective, "IV", ["IVSuf0", "IVSufP", "IVSufO"])
    link(imperfective, "IVV", ["IVSuf0", "IVSufO", "IVSufDu"])
    link(imperfective, "IVH", ["IVSuf0", "IVSufO", "IVSufDu", "IVSufP"])
    link(imperfective, "IVW", ["IVSuf0", "IVSufP"])
    return prefixes, suffixes, tables


def _long_category(aspect: str, stems: list[str]) -> str:
    """The category of a verb's first stem: hollow ones keep their long vowel in the plural (زاروا، يزورون), others with a second stem do not (التقوا)."""
    if len(stems) == 1:
        return aspect
    hollow = len(stems[0]) > 1 and stems[0][-2] in "اوي" and stems[1] == stems[0][:-2] + stems[0][-1]
    return aspect + ("H" if hollow else "V")


def _stems(rows: list[dict[str, str]]) -> list[Entry]:
    """Stem entries of the lexicon's rows (columns lemma, pos, stems, gloss)."""
    out: list[Entry] = []

    def add(surface: str, category: str, row: dict[str, str], **features: str) -> None:
        verb = row["pos"] == "verb"
        base = {
            "lex": row["lemma"], "gloss": row["gloss"] or "0", "pos": row["pos"], "prc2": "0", "prc1": "0",
            "prc0": "na" if verb else "0", "per": "3" if verb else "na", "asp": "na", "vox": "a" if verb else "na",
            "mod": "i" if verb else "na", "gen": "m", "num": "s", "stt": "na" if verb else "i", "enc0": "0",
            "source": "lex", "stem": surface, "stemcat": category,
        }  # fmt: skip
        out.append((surface, category, base | features))

    for row in rows:
        stems = dict(part.split("=", 1) for part in row["stems"].split(";"))
        if row["pos"] == "verb":
            perfective, imperfective = stems["pv"].split("|"), stems["iv"].split("|")
            add(perfective[0], _long_category("PV", perfective), row, asp="p")
            for short in perfective[1:]:
                add(short, "PVW", row, asp="p")
            if perfective[0].endswith("ى"):  # قدّمى never, but التقاه: ى before a pronoun is ا
                add(perfective[0][:-1] + "ا", "PVV", row, asp="p")
            add(imperfective[0], _long_category("IV", imperfective), row, asp="i")
            for short in imperfective[1:]:
                add(short, "IVW", row, asp="i")
            if "pvp" in stems:  # passives that are spelled differently: أقيمت، تقام
                add(stems["pvp"], "PV", row, asp="p", vox="p")
            if "ivp" in stems:
                add(stems["ivp"], "IVV", row, asp="i", vox="p")
        elif row["pos"] in ("noun", "adj"):
            if "sg" in stems:
                add(stems["sg"], "N", row)
                if stems["sg"].endswith("ء"):  # لقاء before a pronoun: لقائه لقاؤه
                    for seat in "ئؤ":
                        add(stems["sg"][:-1] + seat, "Nbpl", row)
            if "sg_p" in stems:
                add(stems["sg_p"], "NP", row, gen="f")
            if "bpl" in stems:
                add(stems["bpl"], "Nbpl", row, num="p")
                if stems["bpl"].endswith("ء"):  # وزراء before a pronoun: وزراءه وزرائه وزراؤه
                    for seat in "ئؤ":
                        add(stems["bpl"][:-1] + seat, "Nbpl", row, num="p")
        else:
            add(stems["sg"], "F", row)
    return out


def write_database(lexicon: Path, target: Path) -> None:
    """Write the ALMOR database of ``lexicon`` (a CSV) to ``target``."""
    with lexicon.open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    prefixes, suffixes, tables = _affixes()
    stems = _stems(rows)
    values: dict[str, set[str]] = {f: {"na", "0"} for f in FEATURES}
    for entries in (prefixes, suffixes, stems):
        for _, _, features in entries:
            for name, value in features.items():
                values[name].add(value)
    values["pos"] |= {"digit", "punc", "latin"}
    lines = ["###DEFINES###"]
    for name in FEATURES:
        shown = f"{name}:*open*" if name in _OPEN else " ".join(sorted(f"{name}:{v}" for v in values[name]))
        lines.append(f"DEFINE {name} {shown}")
    lines.append("###DEFAULTS###")
    for pos in sorted(values["pos"]):
        rest = " ".join(f"{f}:{'*' if f in _OPEN else 'na'}" for f in FEATURES if f != "pos")
        lines.append(f"DEFAULT pos:{pos} {rest}")
    lines += ["###ORDER###", "ORDER " + " ".join(FEATURES), "###TOKENIZATIONS###", "TOKENIZATION diac", "###STEMBACKOFF###"]
    for head, entries in (("PREFIXES", prefixes), ("SUFFIXES", suffixes), ("STEMS", stems)):
        lines.append(f"###{head}###")
        for surface, category, features in entries:
            key = fold(surface)  # the same folding as of the tokens that are looked up
            shown = " ".join(f"{k}:{v}" for k, v in ({"diac": key} | features).items())
            lines.append(f"{key}\t{category}\t{shown}")
    for head, pairs in tables.items():
        lines.append(f"###TABLE {head}###")
        lines += [f"{a} {b}" for a, b in sorted(pairs)]
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(f".{os.getpid()}")
    beside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    beside.replace(target)
