"""Titles: whose they are, what only tells an office, and styles cut short."""

from __future__ import annotations

import pytest

from extract.arabic.document import annotate
from extract.lexicon import Lexicon
from tests.arabic.persons.reading import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("المبعوث الخاص لليبيا ماركو توليني", ("ماركو توليني", "special envoy", None)),
        ("الموفد الدولي لحل الأزمة الليبية ماركو توليني", ("ماركو توليني", "special envoy", "UN")),
        ("المبعوث الخاص للولايات المتحدة لليبيا ماركو توليني", ("ماركو توليني", "special envoy", "US")),
        ("زار وزير دفاع #كوريا_الجنوبية، كيم سونغ هان، بلدة", ("كيم سونغ هان", "defence minister", "KR")),
        ("قال ولي ولي العهد إن الخطة جاهزة", (None, "deputy crown prince", "SA")),
        ("وزير العمل د. نادر بن سعد الحلبي", ("نادر بن سعد الحلبي", "labour minister", None)),
        ("حضر م. فهد المقحم ود. سامي الحلبي الافتتاح", ("سامي الحلبي", None, None)),
        ("حضر نادر العلي وزير الصحة، وسلطان البادي النعيمي وزير العدل", ("سلطان البادي النعيمي", "justice minister", None)),
        ("حضرت سفيرة المملكة، وعبد الله العلوي، رئيس المركز", (None, "ambassador", None)),
        ("استقبل والي سوسة، نادر الحلبي، الوفد", ("نادر الحلبي", "governor", "TN")),
        ("غادر رئيس الدبلوماسية الفرنسية المكان", (None, "foreign minister", "FR")),
        ("رئيس غرفة تجارة حلب نادر العلوي", ("نادر العلوي", "head", "غرفة تجارة حلب")),
        ("رئيس حزب الغد سامي الحلبي", ("سامي الحلبي", "party leader", "حزب الغد")),
        ("مديرة المؤسسة الدولية ليلى الحلبي", ("ليلى الحلبي", "director", None)),
        ("مباحثات مع مسؤولين كوريين جنوبيين في سيول", (None, "officials", "KR")),
        ("أيد زعيم كوريا الشمالية ترامب في ذلك", (None, "leader", "KP")),
        ("قرب كوريا الجنوبية قال زعيمها كيم جونغ أون كلاما", ("كيم جونغ أون", "leader", "KP")),
        ("زار مدير وكالة الاستخبارات المركزية (سي آي إيه) وليام بيرنز البلاد", ("وليام بيرنز", "intelligence chief", "US")),
        ("قبول دعوة الرئيس التونسي لعقد قمة", (None, "president", "TN")),
        ("تبادل الرئيسان الكوري الجنوبي مون والفرنسي ماكرون التهاني", ("مون", "president", "KR")),
    ],
)  # fmt: skip
def test_a_title_is_its_holders(text: str, expected: tuple[str | None, str | None, str | None], lexicon: Lexicon) -> None:
    assert expected in people(text, lexicon)


@pytest.mark.parametrize(
    "text",
    ["سبق أن شغلت السيدة منصب وزيرة الصحة سنوات", "وهو رئيس سابق لمصرف كبير", "مهامه كوزير للخارجية", "سيكون أول رئيس أفريقي يصل إلى القطب", "كان لا يزال مدير الوكالة"],
)
def test_what_somebody_is_names_nobody_else(text: str, lexicon: Lexicon) -> None:
    assert people(text, lexicon) == []


def test_a_preposition_keeps_two_people_apart(lexicon: Lexicon) -> None:
    found = annotate("التقى رئيس الاتحاد بالرئيس التشيكي بيتر بافل، والوفد المرافق لسمو ولي العهد معالي وزير العدل نادر الحلبي", None, None, lexicon).persons
    assert len({p.chain for p in found}) == 4


def test_an_abbreviation_ends_no_sentence_and_a_year_does(lexicon: Lexicon) -> None:
    assert len(annotate("لقاء د. نادر الحلبي ود. سامي العلوي. وانتهى عام 2016م. وقال", None, None, lexicon).sentences) == 3
