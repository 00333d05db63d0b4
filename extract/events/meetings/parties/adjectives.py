"""Whose a meeting is by the adjectives of its noun or of the committee that meets: «القمة العربية», «المفاوضات الروسية الأمريكية»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.arabic.types import Document, Name, Token
from extract.events.arguments import Party, is_adjective
from extract.events.meetings.parties.ties import TIES
from extract.events.meetings.triggers import Trigger

# «القمة العربية»: the adjective names the body whose leaders meet.
_BODIES: Final = {
    "العربيه": ("LAS", "جامعة الدول العربية"), "الخليجيه": ("GCC", "مجلس التعاون الخليجي"), "الافريقيه": ("AFUN", "الاتحاد الأفريقي"),
    "الاسلاميه": ("OIC", "منظمة التعاون الإسلامي"), "الاوروبيه": ("EU", "الاتحاد الأوروبي"), "الاطلسيه": ("NATO", "حلف شمال الأطلسي"),
}  # fmt: skip
_OF_MINISTERS: Final = frozenset(("اجتماع", "مؤتمر", "لقاء"))
_CODES: Final = frozenset(code.lower() for code, _ in _BODIES.values())
# A dual that names two states at once.
_BOTH: Final = dict.fromkeys(("الكوريتين", "الكوريتان", "والكوريتان", "للكوريتين"), (("KR", "كوريا الجنوبية"), ("KP", "كوريا الشمالية")))
_BOTH_MEET: Final = frozenset(("الكوريتان", "والكوريتان"))
_HEADS_OF_BOTH: Final = frozenset(("زعيما", "زعيمي", "رييسا", "رييسي", "قايدا", "قايدي", "وزيرا", "وزيري", "وفدا", "وفدي", "حكومتا"))
_DUALS: Final = frozenset(("الجانبين", "الجانبان", "الطرفين", "الطرفان", "البلدين", "البلدان", "الرييسين", "الرييسان", "الوزيرين", "الوزيران", "الزعيمين", "الزعيمان", "الحكومتين", "الوفدين", "الوفدان"))
_COMMITTEES: Final = frozenset(("لجنة", "مجلس", "هيئة", "فريق", "منتدى"))  # that two states may share
_HELD, _HELD_REACH = frozenset(("المنعقد", "المنعقده")), 8  # and tokens from there to the committee that meets
_TIE_REACH: Final = 4  # tokens from the noun to another that the adjectives go with
_REACH, _FAR_REACH = 7, 12  # tokens from the noun to its adjectives, and where a dual tells of two


def of_adjectives(document: Document, trigger: Trigger) -> list[Party]:
    """The body of an adjective: «القمة العربية»; the two sides of a pair: «المفاوضات الروسية الأمريكية», «اجتمعت اللجنة المشتركة المصرية السودانية»."""
    committee = _subject_committee(document, trigger)
    if committee is not None and (pair := _pair(document, committee, trigger.last)):
        return pair
    tokens, i = document.tokens, trigger.token
    if not trigger.noun:
        two = trigger.construction == "verb_meet" and i + 2 < trigger.last and tokens[i + 1].norm in _HEADS_OF_BOTH
        return _both(next((t for t in tokens[i + 2 : min(i + 4, trigger.last)] if t.norm in _BOTH), None)) if two else []  # «التقى زعيما الكوريتين»
    head = trigger.carrier if trigger.carrier is not None and not trigger.behind else i
    subject = [t for t in tokens[max(trigger.left, head - 1) : i] if t.norm in _BOTH_MEET]  # «ستعقد الكوريتان اجتماعا»
    both = next((t for t in (*subject, *tokens[i + 1 : min(i + 6, trigger.last)]) if t.norm in _BOTH), None)
    if both is not None:
        return _both(both)
    return _bodies(document, trigger) or _pair(document, i, trigger.last) or _of_committee_behind(document, trigger)


def _of_committee_behind(document: Document, trigger: Trigger) -> list[Party]:
    """The two states of the committee whose session is told behind where and when it is held: «الاجتماع المنعقد أمس بعمان | للجنة المشتركة العراقية الأردنية |»."""
    i = trigger.token
    held = next((j for j in range(i + 1, min(i + 3, trigger.last)) if document.norms[j] in _HELD), None)
    if held is None:
        return []
    for j in range(held + 1, min(held + _HELD_REACH, trigger.last)):
        morph = document.morphs[j]
        if morph is not None and morph.pos == "noun" and morph.preposition == "ل" and (morph.lemma in _COMMITTEES or morph.lemma == "مجموعة"):
            return _pair(document, j, trigger.last)
    return []


def _both(token: Token | None) -> list[Party]:
    """The two states of a dual: «الكوريتين»."""
    return [Party(token.start, token.end, None, Name(token.start, token.end, token.text, "organisation", c, c, n, c, None, "و")) for c, n in _BOTH[token.norm]] if token is not None else []


def _bodies(document: Document, trigger: Trigger) -> list[Party]:
    """The bodies of the adjectives at once behind a summit or a gathering of ministers, and a state joined to them: «قمة عربية طارئة», «القمة العربية الإسلامية», «القمة الخليجية الأمريكية», «المؤتمر الوزاري العربي»."""
    out: list[Party] = []
    j = trigger.token + 1
    ministerial = trigger.morph.lemma in _OF_MINISTERS and document.norms[j : j + 1] == ["الوزاري"]  # «الاجتماع الوزاري | العربي»
    j += ministerial
    while (ministerial or trigger.morph.lemma == "قمة") and trigger.morph.number != "p" and j < trigger.last:
        token = document.tokens[j]
        body = _BODIES.get("ال" + token.norm.removeprefix("ال").removesuffix("ه") + "ه")
        if body is not None:
            out.append(Party(token.start, token.end, None, Name(token.start, token.end, token.text, "organisation", body[0].lower(), body[0], body[1], body[0], None, "و")))
        else:
            state = next((n for n in document.names if n.start == token.start and is_adjective(n) and n.actor_id), None)
            if state is None:
                return out if any(p.name is not None and p.name.entity_id in _CODES for p in out) else []
            out.append(Party(state.start, state.end, None, replace(state, kind="organisation", clitics="و")))
        j += 1
    return out


def _subject_committee(document: Document, trigger: Trigger) -> int | None:
    """The committee at once behind or before the verb that tells its meeting: «عقدت | اللجنة المشتركة … | دورتها», «تجتمع اللجنة»."""
    verb = trigger.carrier if trigger.noun else trigger.token
    if verb is None or trigger.behind or trigger.role not in (None, "holds") or not trigger.noun and trigger.construction != "verb_meet":
        return None
    morph = document.morphs[verb + 1] if verb + 1 < trigger.last else None
    return verb + 1 if morph is not None and morph.pos == "noun" and morph.lemma in _COMMITTEES else None


def _is_of_tie(document: Document, i: int, last: int) -> bool:
    """Whether the adjectives behind the noun at ``i`` go with a tie and not with it: «لقائه مسيرة العلاقات المصرية السودانية»; not «مجلس التنسيق السعودي المصري»."""
    for j in range(i + 1, min(i + _TIE_REACH, last)):
        tie, before = document.morphs[j], document.morphs[j - 1]
        if tie is not None and tie.pos == "noun" and tie.lemma in TIES and (before is None or before.lemma not in _COMMITTEES):
            return True
    return False


def _pair(document: Document, i: int, last: int) -> list[Party]:
    """Two adjectives of different states behind the noun at ``i``, side by side: «اللجنة العليا المشتركة الكويتية العراقية»."""
    tokens = document.tokens
    reach = tokens[min(i + _REACH, last) - 1].end
    duals = any(t.norm in _DUALS for t in tokens[i : min(i + 9, last)])
    reach = tokens[min(i + _FAR_REACH, last) - 1].end if duals else reach
    if _is_of_tie(document, i, last):
        return []  # «في لقائه مسيرة العلاقات السودانية المصرية»
    nisbas = [n for n in document.names if tokens[i].end <= n.start < reach and is_adjective(n) and n.actor_id]
    for a, b in zip(nisbas, nisbas[1:], strict=False):
        gap = document.text[a.end : b.start].strip()
        if a.actor_id != b.actor_id and gap in ("", "-", "–", "—", "ـ", "/", "و" if duals else "") and (duals or not b.clitics):
            return [Party(n.start, n.end, None, replace(n, kind="organisation", clitics="و")) for n in (a, b)]
    return []
