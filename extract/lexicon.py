"""Reads the reference data of seeds/ into the plain objects that the language modules take. The only I/O they need."""

from __future__ import annotations

import csv
import gc
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path

from extract.analyzer import open_database
from extract.arabic.amounts import Measures, read_measures
from extract.arabic.analysis import analyse
from extract.arabic.morphology import Morphology
from extract.arabic.names import bodies, gazetteer
from extract.arabic.names.gazetteer import Entry, Gazetteer
from extract.arabic.normalizer import fold, fold_phrase
from extract.arabic.numerals import read_numerals
from extract.arabic.persons.office_holders import FAMILY_FIRST, Holder
from extract.arabic.temporal.rules import TimeRules, compile_rules
from extract.arabic.temporal.words import read_time_words
from extract.events.meetings import frames as meeting_frames
from extract.events.meetings.parties import speakers as meeting_speakers
from extract.events.pledges import frames as pledge_frames
from extract.events.pledges.content.items import Items, item_table
from extract.fuller_morphology import fuller_database, open_fuller, users_folder

_OBJECTS = 10_000  # made between two looks for garbage: what an article makes is freed without any (looking takes 2.0 per cent of a first reading, with Python's own 700 and the lexicon looked at 7.3)
_ARAB = frozenset("SA AE QA KW BH OM YE IQ SY LB JO PS EG SD LY TN DZ MA MR SO DJ KM".split())


@dataclass(frozen=True)
class Office:
    """An office that a person held: for whom, as what, in which years (inclusive; None is still)."""

    actor_id: str | None
    actor_name_ar: str | None
    role_en: str
    from_year: int
    to_year: int | None


