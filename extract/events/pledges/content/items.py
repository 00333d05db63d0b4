"""Which words are things that are given, and of what kind: «والأسلحة» and «صواريخها» are military, «مساعدات» are aid."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from extract.arabic.memo import Memo
from extract.arabic.normalizer import fold
from extract.events.pledges.actors.proclitics import stripped

AID: Final = frozenset(
    ("مساعده", "مساعدات", "منحه", "منح", "قرض", "قروض", "تمويل", "تمويلات", "تبرع", "تبرعات", "حزمه", "دعم", "هبه", "هبات", "وديعه", "معونه", "معونات", "مساهمه", "اغاثه", "مشاريع")
)  # fmt: skip


class Items(Memo[str, tuple[str, str] | None]):
    """Kind and strength of the item that a folded word is, None where it is none: «صواريخ» is military."""

    def __init__(self, table: dict[str, tuple[str, str]], persons: frozenset[str] = frozenset()) -> None:
        super().__init__(partial(_find_item, table))
        self.persons = persons  # those whom help moves, houses or heals: عالقين، جرحى


def item_table(rows: list[dict[str, str]]) -> Items:
    """The items of the rows of seeds/pledge_items.csv: «قمح» humanitarian, «دبابات» military."""
    persons = frozenset(fold(r["word_ar"]) for r in rows if r["strength"] == "person")
    return Items({fold(r["word_ar"]): (r["kind"], r["strength"]) for r in rows if r["strength"] != "person"}, persons)


def _find_item(items: Mapping[str, tuple[str, str]], word: str) -> tuple[str, str] | None:
    """The item that a folded word is, clitics, plurals and pronouns allowed: «والأسلحة», «صواريخها»."""
    for base in dict.fromkeys((word, stripped(word), stripped(stripped(word)))):
        for suffix, repairs in (("", ("",)), ("ات", ("ه", "")), ("ا", ("",)), ("يه", ("ي",)), ("ين", ("", "ي", "ه")), ("تين", ("ه",)), ("ها", ("",)), ("ه", ("",)), ("هم", ("",)), ("اتها", ("ه",)), ("ته", ("ه",)), ("تها", ("ه",)), ("تيهما", ("ه",)), ("تهما", ("ه",)), ("ي", ("",))):
            if base.endswith(suffix) and len(base) - len(suffix) >= 2:
                stem = base[: len(base) - len(suffix)]
                for repair in repairs:
                    if stem + repair in items:
                        return items[stem + repair]
    return None
