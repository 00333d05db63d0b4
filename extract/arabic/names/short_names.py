"""Short forms by which an article goes on after a full name: «قادة الحلف» after «حلف شمال الأطلسي», «المملكة», «المركز»."""

from __future__ import annotations

from collections import Counter
from typing import Final

from extract.arabic.memo import Memo
from extract.arabic.names.gazetteer import Gazetteer
from extract.arabic.normalizer import fold
from extract.arabic.tokenizer import skip_letters
from extract.arabic.types import Name, Token

# Kinds of bodies: «المركز» goes on for «مركز الملك سلمان للإغاثة», «الصندوق» for «صندوق النقد الدولي».
_KINDS: Final = ("مركز", "صندوق", "منظمه", "بنك", "وكاله", "برنامج", "هييه", "لجنه", "مفوضيه", "رابطه", "حركه", "منتدي", "مجموعه", "تحالف")
# Heads by which an article calls an organisation or a state once it has named it in full.
_SHORT: Final[dict[str, tuple[str, ...]]] = {"ال" + kind: () for kind in _KINDS} | {
    "الحلف": ("NATO",), "التكتل": ("EU",), "الاتحاد": ("EU", "AFUN"), "الجامعه": ("LAS",), "المفوضيه": ("EU-COM", "AFUN-COM"),
    "المملكه": ("SA", "JO", "MA", "BH"), "السلطنه": ("OM",),
}  # fmt: skip
_STATES: Final = ("المملكه", "السلطنه")
_HEADS: Final = {actor: [h for h, actors in _SHORT.items() if h not in _STATES and actor in actors] for actors in _SHORT.values() for actor in actors}  # of each organisation
# Written with proclitics: والحلف، بالحلف، للحلف → the head and the letters before it.
_SHORT_WRITTEN: Final = {
    written: (head, len(clitics))
    for head in _SHORT
    for clitics, written in [(c, c + head) for c in ("", "و", "ب", "وب")] + [(c, c + head[1:]) for c in ("ل", "ول")]
}


def _opening(name: str) -> str:
    """The first word of a name with the article: «صندوق النقد الدولي» → «الصندوق»."""
    return "ال" + fold(name.split()[0]).removeprefix("ال")


_OPENING: Final = Memo(_opening)


def add_short_forms(text: str, tokens: list[Token], names: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """Names and the short forms that stand for one of them: «قادة الحلف» after «حلف شمال الأطلسي», «المملكة».

    A short form means the latest of its kind named before it, none before any is named. «المملكة» is that of «خادم الحرمين»
    where he is told of, else the kingdom that the article names most often.
    """
    norms = [t.norm for t in tokens]
    if _SHORT_WRITTEN.keys().isdisjoint(norms):
        return names
    latest: dict[str, Name] = {}
    often = Counter(n.actor_id or n.country_code for n in names if n.kind in ("state", "nisba", "place", "metonym"))
    for head in _STATES:
        named = [n for n in names if n.kind in ("state", "nisba") and n.actor_id in _SHORT[head]]
        if named:
            latest[head] = max(named, key=lambda n: (often[n.actor_id], -n.start))
    custodian = next((e for e in gazetteer.root.get("السعوديه", {}).get(0, ()) if e.kind == "state"), None)
    if custodian is not None and "الحرمين" in norms:
        latest["المملكه"] = Name(0, 0, "", "state", custodian.entity_id, custodian.actor_id, custodian.name_ar, custodian.name_en, custodian.country_code, "")
    added: list[Name] = []
    position = 0
    for i in [i for i, norm in enumerate(norms) if norm in _SHORT_WRITTEN]:
        token = tokens[i]
        while position < len(names) and names[position].end <= token.start:
            name = names[position]
            if name.kind == "organisation":
                for head in _HEADS.get(name.actor_id or "", ()):
                    latest[head] = name
                kind = _OPENING[name.name_ar]
                if kind in _SHORT and not _SHORT[kind]:
                    latest[kind] = name
            position += 1
        inside = position < len(names) and names[position].start < token.end
        head, clitics = _SHORT_WRITTEN[token.norm]
        another = not _SHORT[head] and i + 1 < len(tokens) and tokens[i + 1].norm.startswith(("ال", "لل"))  # «المركز الوطني», «اللجنة الأولمبية»
        if head in latest and not inside and not another:
            name, start = latest[head], skip_letters(token, clitics)
            kind, country = ("state", name.country_code) if head in _STATES else ("organisation", None)
            added.append(Name(start, token.end, text[start : token.end], kind, name.entity_id, name.actor_id, name.name_ar, name.name_en, country, text[token.start : start]))
    return sorted(names + added, key=lambda n: n.start)