@dataclass(frozen=True)
class Lexicon:
    """Everything the reading of an article looks up."""

    gazetteer: Gazetteer
    morphology: Morphology
    titles: dict[str, tuple[str, str]]  # folded phrase → (English role, kind head | minister | style | counterpart)
    title_heads: frozenset[str]  # folded first words of titles
    portfolios: dict[str, str]  # folded portfolio → English role
    offices: dict[str, tuple[Office, ...]]  # person_id → offices
    holders: dict[tuple[str, str], tuple[Holder, ...]]  # (actor_id, role) → who held the office
    surnames: dict[str, tuple[str, str]]  # folded surname that is one leader's alone → person_id, English name
    given_names: frozenset[str]  # folded words of known personal names
    first_names: frozenset[str]  # folded words that known personal names begin with
    foreign_names: frozenset[str]  # folded first names of languages other than Arabic: ميغيل
    worded_names: frozenset[str]  # folded given names that are also everyday words: أمل, جميلة, الهادي
    body_heads: bodies.Heads  # head nouns of bodies that no table knows: جمعية, نقابات
    actors: dict[str, tuple[str, str]]  # actor_id → (Arabic, English) name
    borders: frozenset[str]  # place_id of what lies between two states and in neither: بانمونجوم
    seats: dict[str, str]  # name of a building that stands for a state → its city in English: البيت الأبيض → Washington
    body_seats: dict[str, tuple[str, str, str]]  # org_id → its kind, its city in English, the state of that
    measures: Measures
    times: TimeRules
    tables: dict[str, list[dict[str, str]]]  # frames and other tables of the events, as read

    @cached_property
    def title_beginnings(self) -> frozenset[str]:
        """What the folded titles of several words begin with: «رييس مجلس» for «رييس مجلس الوزراء»; else no longer one is sought."""
        return frozenset(" ".join(words[:n]) for title in self.titles for words in [title.split()] for n in range(1, len(words)))

    @cached_property
    def latest_office(self) -> int:
        """The last year in which the table tells of anybody who came into office; of later years it knows nothing."""
        return max((o.from_year for held in self.offices.values() for o in held), default=0)

    @cached_property
    def meeting_frames(self) -> meeting_frames.Frames:
        """The frames of meetings, made of ``tables`` once and not in every article."""
        return meeting_frames.load_frames(self)

    @cached_property
    def members(self) -> meeting_speakers.Members:
        """The member states of the bodies."""
        return meeting_speakers.read_members(self.tables["members"])

    @cached_property
    def pledge_frames(self) -> pledge_frames.Frames:
        """The frames of pledges."""
        return pledge_frames.compile_frames(self.tables["pledge_frames"])

    @cached_property
    def pledge_items(self) -> Items:
        """What is given, by folded word."""
        return item_table(self.tables["pledge_items"])


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV with a header; raises FileNotFoundError with the path and what to do."""
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: restore the seeds folder from version control")
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def _body_seats(organisations: list[dict[str, str]], places: list[dict[str, str]]) -> dict[str, tuple[str, str, str]]:
    """The kind, the city and its state of every body by org_id, where the city is one of the table."""
    states = {p["name_en"]: p["country_code"] for p in places}
    return {r["org_id"]: (r["kind"], r["city"], states[r["city"]]) for r in organisations if r["city"] in states}


def _nisba_forms(nisba: str) -> list[str]:
    """Every written form of a relative adjective: مصري المصري مصريا مصرية المصريين, كوريين شماليين …; «=العرب» stands for itself alone."""
    if nisba.startswith("="):
        return [nisba[1:]]
    first, *rest = nisba.split()
    endings = ("", "ة", "ين", "ون", "ان", "تين", "تان", "ات")
    forms = [(article, ending) for ending in endings for article in ("", "ال")] + [("", "ا")]  # the alif is that of an indefinite object
    if not first.endswith("ي"):  # «الجنوب سودانية»: the article stands before the whole, only the last word is inflected
        return [" ".join((article + first, *(word + ending for word in rest))) for article, ending in forms] + [" ".join("ال" + word for word in (first, *rest))]
    return [" ".join(article + word + ending for word in (first, *rest)) for article, ending in forms]


_OWN = ("movement", "party", "company", "thinktank", "religious", "organisation")  # kinds of bodies of a state that act for themselves


def _entries(seeds: Path) -> list[Entry]:
    out: list[Entry] = []
    states = read_csv(seeds / "states.csv")
    english = {r["actor_id"]: (r["name_ar"], r["name_en"]) for r in states}
    for r in states:
        for surface in [r["name_ar"], *filter(None, r["aliases_ar"].split("|"))]:
            out.append(Entry(surface, "state", r["actor_id"], r["actor_id"], r["name_ar"], r["name_en"], r["actor_id"]))
        for surface in _nisba_forms(r["nisba_ar"]) if r["nisba_ar"] else ():
            out.append(Entry(surface, "nisba", r["actor_id"], r["actor_id"], r["name_ar"], r["name_en"], r["actor_id"]))
    organisations = read_csv(seeds / "organisations.csv")
    for r in organisations:
        # A national body acts for its state: الجيش اللبناني for LB, صندوق قطر للتنمية for QA; not so a party or a trade union.
        own = r["kind"] in _OWN and len(r["parent_id"]) == 2
        actor = r["actor_id"] or (r["parent_id"] if r["parent_id"] in english and not own else None)
        if r["actor_id"]:
            english[r["actor_id"]] = (r["name_ar"], r["name_en"])
        for surface in [r["name_ar"], *filter(None, r["aliases_ar"].split("|"))]:
            out.append(Entry(surface, "organisation", r["org_id"], actor, r["name_ar"], r["name_en"]))
    for r in read_csv(seeds / "nisbas.csv"):
        ar, en = english[r["actor_id"]]
        for surface in _nisba_forms(r["nisba_ar"]):
            out.append(Entry(surface, "nisba", r["actor_id"], r["actor_id"], ar, en))
    for r in read_csv(seeds / "metonyms.csv"):
        out.append(Entry(r["name_ar"], "metonym", r["actor_id"], r["actor_id"], r["name_ar"], r["name_en"], r["actor_id"]))
    nisbas = {r["actor_id"]: _nisba_forms(r["nisba_ar"]) for r in states if r["nisba_ar"]}
    for r in read_csv(seeds / "places.csv"):
        actor = r["country_code"] if r["is_capital"] == "true" or r["kind"] == "region" else None
        capital = nisbas.get(r["country_code"], []) if r["is_capital"] == "true" else []
        called = [f"العاصمة {f}" for f in capital if f.startswith("ال") and f.split()[0].endswith("ة")]  # «في العاصمة القطرية»
        for surface in dict.fromkeys([r["name_ar"], *filter(None, r["aliases_ar"].split("|")), *called]):
            out.append(Entry(surface, "place", r["place_id"], actor, r["name_ar"], r["name_en"], r["country_code"]))
    arab = {r["person_id"] for r in read_csv(seeds / "offices.csv") if r["actor_id"] in _ARAB}
    people = read_csv(seeds / "people.csv")
    first = Counter(fold(r["name_ar"].split()[0]) for r in people if r["person_id"] in arab)
    for r in people:
        for surface in [r["name_ar"], *filter(None, r["aliases_ar"].split("|"))]:
            # Loose sounds are for foreign names: «محمود علوي» without its vowels is also «محمد علي».
            loan = r["person_id"] not in arab and all(first[fold(w)] < 3 for w in surface.split())
            out.append(Entry(surface, "person", r["person_id"], None, r["name_ar"], r["name_en"], loan=loan))
    return out


def _offices(rows: list[dict[str, str]]) -> dict[str, tuple[Office, ...]]:
    out: dict[str, tuple[Office, ...]] = {}
    for r in rows:
        office = Office(
            r["actor_id"] or None, r["actor_name_ar"] or None, r["role_en"], int(r["from_year"]),
            int(r["to_year"]) if r["to_year"] else None,
        )  # fmt: skip
        out[r["person_id"]] = (*out.get(r["person_id"], ()), office)
    return out


def _holders(offices: list[dict[str, str]], people: list[dict[str, str]], titles: Container[str]) -> dict[tuple[str, str], tuple[Holder, ...]]:
    """Holders by office; of surnames only those long enough to be no other word, and no title: «إسماعيل ولد الشيخ»."""
    persons = {r["person_id"]: r for r in people}
    out: dict[tuple[str, str], tuple[Holder, ...]] = {}
    for r in offices:
        person = persons.get(r["person_id"])
        if person is None or not r["actor_id"]:
            continue
        forms = [person["name_ar"], *filter(None, person["aliases_ar"].split("|"))]
        surnames = frozenset(w for form in forms if len(w := fold(form.split()[-1])) > 3 and w not in titles)
        if r["actor_id"] in FAMILY_FIRST:
            surnames |= {w for form in forms if len(w := fold(form.split()[0])) > 2}  # «كيم», «مون»
        holder = Holder(r["person_id"], person["name_en"], int(r["from_year"]), int(r["to_year"]) if r["to_year"] else None, surnames)
        out[r["actor_id"], r["role_en"]] = (*out.get((r["actor_id"], r["role_en"]), ()), holder)
    return out


@lru_cache(maxsize=4)
def load_time_rules(seeds: Path) -> TimeRules:
    """The rules of temporal tagging for the words of a seeds folder, read once a process; publication dates need no more.

    Raises FileNotFoundError where a table is missing.
    """
    return compile_rules(
        read_time_words(read_csv(seeds / "months.csv"), read_csv(seeds / "time_words.csv"), read_csv(seeds / "number_words.csv"))
    )


@lru_cache(maxsize=4)
def load_lexicon(seeds: Path, cache: Path) -> Lexicon:
    """The lexicon of a seeds folder, read once a process. ``cache`` holds the compiled morphology.

    Sets the garbage collector of the process for reading: see ``_OBJECTS``.

    Raises FileNotFoundError where a table is missing.
    """
    people = read_csv(seeds / "people.csv")
    english = {r["person_id"]: r["name_en"] for r in people}
    states, organisations = read_csv(seeds / "states.csv"), read_csv(seeds / "organisations.csv")
    places = read_csv(seeds / "places.csv")
    cities = {r["place_id"]: r["name_en"] for r in places}
    words = {
        fold(w) for r in people for form in [r["name_ar"], *r["aliases_ar"].split("|")] for w in form.split() if len(w) > 2
    }
    words -= {w for r in read_csv(seeds / "titles.csv") for w in fold_phrase(r["title_ar"]).split()}
    words -= {fold(r["lemma"]) for r in read_csv(seeds / "lexicon.csv") if r["pos"] not in ("noun", "adj", "verb")}
    words -= {fold(w) for w in ("الأول", "السادس", "الثاني", "الثانية", "الابن", "الثالث", "عشر", "الرابع", "الخامس", "العاشر", "أنا")}
    words.add("سلطان")  # a given name as well as a title
    given = read_csv(seeds / "given_names.csv")
    only = {fold(r["name_ar"]) for r in given if not r["also_word"]}
    tables = {p.stem: read_csv(p) for p in sorted((seeds).glob("*_frames.csv"))}
    for name in ("pledge_items", "meeting_verbs", "members", "status_words"):
        if (seeds / f"{name}.csv").exists():
            tables[name] = read_csv(seeds / f"{name}.csv")
    lexicon = Lexicon(
        gazetteer=gazetteer.build(
            _entries(seeds), {r["name_ar"]: r["needs"] for r in read_csv(seeds / "ambiguous_names.csv")}
        ),
        morphology=Morphology(
            partial(analyse, open_database(seeds / "lexicon.csv", cache)), open_fuller(fuller_database(users_folder()))
        ),
        titles={fold_phrase(r["title_ar"]): (r["role_en"], r["kind"]) for r in read_csv(seeds / "titles.csv")},
        title_heads=frozenset(fold_phrase(r["title_ar"]).split()[0] for r in read_csv(seeds / "titles.csv")),
        portfolios={fold_phrase(r["portfolio_ar"]): r["role_en"] for r in read_csv(seeds / "portfolios.csv")},
        offices=_offices(read_csv(seeds / "offices.csv")),
        holders=_holders(read_csv(seeds / "offices.csv"), people, {fold_phrase(r["title_ar"]) for r in read_csv(seeds / "titles.csv")}),
        surnames={fold(r["surname_ar"]): (r["person_id"], english[r["person_id"]]) for r in read_csv(seeds / "surnames.csv")},
        given_names=frozenset(words | only),
        first_names=frozenset(fold(r["name_ar"].split()[0]) for r in people) & words | only,
        foreign_names=frozenset(fold(r["name_ar"]) for r in given if r["is_foreign"]),
        worded_names=frozenset(fold(r["name_ar"]) for r in given if r["also_word"]),
        body_heads=bodies.body_heads(read_csv(seeds / "body_heads.csv")),
        actors={r["actor_id"]: (r["name_ar"], r["name_en"]) for r in states + organisations if r["actor_id"]},
        borders=frozenset(r["place_id"] for r in places if r["kind"] == "border"),
        seats={r["name_ar"]: cities[r["place_id"]] for r in read_csv(seeds / "metonyms.csv") if r["place_id"]},
        body_seats=_body_seats(organisations, places),
        measures=read_measures(
            read_csv(seeds / "currencies.csv"), read_csv(seeds / "units.csv"), read_numerals(read_csv(seeds / "number_words.csv"))
        ),
        times=load_time_rules(seeds),
        tables=tables,
    )
    gc.freeze()  # it lives as long as the process: the collector need not go through it again and again
    gc.set_threshold(_OBJECTS)
    return lexicon
