"""Scores a published warehouse against gold annotation: what was found, what was missed, how right the fields are.

Gold is one YAML file an article (tests/gold/README.md describes it). An article is found by ``articles.external_id``.
Matching is one to one within an article, best pairs first: a meeting pair shares a participant (or, where the gold has
none, day, place or text) and conflicts neither in day nor in country; a participant pair has the same person, or the
same actor where neither names one; a pledge pair shares a pledger and the sum, or where one names none, the text.
What matches an optional gold item counts neither way.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from extract.arabic.normalizer import fold

Row = dict[str, Any]


def words(name: str | None) -> set[str]:
    """Folded words of a name, single letters left out."""
    return {w for part in (name or "").replace("-", " ").replace(".", " ").split() if len(w := fold(part)) > 1}


def same_person(gold: Row, found: Row) -> bool:
    """Whether two names agree: the words of one are all in the other, or the last words are the same."""
    for g, f in ((gold.get("person_ar"), found["person_name_ar"]), (gold.get("person"), found["person_name_en"])):
        a, b = words(g), words(f)
        if a and b and (a <= b or b <= a or fold(str(g).split()[-1]) == fold(str(f).split()[-1])):
            return True
    return False


def same_actor(gold: str | None, actor_id: str | None, actor_name: str | None) -> bool:
    """Whether a gold code (US, EU-COM, x:name) and a found actor are one; bodies count as their organisation."""
    code = (gold or "").strip()
    if code.startswith("x:"):
        a, b = words(code[2:]), words(actor_name)
        return bool(a and b and (a <= b or b <= a))
    return bool(code) and code.split("-")[0].upper() == (actor_id or "").split("-")[0].upper()


def interval(start: Any, end: Any, precision: str | None) -> tuple[dt.date, dt.date] | None:
    """The days that a date of a precision covers."""
    if start is None:
        return None
    first = dt.date.fromisoformat(str(start)[:10])
    last = dt.date.fromisoformat(str(end)[:10]) if end else first
    if precision == "week":
        first -= dt.timedelta(first.weekday())
        last = max(last, first + dt.timedelta(6))
    elif precision == "month":
        first = first.replace(day=1)
        last = max(last, (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1))
    elif precision == "year":
        first, last = first.replace(month=1, day=1), max(last, first.replace(month=12, day=31))
    return first, last


def _participant(gold: Row, found: Row) -> bool:
    if gold.get("person") or gold.get("person_ar"):
        return bool(found["person_name_ar"] or found["person_name_en"]) and same_person(gold, found)
    if found["person_name_ar"] or found["person_name_en"]:
        return False
    return same_actor(gold.get("actor"), found["actor_id"], found["actor_name_ar"])


def _near(text: str, gold: Row, found: Row) -> bool:
    at = text.find(gold.get("evidence") or "\0")
    return at >= 0 and found["start_char"] < at + len(gold["evidence"]) and at < found["end_char"]


def meeting_score(text: str, gold: Row, found: Row) -> float:
    """How well a found meeting fits a gold one; 0 where they cannot be the same."""
    g = interval(gold.get("start_date"), gold.get("end_date"), gold.get("date_precision") or "day")
    f = interval(found["start_date"], found["end_date"], found["date_precision"] or "day")
    if g and f and not (g[0] <= f[1] and f[0] <= g[1]):
        return 0.0
    if gold.get("country") and found["country_code"] and gold["country"] != found["country_code"]:
        return 0.0
    parties = [p for p in gold.get("participants") or [] if not p.get("optional") and (p.get("actor") or p.get("person") or p.get("person_ar"))]
    shared = sum(
        any(same_actor(p.get("actor"), q["actor_id"], q["actor_name_ar"]) or bool(p.get("person") or p.get("person_ar")) and same_person(p, q) for q in found["participants"])
        for p in parties
    )  # fmt: skip
    exact = sum(any(_participant(p, q) for q in found["participants"]) for p in parties)
    day = bool(g and f and g[0] == f[0])
    place = bool(gold.get("country")) and gold["country"] == found["country_code"]
    near = _near(text, gold, found)
    if parties and not shared or not parties and not (day or place or near):
        return 0.0
    return 0.1 + (2 * shared + exact) / max(1, len(parties)) + day + 0.5 * place + near


def pledge_score(text: str, gold: Row, found: Row) -> float:
    """How well a found pledge fits a gold one; 0 where they cannot be the same."""
    givers = gold.get("pledgers") or []
    if bool(givers) != bool(found["pledgers"]) or givers and not any(same_actor(g, *f) for g in givers for f in found["pledgers"]):
        return 0.0
    near = _near(text, gold, found)
    if gold.get("amount") is not None and found["amount"] is not None:
        return 2.0 + near if abs(float(gold["amount"]) - found["amount"]) <= 0.005 * abs(float(gold["amount"])) else 0.0
    return float(near)


def pair(gold: Sequence[Row], found: Sequence[Row], score: Callable[[Row, Row], float]) -> list[tuple[int, int]]:
    """Greedy one-to-one matching, best first."""
    ranked = sorted(((s, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (s := score(g, f)) > 0), reverse=True)
    left, right, out = set(), set(), []
    for _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j))
    return out


def evaluate(gold_folder: Path, articles: dict[str, Row]) -> dict[str, Any]:
    """Counts, scores and errors of ``articles`` (external_id → {text, meetings, pledges}) against the gold of a folder.

    Raises FileNotFoundError where the folder has no gold.
    """
    files = sorted(gold_folder.glob("*.yml"))
    golds = [g for p in files if isinstance(g := yaml.safe_load(p.read_text(encoding="utf-8")), dict) and "article" in g]
    if not golds:
        raise FileNotFoundError(f"{gold_folder} holds no gold annotation (*.yml with an article)")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    errors: list[str] = []
    missing: list[str] = []
    bands: dict[str, Counter[str]] = defaultdict(Counter)

    def attribute(name: str, ok: bool) -> None:
        seen[name] += 1
        right[name] += ok

    for gold in golds:
        name = str(gold["article"])
        article = articles.get(name)
        if article is None:
            missing.append(name)
            article = {"text": "", "meetings": [], "pledges": []}
        text = article["text"]
        for kind, key, score in (("meetings", "meetings", meeting_score), ("pledges", "pledges", pledge_score)):
            must, optional, found = gold.get(key) or [], gold.get(f"optional_{key}") or [], article[key]
            matched = pair(must, found, partial(score, text))
            hit_gold, hit_found = {i for i, _ in matched}, {j for _, j in matched}
            rest = [f for j, f in enumerate(found) if j not in hit_found]
            spare = {id(rest[j]) for _, j in pair(optional, rest, partial(score, text))}
            counts[kind]["tp"] += len(matched)
            for i, g in enumerate(must):
                if i not in hit_gold:
                    counts[kind]["fn"] += 1
                    errors.append(f"{name}: missed {kind[:-1]} {g.get('status')}: {str(g.get('evidence'))[:100]}")
                    if kind == "meetings":
                        counts["participants"]["fn"] += sum(not p.get("optional") for p in g.get("participants") or [])
            for f in rest:
                if id(f) not in spare:
                    counts[kind]["fp"] += 1
                    bands[f"{int(f['confidence'] * 10) / 10:.1f}"]["wrong"] += 1
                    errors.append(f"{name}: false {kind[:-1]} {f['status']}: {f['quote'][:100]}")
                    if kind == "meetings":
                        counts["participants"]["fp"] += len(f["participants"])
            for i, j in matched:
                g, f = must[i], found[j]
                bands[f"{int(f['confidence'] * 10) / 10:.1f}"]["right"] += 1
                if kind == "meetings":
                    errors += [f"{name}: {e}" for e in _meeting_fields(g, f, counts, attribute)]
                else:
                    attribute("pledge status", f["status"] in (g["status"], g.get("status_also")))
                    if g.get("amount") is not None:
                        attribute("amount and currency", f["amount"] is not None and f["currency"] == g.get("currency"))
    return {
        "tables": {k: _scores(counts[k]) for k in ("meetings", "participants", "pledges")},
        "fields": {k: {"share": round(right[k] / seen[k], 3), "n": seen[k]} for k in seen},
        "calibration": {b: {"share": round(c["right"] / c.total(), 2), "n": c.total()} for b, c in sorted(bands.items())},
        "articles": len(golds), "missing": missing, "errors": errors,
    }  # fmt: skip


def _meeting_fields(gold: Row, found: Row, counts: dict[str, Counter[str]], attribute: Callable[[str, bool], None]) -> list[str]:
    """Counts the participants and fields of a matched meeting; gives its errors among the participants."""
    parties = gold.get("participants") or []
    matched = pair(parties, found["participants"], lambda g, f: float(_participant(g, f)))
    hit = {i for i, _ in matched}
    required = [i for i, p in enumerate(parties) if not p.get("optional")]
    counts["participants"]["tp"] += sum(i in hit for i in required)
    counts["participants"]["fn"] += sum(i not in hit for i in required)
    counts["participants"]["fp"] += len(found["participants"]) - len(matched)
    attribute("meeting status", found["status"] == gold["status"])
    if found["status"] == "held":
        attribute("held is right", gold["status"] == "held")
    if gold.get("start_date"):
        g = interval(gold["start_date"], gold.get("end_date"), gold.get("date_precision") or "day")
        f = interval(found["start_date"], found["end_date"], found["date_precision"] or "day")
        attribute("meeting date", bool(g and f and g[0] == f[0]))
    if gold.get("country"):
        attribute("meeting country", found["country_code"] == gold["country"])
    taken = {j for _, j in matched}
    missed = [parties[i] for i in required if i not in hit]
    false = [q for j, q in enumerate(found["participants"]) if j not in taken]
    return [f"missed participant {p.get('person_ar') or p.get('role')} / {p.get('actor')}: {str(gold.get('evidence'))[:60]}" for p in missed] + [
        f"false participant {q['person_name_ar']} / {q['actor_id']}: {str(gold.get('evidence'))[:60]}" for q in false
    ]


def _scores(count: Counter[str]) -> dict[str, float]:
    tp, fp, fn = count["tp"], count["fp"], count["fn"]
    p, r = tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0
    return {"precision": round(p, 3), "recall": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0, "right": tp, "false": fp, "missed": fn}


def from_rows(articles: Sequence[Row], meetings: Sequence[Row], participants: Sequence[Row], pledges: Sequence[Row], parties: Sequence[Row]) -> dict[str, Row]:
    """Rows of the report tables, gathered by article for ``evaluate``."""
    of_meeting: dict[str, list[Row]] = defaultdict(list)
    for p in participants:
        of_meeting[p["meeting_report_id"]].append(p)
    givers: dict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    for q in parties:
        if q["role"] == "pledger":
            givers[q["pledge_report_id"]].append((q["actor_id"], q["actor_name_ar"]))
    out = {a["article_id"]: {"text": a["text"], "meetings": [], "pledges": []} for a in articles}
    for m in meetings:
        out[m["article_id"]]["meetings"].append({**m, "participants": of_meeting[m["meeting_report_id"]]})
    for g in pledges:
        out[g["article_id"]]["pledges"].append({**g, "pledgers": givers[g["pledge_report_id"]]})
    return {a["external_id"]: out[a["article_id"]] for a in articles if a["external_id"]}
