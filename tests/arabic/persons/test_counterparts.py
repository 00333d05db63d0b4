"""«نظيره»: the office of whom its pronoun means, and the servants of rulers."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.arabic.document import annotate
from extract.lexicon import Lexicon
from tests.arabic.persons.reading import people


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("استقبل وزير الدفاع النرويجي رئيس الوزراء الأردني ونظيره الأردني كنعان الصويلح", None, ("كنعان الصويلح", "defence minister", "JO")),
        ("تحدث الملك محمد السادس، رئيس لجنة القدس. ثم تباحث ناصر بوريطة مع نظيره التشيلي", 2021, (None, "foreign minister", "CL")),
        ("وصل الرئيس الغاني. واجتمع لافروف مع نظيريه النيجيري والغاني", 2016, (None, "foreign ministers", "NG")),
        ("يزور وزير الزراعة الصيني بيونغ يانغ بدعوة من نظيره الكوري الشمالي. وقال الزعيم الكوري الشمالي كيم جونغ أون", 2018, (None, "agriculture minister", "KP")),
        ("قال رئيس الوزراء الكندي إن وزير المالية التقى نظيره الهولندي", None, (None, "finance minister", "NL")),
        ("هاتف رئيس الوزراء البلجيكي نظيرته الألمانية أنجيلا ميركل", 2017, ("أنجيلا ميركل", "chancellor", "DE")),
        ("وفي لقاء مع نظيره البيروفي، رحب وزير النقل التشيلي بالقرار", None, (None, "transport minister", "PE")),
        ("بحث وزير الخارجية التونسي الملف مع نظيريه الأميركي كيري والفرنسي", 2015, ("كيري", "foreign minister", "US")),
    ],
)  # fmt: skip
def test_a_counterpart_holds_the_office_of_the_subject(text: str, year: int | None, expected: tuple[str | None, str | None, str | None], lexicon: Lexicon) -> None:
    assert expected in people(text, lexicon, year)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل وزير خارجية الأسد إلى طهران. وكان الرئيس بشار الأسد", (None, "foreign minister", "SY")),
        ("رد مستشار الرئيس الإيراني حسن روحاني على الدعوة", (None, "presidential adviser", "IR")),
        ("حضر ممثل الرئيس الفرنسي إيمانويل ماكرون، بيير دوبوشان", ("بيير دوبوشان", "representative", "FR")),
        ("استقبل وزير الطاقة الهندي الملك سلمان", (None, "energy minister", "IN")),
        ("قالت الحكومة اليابانية إن وزير خارجيتها كنجي موراتا سيسافر", ("كنجي موراتا", "foreign minister", "JP")),
        ("التقى رئيس تشيلي كارلوس مونتيرو، ووزير خارجيته دييغو مورالخو", ("دييغو مورالخو", "foreign minister", "CL")),
    ],
)  # fmt: skip
def test_who_serves_a_ruler_is_not_he(text: str, expected: tuple[str | None, str | None, str | None], lexicon: Lexicon) -> None:
    assert expected in people(text, lexicon, 2018)


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("وصل جون كيري. وقال وزير الخارجية الأميركي جون كيري إن الاتفاق قريب", None, ("جون كيري", "foreign minister", "US")),
        ("تساءل فرنسوا هولاند عن الأمر", 2021, ("فرنسوا هولاند", None, "FR")),
        ("قال لودريان والوزيرة فيديريكا موغيريني وجون كيري إن باراك أوباما وافق", None, ("جون كيري", "foreign minister", "US")),
        ("افتتح الملك محمد السادس المصنع", None, ("الملك محمد السادس", "king", "MA")),
        ("حضر الرئيس الفرنسي الأسبق الحفل. وخطب إيمانويل ماكرون", 2018, (None, "former president", "FR")),
        ("استقبل المستشار الصيني الوفد", 2018, (None, "adviser", "CN")),
        ("أكد المستشار النمساوي الموعد", 2018, (None, "chancellor", "AT")),
    ],
)  # fmt: skip
def test_the_text_tells_the_office_before_the_table(text: str, year: int | None, expected: tuple[str | None, str | None, str | None], lexicon: Lexicon) -> None:
    assert expected in people(text, lexicon, year)


def test_an_official_of_one_state_is_not_the_president_of_another(lexicon: Lexicon) -> None:
    found = annotate("قال رئيس الوزراء الإثيوبي آبي أحمد. ورد المسؤول الإثيوبي. وشكره الرئيس السيسي. وختم السيسي.", None, dt.date(2018, 6, 1), lexicon).persons
    assert {p.actor_id for p in found if "السيسي" in (p.name_ar or "")} == {"EG"}
