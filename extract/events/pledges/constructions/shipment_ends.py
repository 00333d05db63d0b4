"""Whence and where to a carrier of aid goes: who sent it, and the state of its destination."""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Name
from extract.events.arguments import is_adjective
from extract.events.pledges.actors.actor import Actor
from extract.events.pledges.actors.proclitics import stripped
from extract.events.pledges.constructions.loads import CARRYING

_SENDERS: Final = frozenset(("أرسل", "سير", "قدم", "وفر", "تبرع", "استأجر"))
_LOADS: Final = frozenset(("مساعدات", "معونات", "اسلحه", "ذخاير", "صواريخ"))
_SENT: Final = frozenset(("مقدمه", "المقدمه", "مرسله", "تابعه", "التابعه"))  # «مقدمة من …», «تابعة لـ…»
_OF_SENDER: Final = 9  # tokens of «تابعة لقيادة القوات الجوية الملكية الأردنية»
_LEAVING: Final = frozenset(("غادر", "أقلع", "انطلق"))
_LEAVES: Final = frozenset(("غادر", "غادرت", "تغادر", "يغادر", "ستغادر", "غادره"))  # forms whose object is the place left
_TO_ORIGIN: Final = 4  # tokens from leaving to the place: «أقلعت من مطار الدوحة»
_OTHERS: Final = frozenset(("من", "في", "الي", "عن", "علي", "لنقل"))
_TRANSPORT: Final = frozenset(("جوا", "بحرا", "برا", "نقل", "جسر"))
_TO_PAIR: Final = 6  # tokens from the transport to the two between which it goes
_COMING: Final = frozenset(("قادمه", "القادمه", "اتيه", "مقبله"))
_FROM: Final = frozenset(("من", "قادمه", "مغادره", "غادرت"))


def find_sender(document: Document, i: int, last: int) -> Actor | None:
    """«طائرة سعودية», «قافلة تابعة للصليب الأحمر», «سفينة … أرسلها برنامج الأغذية العالمي», «شاحنات قادمة من السعودية»."""
    tokens = document.tokens
    load = next((j for j in range(i + 1, last) if stripped(tokens[j].norm) in _LOADS), None)
    if load is not None:  # «طائرة روسية تحمل 50 طنا من المساعدات الفرنسية», «شحنة من الأسلحة البلجيكية»
        whose = _named(document, load + 1, min(load + 3, last), adjective=True)
        if whose is not None:
            return whose
    beside = next((j for j in range(i + 1, min(i + 6, last)) if tokens[j].norm in _OTHERS or tokens[j].text in "،,"), min(i + 6, last))  # «شاحنة من السوق اليمنية»
    own = _named(document, i + 1, beside, adjective=True)
    if own is not None and own.first <= i + 3 and document.norms[i] != "جسر":
        return own
    sent = next((j for j in range(i + 1, last) if tokens[j].norm in _SENT), None)
    if sent is not None and (body := _named(document, sent + 1, _end_of_phrase(document, sent + 1, min(sent + _OF_SENDER, last)))) is not None:
        return body
    sender = next((j for j in range(i + 1, last) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _SENDERS), None)
    if sender is not None:
        return _named(document, sender + 1, min(sender + 5, last)) or own
    between = next((j for j in range(i + 1, last) if tokens[j].norm == "بين" and any(n in _TRANSPORT for n in document.norms[max(i, j - _TO_PAIR) : j])), None)
    if own is None and between is not None:  # «الطائرة … بداية نقل إمدادات جوا بين السعودية واليمن»
        return _named(document, between + 1, min(between + 3, last))
    coming = next((j for j in range(i + 1, last) if tokens[j].norm in _COMING), None)
    if own is None and coming is not None:  # «قاطرات قادمة من السعودية»
        return _named(document, coming + 1, min(coming + 3, last))
    return own


def find_origin(document: Document, first: int, last: int) -> Actor | None:
    """The state that a carrier leaves, which sent it where nobody else is told to have: «غادرت | الكويت | طائرة إغاثية», «أقلعت من مطار | الدوحة | طائرتان»."""
    tokens, norms = document.tokens, document.norms
    verb = next((j for j in range(first, last - 1) if (m := document.morphs[j]) is not None and m.pos == "verb" and m.lemma in _LEAVING), None)
    if verb is None or norms[verb + 1] != "من" and norms[verb].removeprefix("و") not in _LEAVES:
        return None
    begin, stop = tokens[verb].end, tokens[min(last, verb + _TO_ORIGIN) - 1].end
    name = next((n for n in document.names if begin < n.start < stop and n.kind in ("place", "state", "metonym") and (n.country_code or n.actor_id)), None)
    at = next((k for k in range(verb + 1, last) if name is not None and tokens[k].end > name.start), None)
    if name is None or at is None or any(norms[k] in ("الي", "نحو", "باتجاه") for k in range(verb, at)):
        return None
    return Actor(at, at + 1, name.country_code or name.actor_id, name.name_ar, None, "from")


def _end_of_phrase(document: Document, a: int, b: int) -> int:
    """Where the words that tell whose the carrier is end, at a mark or at what it does: «لقيادة القوات الجوية الملكية الأردنية | تحمل»."""
    return next((j for j in range(a, b) if document.tokens[j].kind == "punctuation" or document.norms[j] in CARRYING or document.norms[j] in _OTHERS and j > a), b)


def _named(document: Document, a: int, b: int, *, adjective: bool = False) -> Actor | None:
    """The first name in a token range that can send: a state by its adjective, a body; where no adjective is wanted a state too."""
    tokens = document.tokens
    if a >= b:
        return None
    for n in document.names:
        if tokens[a].start <= n.start < tokens[b - 1].end and n.actor_id:
            if n.kind == "organisation" or (is_adjective(n) if adjective else n.kind in ("state", "metonym") or is_adjective(n)):
                at = next(k for k in range(a, b) if tokens[k].end > n.start)
                return Actor(at, at + 1, n.actor_id, n.name_ar, None, "")
    return None


def find_destination(document: Document, a: int, b: int, giver: Actor | None) -> Actor | None:
    """The first place or state in a token range that is neither the giver's own nor where the carrier comes from: «إلى مطار عدن»."""
    tokens, norms = document.tokens, document.norms
    if a >= b:
        return None
    own, left = giver.actor_id if giver is not None else None, -1
    for n in document.names:
        if not tokens[a].start <= n.start < tokens[b - 1].end or n.kind not in ("place", "state") or not n.country_code:
            continue
        at = next(k for k in range(a, b) if tokens[k].end > n.start)
        if {*norms[max(0, at - 2) : at]} & _FROM or "و" in n.clitics and left == at - 1:
            left = at  # «من السعودية والإمارات»
        elif n.country_code != own and not _is_actor(document, n, at):
            return Actor(at, at + 1, n.country_code, n.name_ar, None, "to")
    return None


def _is_actor(document: Document, n: Name, at: int) -> bool:
    """Whether a state is who speaks or acts rather than where the carrier goes: «أعلنت السعودية أن …»."""
    before = document.morphs[at - 1] if at else None
    return n.kind == "state" and before is not None and before.pos == "verb" and before.lemma not in ("وصل", "دخل", "بلغ", "غادر")
