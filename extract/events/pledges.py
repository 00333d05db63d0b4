"""Pledges: who promised, gave, asked for or refused what, to whom, how much.

Speech acts over clauses: commissive (تعهد وعد التزم), declarative (أعلن with an action noun, a future verb or a sum),
giving (قدم منح زود), directive (طلب دعا حث) and refusing (رفض علق أوقف). «أعلن أن» with a past verb is reporting.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.arabic.normalizer import fold
from extract.arabic.types import Amount, Document
from extract.events import arguments
from extract.events.arguments import Index, Party

if TYPE_CHECKING:
    from extract.lexicon import Lexicon

# Verbal nouns of giving: what is announced, promised or asked for.
_ACTIONS = frozenset(
    ("تقديم", "تخصيص", "ارسال", "تزويد", "منح", "تسليم", "توفير", "دفع", "تمويل", "مساهمه", "المساهمه", "زياده", "رفع", "انفاق", "نشر",
     "تدريب", "استضافه", "دعم", "اعاده", "فتح", "انشاء", "ايداع", "ضخ", "تبرع", "التبرع", "مساعدات", "مساعده", "حزمه", "منحه", "قرض", "مبلغ",
     "اسلحه", "وديعه", "استثمار", "بناء", "تسديد", "امداد", "مده", "مد", "توريد", "صرف", "تحويل", "المساعدات", "المساعده", "الدعم", "التمويل", "اموال")
)  # fmt: skip
_GIVE_FUTURE = frozenset(("قدم", "زود", "أرسل", "منح", "سلم", "وفر", "خصص", "مول", "دعم", "دفع", "ساهم", "أسهم", "تبرع", "ضخ", "درب", "أنفق", "زاد", "رفع", "استضاف", "أودع", "نشر", "أعاد", "بنى", "أنشأ"))
_COMPANY = frozenset(("شركه", "الشركه", "شركات", "البنك", "المصرف", "ارباح", "اسهم", "سهم", "الاسهم", "مبيعات", "نادي", "النادي", "لاعب", "المساهمين", "البورصه", "عقد", "صفقه"))
_COMPANION = frozenset(("شكر", "تقدير", "التعازي", "تعازيه", "العزاء", "شرح", "شرحا", "عرضا", "التهاني", "التهنيه", "اوراق", "استقالته", "استقاله", "اعتماد", "طلبا", "شكوي", "اعتذار", "نصيحه", "تقريرا", "معلومات", "دليل"))


@dataclass(slots=True)
class Pledge:
    """One undertaking as the article tells it. ``first:last`` is the token range of its quote."""

    trigger: int
    first: int
    last: int
    status: str
    kind: str
    item_ar: str | None
    amount: Amount | None
    quantity: Amount | None
    parties: list[tuple[str, str | None, str | None, str | None]]  # role, actor_id, actor_name_ar, person_id
    announced: dt.date | None
    due: dt.date | None
    condition_ar: str | None
    speaker_id: str | None
    attribution: str
    rule: str
    confidence: float


def find_pledges(document: Document, lexicon: Lexicon) -> list[Pledge]:
    """Pledges in reading order, one for each undertaking however often it is told."""
    frames = {(r["lemma"], r["pos"]): r for r in lexicon.tables["pledge_frames"]}
    items = {fold(r["word_ar"]): r for r in lexicon.tables["pledge_items"]}
    index = Index(document)
    out: list[Pledge] = []
    subject: Party | None = None
    for sentence in document.sentences:
        first, last = sentence.first_token, sentence.last_token
        words = {t.norm for t in document.tokens[first:last]}
        business = len(words & _COMPANY) >= 2
        done_until = -1
        for i in range(first, last):
            morph = document.morphs[i]
            frame = frames.get((morph.lemma, morph.pos)) if morph is not None else None
            if frame is None or i < done_until or business:
                continue
            pledge = _read(document, index, frame, i, first, last, subject, items)
            if pledge is not None and not _told_before(out, pledge):
                out.append(pledge)
                done_until = pledge.last
        parties = [p for p in index.parties(sentence.start, sentence.end) if p.actor_id or p.actor_name_ar]
        subject = parties[0] if parties else subject
    return out


def _read(
    document: Document, index: Index, frame: dict[str, str], i: int, first: int, last: int, subject: Party | None,
    items: dict[str, dict[str, str]],
) -> Pledge | None:  # fmt: skip
    tokens, morphs = document.tokens, document.morphs
    morph = morphs[i]
    assert morph is not None
    act, status = frame["act"], frame["status"]
    left = arguments.left_limit(document, i, first)
    end = _end(document, i, last)
    body = range(i + 1, end)
    if {tokens[j].norm for j in range(i + 1, min(i + 4, end))} & _COMPANION:
        return None
    future = morph.future
    action = next((j for j in body if _is_action(tokens[j].norm)), None)
    giving = next((j for j in body if (m := morphs[j]) is not None and m.pos == "verb" and m.future and m.lemma in _GIVE_FUTURE), None)
    amounts = [a for a in document.amounts if tokens[i].end <= a.start < tokens[end - 1].end]
    money = next((a for a in amounts if a.kind == "money"), None)
    share = next((a for a in amounts if a.kind == "percentage" and a.unit == "percent_of_gdp"), None)
    quantity = next((a for a in amounts if a.kind == "quantity"), None)
    kind, strength = _kind(document, i + 1, end, items)
    concrete = money is not None or quantity is not None or share is not None or strength == "item"
    if act == "declarative":
        that = next((j for j in range(i + 1, min(i + 12, end)) if tokens[j].norm in ("ان", "انه", "انها", "بان", "بانه", "بانها")), None)
        if giving is None and (action is None or that is not None or frame["lemma"] in ("قال", "أكد")):
            return None
        if giving is None and action is not None and action - i > 12:
            return None
        start = giving if giving is not None else action
    elif act in ("commissive", "directive", "refuse", "consider"):
        start = action if action is not None else giving
        if start is None and not (act == "commissive" and money is not None):
            return None
        if act == "consider" and morph.aspect != "i":
            return None
        start = start if start is not None else i
    else:
        start = i
        if morph.pos == "noun":
            return None
    if act in ("give", "allocate", "withdraw") and strength is None and money is None and quantity is None:
        return None
    if act == "give" and not concrete and strength != "generic":
        return None
    if not concrete and strength is None:
        return None
    if act == "give" and frame["lemma"] in ("دفع", "قدم", "حول", "ضمن", "مول", "عرض") and not (money or quantity or strength in ("item", "generic")):
        return None
    negated = i > first and tokens[i - 1].norm in ("لم", "لن", "لا")
    if negated:
        status = "refused" if status in ("pledged", "delivered") else status
    elif status == "delivered" and (future or morph.aspect == "i" and not any(tokens[j].norm in ("كان", "كانت") for j in range(max(first, i - 3), i))):
        status = "pledged" if future else status
    pledgers, recipients, speaker = _parties(document, index, act, i, left, start, end, subject, status)
    if not pledgers and act not in ("directive",):
        return None
    if set(a for a, _ in pledgers) == set(a for a, _ in recipients) and pledgers:
        recipients = []
    if kind is None:
        kind = "financial" if money is not None else "other"
    if share is not None:
        kind = "spending"
    elif money is not None and kind == "other":
        kind = "financial"
    if act == "give" and not recipients and money is None and quantity is None:
        return None
    spans = [t for t in index.times(tokens[left].start, tokens[end - 1].end) if t.precision == "day"]
    announced = spans[0].date_from if spans else None
    parties = [("pledger", a, n, None) for a, n in pledgers] + [("recipient", a, n, None) for a, n in recipients]
    if status in ("requested", "called_for") and speaker is not None:
        parties.append(("requester", speaker.actor_id, speaker.actor_name_ar, speaker.person.person_id if speaker.person else None))
    start_item = start if start is not None else i + 1
    item = document.text[tokens[min(start_item, end - 1)].start : tokens[end - 1].end][:160]
    confidence = 0.6 + 0.15 * (money is not None or quantity is not None) + 0.1 * bool(recipients) + 0.05 * (act == "commissive")
    return Pledge(
        i, max(left, i - 14), end, status, kind, item, money, quantity, parties, announced, None, _condition(document, i, end),
        speaker.person.person_id if speaker and speaker.person else None, _attribution(document, i), f"{act}_{frame['lemma']}", round(confidence, 2),
    )  # fmt: skip


def _is_action(word: str) -> bool:
    if word in _ACTIONS:
        return True
    for prefix in ("ب", "ل", "ال", "بال"):
        if word.startswith(prefix) and word[len(prefix) :] in _ACTIONS:
            return True
    for suffix in ("ها", "ه", "هم", "نا"):
        if word.endswith(suffix) and (word[: -len(suffix)] in _ACTIONS or word[: -len(suffix)].lstrip("بل") in _ACTIONS):
            return True
    return False


def _end(document: Document, i: int, last: int) -> int:
    """Where the content of the undertaking ends: a full stop, a semicolon, or the next reporting clause."""
    for j in range(i + 1, min(last, i + 60)):
        token = document.tokens[j]
        if token.text in ".؛!؟" or j > i + 4 and token.norm in ("موكدا", "مشيرا", "مضيفا", "لافتا", "فيما", "بينما", "وقال", "واضاف", "حيث", "موكده", "معتبرا"):
            return j
        m = document.morphs[j]
        if j > i + 3 and m is not None and m.pos == "verb" and m.conjunction == "و" and m.lemma in ("قال", "أضاف", "أكد", "أشار", "دعا", "أعلن", "تعهد", "طالب", "طلب"):
            return j
    return min(last, i + 60)


def _kind(document: Document, first: int, last: int, items: dict[str, dict[str, str]]) -> tuple[str | None, str | None]:
    """The kind of what is promised and how concrete its words are: item before modifier before generic."""
    best: tuple[int, str, str] | None = None
    order = {"item": 0, "modifier": 1, "generic": 2}
    modifier: str | None = None
    for j in range(first, last):
        morph = document.morphs[j]
        row = items.get(fold(morph.lemma)) if morph is not None else None
        row = row or items.get(document.tokens[j].norm) or items.get(document.tokens[j].norm.removeprefix("ال"))
        if row is None:
            continue
        if row["strength"] == "modifier":
            modifier = modifier or row["kind"]
            continue
        rank = order[row["strength"]]
        if best is None or rank < best[0]:
            best = (rank, row["kind"], row["strength"])
    if best is None:
        return modifier, None
    kind = modifier if modifier and (best[1] in ("financial", "cooperation")) else best[1]
    return kind, best[2]


def _parties(
    document: Document, index: Index, act: str, i: int, left: int, start: int | None, end: int, subject: Party | None, status: str
) -> tuple[list[tuple[str | None, str | None]], list[tuple[str | None, str | None]], Party | None]:
    """Pledgers and recipients (actor_id, Arabic name), and who speaks."""
    tokens = document.tokens
    begin = start if start is not None else i
    before = [p for p in index.parties(tokens[left].start, tokens[i].start) if p.actor_id or p.actor_name_ar]
    between = [p for p in index.parties(tokens[i].end, tokens[max(begin, i + 1)].start) if p.actor_id or p.actor_name_ar] if begin > i else []
    behind = [p for p in index.parties(tokens[max(begin, i)].end, tokens[end - 1].end) if p.actor_id or p.actor_name_ar]
    morph = document.morphs[i]
    if act in ("give", "allocate", "withdraw"):
        objects = _marked(document, behind)
        free = [p for p in behind if p not in objects]
        lead = _leading(document, i, free)
        givers = lead or before[-3:]
        takers = objects or [p for p in free if p not in givers][:1]
        takers = [p for p in takers if p not in givers]
    elif act == "directive":
        speaker = (between[:1] or before[-1:] or ([subject] if subject else []))[:1]
        others = [p for p in between if p not in speaker]
        takers = _marked(document, behind) or ([] if status == "called_for" else speaker)
        givers = others
        if status == "requested" and not takers:
            takers = speaker
        return _pairs(givers), _pairs(takers), speaker[0] if speaker else None
    else:
        givers = between or before[-3:]
        takers = _marked(document, behind) or behind[:1]
        if not givers and behind and act == "commissive":
            givers = _leading(document, i, behind)
            takers = [p for p in takers if p not in givers]
    if not givers and subject is not None and morph is not None and morph.person == "3":
        givers = [subject]
    speaker = next((p for p in givers if p.person), None)
    return _pairs(_coordinated(document, givers)), _pairs([p for p in takers if p not in givers]), speaker


def _leading(document: Document, i: int, parties: list[Party]) -> list[Party]:
    """Parties that follow the verb at once: its subjects, coordinated."""
    out: list[Party] = []
    at = document.tokens[i].end
    for p in parties:
        if p.start - at > (22 if not out else 4):
            break
        out.append(p)
        at = p.end
    return out


def _marked(document: Document, parties: list[Party]) -> list[Party]:
    """Parties behind ل or إلى or لصالح or لدعم: those who are to receive."""
    out = []
    for p in parties:
        name = p.name
        before = document.text[max(0, p.start - 14) : p.start].split()
        last = fold(before[-1]) if before else ""
        first = fold(document.text[p.start : p.start + 2])
        if name is not None and name.clitics.endswith("ل") or last in ("الي", "لصالح", "لدعم", "لمساعده", "لحكومه", "لدوله", "لشعب", "للشعب", "لجيش", "للجيش", "تزويد", "بتزويد", "منح", "بمنح", "دعم", "بدعم", "لجمهوريه", "في") or p.person is not None and first.startswith("ل"):
            out.append(p)
    return out


def _coordinated(document: Document, parties: list[Party]) -> list[Party]:
    """The last run of parties that «و» or commas join."""
    run: list[Party] = parties[:1]
    for p in parties[1:]:
        gap = document.text[run[-1].end : p.start]
        if len(gap) <= 4:
            run.append(p)
        elif len(run) == 1 and run[0].person is None:
            run = [p]
        else:
            break
    return run


def _pairs(parties: list[Party]) -> list[tuple[str | None, str | None]]:
    seen: dict[tuple[str | None, str | None], None] = {}
    for p in parties:
        seen.setdefault((p.actor_id, None if p.actor_id else p.actor_name_ar), None)
    names = {p.actor_id: p.actor_name_ar for p in parties}
    return [(a, n if a is None else names[a]) for a, n in seen]


def _condition(document: Document, i: int, end: int) -> str | None:
    for j in range(i, end):
        if document.tokens[j].norm in ("شريطه", "بشرط", "اذا", "شرط"):
            return document.text[document.tokens[j].start : document.tokens[end - 1].end]
    return None


def _attribution(document: Document, i: int) -> str:
    at = document.tokens[i].start
    return next((s.attribution for s in document.speeches if s.start <= at < s.end), "narrator")


def _told_before(pledges: list[Pledge], new: Pledge) -> bool:
    """Whether an earlier pledge is the same: the same sum of the same currency, or the same giver, taker and kind."""
    for old in pledges:
        if old.amount and new.amount:
            if old.amount.value == new.amount.value and old.amount.currency == new.amount.currency:
                return True
            continue
        givers = {p[1] or p[2] for p in old.parties if p[0] == "pledger"} & {p[1] or p[2] for p in new.parties if p[0] == "pledger"}
        takers = {p[1] or p[2] for p in old.parties if p[0] == "recipient"} & {p[1] or p[2] for p in new.parties if p[0] == "recipient"}
        if givers and takers and old.kind == new.kind and old.status == new.status and not new.amount and not new.quantity:
            return True
    return False
