"""Who is quoted in the report of a summit or a session as one who sits there: «توصل قادة الاتحاد الأوروبي … وقالت ميركل».

The text places them by their office: heads of the member states at a summit, ministers of that portfolio at a ministerial,
ambassadors and envoys in the Security Council. Only where the article tells one such meeting that took place.
"""

from __future__ import annotations

from typing import Final

from extract.arabic.types import Document, Person
from extract.events.arguments import Index, Party
from extract.events.meetings.event import LEADERS, Event

Members = dict[str, list[tuple[frozenset[str], int, int]]]  # body → members, from year, to year
_HEADS: Final = LEADERS | {"secretary general", "crown prince", "president of the European Council", "president of the European Commission"}
_AT_COUNCIL: Final = frozenset(("permanent representative", "permanent representative to the un", "ambassador", "special envoy"))  # a secretary general speaks to the press as often
_COUNCIL: Final = "UN-SC"
_LEAD: Final = 2  # sentences behind the first within which an article tells what it is about
_ELSEWHERE: Final = ("تغريد", "تويتر", "مقابل", "صحيف", "رسال", "برلمان", "اتصال")  # where else something is said


def add_speakers(document: Document, index: Index, events: list[Event], members: Members) -> None:
    """Add quoted holders of a seat to the one summit, ministerial or session of a body that the article tells as held."""
    speaking = _speakers(document, index)
    if not speaking:
        return
    year = document.published.year if document.published else None
    for kind in ("summit", "ministerial", "session"):
        held = [e for e in events if e.kind == kind and e.status == "held" and _bodies(e)]
        if len(held) != 1 or held[0].sentence > _LEAD:
            continue  # a summit told in passing says nothing of who is quoted elsewhere
        event, bodies = held[0], _bodies(held[0])
        keys, roles = event.party_keys(), _roles(event)
        states = {m for body in bodies for m in members_of(body, members, year)} | bodies
        for party in speaking:
            person = party.person
            if person is None or party.key() in keys or person.role not in roles or kind == "session" and not _sits_at_council(person) or any(party.key() in e.party_keys() for e in events if e is not event and e.kind == kind):
                continue
            if person.actor_id in states or kind == "session" and person.actor_id is not None:
                keys.add(party.key())
                event.parties.append(party.told_by("quoted"))


def members_of(body: str, members: Members, year: int | None) -> frozenset[str]:
    """The member states of a body in a year, of any year where none is known: ``members_of("EU", …, 2018)`` holds GB."""
    return frozenset(m for states, since, until in members.get(body, ()) if year is None or since <= year <= until for m in states)


def read_members(rows: list[dict[str, str]]) -> Members:
    """The table of members (seeds/members.csv)."""
    out: Members = {}
    for row in rows:
        out.setdefault(row["actor_id"], []).append((frozenset(row["members"].split("|")), int(row["from_year"]), int(row["to_year"] or 9999)))
    return out


def _bodies(event: Event) -> set[str]:
    """The bodies whose meeting it is: «قمة حلف الناتو», «قادة الاتحاد الأوروبي»; of the Security Council that alone."""
    own = {p.actor_id for p in event.parties if p.actor_id and (p.person is None or p.person.kind == "collective")}
    if event.kind == "session":
        return own & {_COUNCIL}
    return {a.split("-")[0] for a in own if len(a) > 2} | (own & {"EU", "G7"})


def _roles(event: Event) -> frozenset[str] | set[str]:
    """The offices whose holders sit at the meeting."""
    if event.kind == "summit":
        return _HEADS
    if event.kind == "session":
        return _AT_COUNCIL
    groups = {p.person.role for p in event.parties if p.person is not None and p.person.kind == "collective" and p.person.role}
    return {g.removesuffix("s") for g in groups if g.endswith(" ministers")}


def _sits_at_council(person: Person) -> bool:
    """Whether an ambassador is one to the United Nations, as the text says: «سفيرة واشنطن لدى الأمم المتحدة»."""
    return person.role != "ambassador" or any(word in (person.role_ar or "") for word in ("الأمم", "الامم", "مجلس الأمن"))


def _speakers(document: Document, index: Index) -> list[Party]:
    """The persons whom the article quotes, each once."""
    found: dict[object, Party] = {}
    for speech in document.speeches:
        if speech.speaker_start is not None and speech.speaker_end is not None and not _said_elsewhere(document, speech.speaker_start):
            for party in index.parties(max(0, speech.speaker_start - 1), speech.speaker_end + 1, states=False)[:1]:
                if party.person is not None and party.person.kind == "person" and party.person.name_ar:
                    found.setdefault(party.key(), party)
    return list(found.values())


def _said_elsewhere(document: Document, at: int) -> bool:
    """Whether the sentence at an offset says that it was said in a tweet, an interview or a parliament."""
    sentence = next((s for s in document.sentences if s.start <= at < s.end), None)
    return sentence is not None and any(w in document.text[sentence.start : sentence.end] for w in _ELSEWHERE)
