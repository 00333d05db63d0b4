"""Who a dual or a counted group means: «القمة التي جمعتهما», «اتصال بينهما», «قمة بين الدول الثلاث»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document, Name
from extract.events.arguments import Index, Party, is_listed, is_state
from extract.events.meetings.parties.complements import is_of_another
from extract.events.meetings.triggers import Trigger

DUAL_RELATIVES: Final = frozenset(("اللذين", "اللذان", "اللتين", "اللتان"))
_GATHERED: Final = frozenset(("بين", "زعماء", "قاده", "روساء", "رووساء", "خارجيه", "دفاع", "وزراء", "لزعماء", "لقاده", "لوزراء"))
_COUNTED: Final = {"الثلاث": 3, "الثلاثه": 3, "الاربع": 4, "الاربعه": 4, "الخمس": 5, "الخمسه": 5, "الست": 6}
_ASIDES: Final = frozenset(("خلال", "أثناء", "في", "على", "عقب", "بعد", "قبل", "بهدف"))  # behind these stands another phrase than the list
_LIST_GAP: Final = 6  # words of a title or an apposition between two who are listed
_COUNTED_MEN: Final = frozenset(("الروساء", "الرووساء", "القاده", "الزعماء", "الوزراء", "المسوولون", "السفراء"))
_DUAL_SUBJECTS: Final = frozenset(("البلدان", "الدولتان", "الجانبان", "الطرفان", "الوفدان", "الرييسان", "الوزيران", "الزعيمان", "المسوولان", "الحكومتان", "الجارتان", "الجاران"))
_TWO_STATES: Final = frozenset(("البلدين", "الدولتين", "الجانبين", "الطرفين", "الجارين"))
_TWO_SIDES: Final = _TWO_STATES | {"الرجلين", "الوفدين", "الحكومتين"}
_BOTH: Final = frozenset(("البلدين", "الدولتين"))
_OFFICE: Final = 4  # tokens from «وزيرا خارجية» to «البلدين»
_BETWEEN: Final = 6  # tokens from a meeting to the «بين» of its two sides
_MUTUAL: Final = frozenset(("بينهما", "بينهم"))
SIDES: Final = ("side", "sides", "government")


def paired(document: Document, parties: list[Party]) -> list[Party]:
    """Of the parties behind «بين» the two that it names and those listed with them: «قمة بين X وY خلال اجتماع Z» is of no Z."""
    out = parties[:2]
    for p in parties[2:]:
        between = document.text[out[-1].end : p.start].replace("#", " ").replace('"', " ").split()
        listed = not between or between[0].startswith("و") or is_listed(document, out[-1], p)  # «X والإيراني Y»
        if not listed or not _ASIDES.isdisjoint(between) or len(between) > _LIST_GAP:
            break
        out.append(p)
    return out


def spelled_out(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Who a group is: «بدأت الدول التي …، وهي بريطانيا والصين وفرنسا، اجتماعاتها», «قمة بين الدول الثلاث» of which the text spoke before."""
    tokens, i = document.tokens, trigger.token
    which = next((j for j in range(i - 1, trigger.first, -1) if tokens[j].norm in ("وهي", "وهم")), None)
    if which is not None and trigger.noun:
        listed = index.parties(tokens[which].end, tokens[i].start)
        run = listed[:1] + [b for a, b in zip(listed, listed[1:], strict=False) if is_listed(document, a, b)]
        if len(run) > 1:
            return [replace(p, capacity="attendee") for p in run]
    for j in range(trigger.left, i if trigger.noun and trigger.role == "holds" and not trigger.behind else trigger.left):
        count = next((n for w in document.norms[j + 1 : j + 3] if (n := _COUNTED.get(w))), None) if tokens[j].norm in ("الدول", "البلدان", "الاطراف") else None
        listed = index.parties(tokens[j].end, tokens[i].start) if count is not None else []
        if len(listed) == count and all(is_listed(document, a, b) for a, b in zip(listed, listed[1:], strict=False)):  # «تجري الدول الثلاث، بريطانيا وفرنسا وألمانيا، مشاورات مع …»
            return [*(replace(p, capacity="attendee") for p in listed), *index.parties(tokens[i].end, tokens[trigger.right - 1].end)]
    for j in range(trigger.left, min(i + 9, trigger.last - 1)):
        count = _COUNTED.get(tokens[j + 1].norm) if tokens[j].norm in ("الدول", "البلدان", "الاطراف") and (tokens[j - 1].norm in _GATHERED or tokens[j - 1].norm == "في" and j > i and not _GATHERED.isdisjoint(document.norms[i + 1 : j - 1])) else None
        if count is not None:
            return _told_together(document, tokens[j].start, count)
    return []


