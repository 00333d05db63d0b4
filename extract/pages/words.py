"""What the pages say in Arabic and English: the vocabulary, dates and amounts. Pure but for reading two CSV files."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("ar", "en")
_SCALES = (1_000_000_000_000, 1_000_000_000, 1_000_000)
Both = tuple[str, str]  # Arabic, English


@cache
def words() -> dict[str, Both]:
    """Key to its Arabic and English word: words.csv beside this file; ``role.…`` and ``unit.…`` from the first line of each in the seeds."""
    here = Path(__file__).parent
    seeds = here.parents[1] / "seeds"
    out = {r["key"]: (r["ar"], r["en"]) for r in _read(here / "words.csv")}
    for row in _read(seeds / "titles.csv"):
        out.setdefault(f"role.{row['role_en']}", (row["title_ar"], row["role_en"]))
    for row in _read(seeds / "portfolios.csv"):
        out.setdefault(f"role.{row['role_en']}", (f"وزير {row['portfolio_ar']}", row["role_en"]))
    for row in _read(seeds / "units.csv"):
        out.setdefault(f"unit.{row['unit']}", (row["unit_ar"], row["unit"]))
    return out


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def say(key: str) -> Both:
    """The words for ``key``; for a key without any the part after its last dot, so that a new value is shown and not lost."""
    return words().get(key) or (key.rsplit(".", 1)[-1],) * 2


def date_words(day: dt.date | None, precision: str = "day") -> Both:
    """A date as precise as it is known: weekday and day, week of a day, month, or year."""
    if day is None or precision == "unknown":
        return say("no_date")
    months, weekdays, week = say(f"month.{day.month}"), say(f"weekday.{day.weekday()}"), say("week_of")
    if precision == "year":
        return (str(day.year),) * 2
    if precision == "month":
        return f"{months[0]} {day.year}", f"{months[1]} {day.year}"
    if precision == "week":
        return f"{week[0]} {day.day} {months[0]} {day.year}", f"{week[1]} {day.day} {months[1]} {day.year}"
    return f"{weekdays[0]} {day.day} {months[0]} {day.year}", f"{weekdays[1]} {day.day} {months[1]} {day.year}"


def number_words(value: float) -> Both:
    """A number as the press writes it: ``2.5 مليار``, ``2.5 billion``; below a million with thousands marked."""
    for scale in _SCALES:
        if value >= scale:
            name = say(f"scale.{scale}")
            digits = f"{value / scale:.3g}" if value / scale < 1000 else f"{value / scale:,.0f}"
            return f"{digits} {name[0]}", f"{digits} {name[1]}"
    return (f"{value:,.0f}",) * 2


def amount_words(pledge: dict[str, Any]) -> Both | None:
    """Amount and currency of a pledge, else its quantity and unit; None where it names neither."""
    if pledge["amount"] is not None:
        low, high = number_words(pledge["amount"]), pledge["amount_max"]
        upper = number_words(high) if high and high != pledge["amount"] else None
        currency = say(f"currency.{pledge['currency']}") if pledge["currency"] else ("", "")
        return tuple(f"{low[i]}{f' – {upper[i]}' if upper else ''} {currency[i]}".strip() for i in (0, 1))  # type: ignore[return-value]
    if pledge["quantity"] is not None:
        unit = say(f"unit.{pledge['unit']}") if pledge["unit"] else ("", "")
        return tuple(f"{number_words(pledge['quantity'])[i]} {unit[i]}".strip() for i in (0, 1))  # type: ignore[return-value]
    return None


def name_of(row: dict[str, Any]) -> Both:
    """The person's name, else the actor's; either language stands in for a missing one."""
    ar = row.get("person_name_ar") or row.get("actor_name_ar")
    en = row.get("person_name_en") or (None if row.get("person_name_ar") else row.get("actor_name_en"))
    return (ar or en or "?", en or ar or "?")


def joined(names: list[Both], limit: int = 3) -> Both:
    """The first names in a row, and how many more there are."""
    more = f" +{len(names) - limit}" if len(names) > limit else ""
    return "، ".join(n[0] for n in names[:limit]) + more, ", ".join(n[1] for n in names[:limit]) + more


def place_of(meeting: dict[str, Any]) -> Both | None:
    """City and country of a meeting, as far as they are known."""
    parts = [(meeting["city_ar"], meeting["city"]), (meeting["country_ar"], meeting["country_en"])]
    known = [(ar or en, en or ar) for ar, en in parts if ar or en]
    return ("، ".join(p[0] for p in known), ", ".join(p[1] for p in known)) if known else None


def meeting_title(meeting: dict[str, Any], group: list[dict[str, Any]]) -> Both:
    """What a meeting is called: its kind and who met, or where it is held when nobody is known."""
    kind, who = say(f"kind.{meeting['kind']}"), joined([name_of(p) for p in group])
    if not group:
        who = place_of(meeting) or say("no_place")
    return f"{kind[0]}: {who[0]}", f"{kind[1]}: {who[1]}"


def pledge_title(pledge: dict[str, Any], group: list[dict[str, Any]]) -> Both:
    """What a pledge is called: who gives (or asks), to whom, how much or what."""
    givers = [name_of(p) for p in group if p["role"] == "pledger"] or [name_of(p) for p in group if p["role"] == "requester"]
    getters = [name_of(p) for p in group if p["role"] in ("recipient", "beneficiary")]
    much, status = amount_words(pledge) or (pledge["item_ar"] or "",) * 2, say(f"status.{pledge['status']}")
    to, who, whom = say("to"), joined(givers), joined(getters)
    return tuple(  # type: ignore[return-value]
        " ".join(part for part in (f"{who[i]}:" if givers else "", status[i], much[i], f"{to[i]} {whom[i]}" if getters else "") if part) for i in (0, 1)
    )