def _told_together(document: Document, before: int, count: int) -> list[Party]:
    """The last ``count`` states that the text named in one list before an offset; [] where it named no such list."""
    states = [n for n in document.names if n.end <= before and n.kind in ("state", "metonym") and n.actor_id]
    run: list[Name] = []
    for n in reversed(states):
        gap = document.text[n.end : run[-1].start - len(run[-1].clitics)].strip() if run else ""
        if run and (gap not in ("", "،", ",", "و") or n.actor_id in {m.actor_id for m in run}):
            run = []
        run.append(n)
        if len(run) == count:
            return [Party(m.start, m.end, None, replace(m, clitics="و"), "attendee") for m in reversed(run)]
    return []


def told_together(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """The last two of different sides whom the text joined by «و» shortly before a dual, or the counted group: «تسعى أرمينيا وأذربيجان إلى اتفاق. وعقد البلدان جولة …»; [] where it joined none."""
    at = trigger.carrier if trigger.carrier is not None else trigger.token
    head = trigger.token if trigger.behind and document.norms[at + 1 : at + 2] != [] and document.norms[at + 1] not in _DUAL_SUBJECTS else at
    if head + 2 >= trigger.last:
        return []
    count = _COUNTED.get(document.norms[head + 2]) if document.norms[head + 1] in _COUNTED_MEN else None
    if count is not None:  # «وصل رؤساء كينيا وأوغندا ورواندا …. وعقد الرؤساء الثلاثة اجتماعا»
        group = next((p for p in reversed(document.persons) if p.kind == "collective" and p.end <= document.tokens[head].start), None)
        told = [Party(p.start, p.end, p, None, "attendee", "dual") for p in document.persons if group is not None and p.start == group.start]
        return told if len(told) == count else []
    if document.norms[head + 1] not in _DUAL_SUBJECTS and not _are_of_both(document, head + 1):
        return _both_states(document, trigger)
    start = next((s.start for s in reversed(document.sentences) if s.first_token < trigger.first), 0)
    before = [p for p in index.parties(start, document.tokens[head].start) if p.actor_id]
    pairs = [[a, b] for a, b in zip(before, before[1:], strict=False) if a.actor_id != b.actor_id and document.text[a.end : b.start].strip() in ("", "و") and is_listed(document, a, b)]
    return [replace(p, via="dual", capacity="attendee") for p in pairs[-1]] if pairs else []


def _are_of_both(document: Document, j: int) -> bool:
    """Whether two office holders or their men at ``j`` are those of two states told before: «التقى | وزيرا خارجية البلدين |», «اجتمع | مسؤولون من الدولتين |»."""
    norms, people = document.norms, document.morphs[j]
    if people is None or people.pos != "noun" or people.preposition is not None or people.definite or people.enclitic is not None:
        return False
    behind = next((k for k in range(j + 1, min(j + _OFFICE, len(norms))) if norms[k] in _BOTH), None)
    return behind is not None and (norms[j].endswith(("ا", "و")) and all((m := document.morphs[k]) is not None and m.pos == "noun" and not m.preposition for k in range(j + 1, behind)) or behind == j + 2 and norms[j + 1] == "من")


def _both_states(document: Document, trigger: Trigger) -> list[Party]:
    """The only two states of which this sentence and the one before it have spoken, behind «بين» and a dual: «وصل الرئيس التركي إلى أثينا. وأعقب ذلك اجتماع بين رئيسي البلدين»; [] where they spoke of more."""
    norms, i = document.norms, trigger.token
    at = next((j for j in range(i + 1, min(i + _BETWEEN, trigger.last - 1)) if norms[j] == "بين"), None)
    if not trigger.noun or at is None or _TWO_STATES.isdisjoint(norms[at + 1 : min(at + 4, trigger.last)]):
        return []
    start = next((s.start for s in reversed(document.sentences) if s.first_token < trigger.first), 0)
    told: dict[str, Name] = {}
    for n in document.names:
        code = n.country_code if n.kind == "place" else n.actor_id
        if start <= n.start < document.tokens[i].start and code is not None and is_state(code):
            told.setdefault(code, n)
    if len(told) != 2:
        return []
    return [Party(n.start, n.end, None, replace(n, kind="state", actor_id=code, country_code=code, clitics="و"), "attendee", "dual") for code, n in told.items()]


def the_two(document: Document, index: Index, trigger: Trigger) -> list[Party]:
    """Whom a dual stands for: «ترامب وكيم، اللذين يعقدان قمة», «القمة التي جمعتهما», «اتصال بينهما»: the last two persons of the sentence before it."""
    tokens, at = document.tokens, trigger.carrier if trigger.carrier is not None else trigger.token
    verb = document.morphs[at]
    gathered = trigger.behind and trigger.role == "gathers" and verb is not None and verb.enclitic == "3d"
    mutual = trigger.noun and any(t.norm in _MUTUAL for t in tokens[trigger.token + 1 : min(trigger.token + 4, trigger.last)])
    if trigger.noun and not mutual and any(is_between_sides(document, j) and not is_of_another(document, trigger.token, j) for j in range(trigger.token + 1, min(trigger.token + _BETWEEN, trigger.last - 1))):
        return _last_two(index.parties(tokens[trigger.first].start, tokens[trigger.token].start, states=False))
    if not gathered and not mutual and (at <= trigger.first or tokens[at - 1].norm not in DUAL_RELATIVES):
        return []
    end = trigger.token if mutual else min(at, trigger.token)  # «اتفق الوزيران X وY خلال لقاء بينهما»
    before = index.parties(tokens[trigger.first].start, tokens[end].start, states=False)
    persons = {p.key(): p for p in before if p.person is not None and p.person.role not in SIDES}
    if mutual and len(persons) < 2:  # «خلال اتصال بينهما، شدد الرئيسان X وY»
        behind = index.parties(tokens[trigger.token].end, tokens[trigger.last - 1].end, states=False)
        named = {p.key(): p for p in behind if p.person is not None and p.person.kind == "person"}
        return list(named.values())[:2] if len(named) >= 2 and not persons else []
    return list(persons.values())[-2:]


def is_between_sides(document: Document, j: int) -> bool:
    """Whether «بين» at ``j`` has a dual behind it that takes up two told of before, and so no name behind that is one of them: «مكالمة | بين الجانبين |، وأكدها فلان»; not «بين الجانبين المصري والسوداني»."""
    if document.norms[j] != "بين" or j + 1 >= len(document.norms) or document.norms[j + 1] not in _TWO_SIDES:
        return False
    start = document.tokens[j + 2].start if j + 2 < len(document.tokens) else -1
    return not any(s.start == start for spans in (document.names, document.persons) for s in spans)  # type: ignore[attr-defined]


def _last_two(parties: list[Party]) -> list[Party]:
    """The two persons who were named last, where they act for two."""
    persons = {p.key(): p for p in parties if p.person is not None and p.person.role not in SIDES}
    two = list(persons.values())[-2:]
    return two if len({p.actor_id for p in two}) == 2 else []
