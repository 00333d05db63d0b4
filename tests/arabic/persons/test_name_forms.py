"""Where long, foreign and shortened names begin and end, and whose shorter form a name is."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.arabic.document import annotate
from extract.arabic.persons.coreference import is_part
from extract.lexicon import Lexicon


def people(text: str, lexicon: Lexicon) -> list[tuple[str | None, str | None]]:
    return [(p.name_ar, p.person_id) for p in annotate(text, None, None, lexicon).persons]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("حضر المهندس راكان بن عبدالملك آل الشيخ، الحفل", "راكان بن عبدالملك آل الشيخ"),
        ("الأمير ماجد بن نواف بن فهد بن تركي بن عبد العزيز، محافظ البلدة", "ماجد بن نواف بن فهد بن تركي بن عبد العزيز"),
        ("استقبل الوزير السيد تشان صم بورن، في مكتبه", "تشان صم بورن"),
        ("وزيرة الدولة الكورية الجنوبية كانغ سونغ وا", "كانغ سونغ وا"),
        ("وزير الزراعة الفرنسي ستيفان لو فول في باريس", "ستيفان لو فول"),
        ("شكر الدكتور نادر بن يحيى زعلة الحضور", "نادر بن يحيى زعلة"),
        ("قال الأمير نادر بن سلمان المرشح لرئاسة الاتحاد", "نادر بن سلمان"),
        ("رحب الأمير نادر بن تركي الجهاز الإداري", "نادر بن تركي"),
        ("دعا المهندس نادر المقحم المبتعثين إلى التسجيل", "نادر المقحم"),
    ],
)  # fmt: skip
def test_a_name_is_read_whole_and_no_further(text: str, name: str, lexicon: Lexicon) -> None:
    assert name in [p[0] for p in people(text, lexicon)]


@pytest.mark.parametrize("text", ["قال إن الرئيس الأميركي لا يصلح لمنصبه", "معالي الوزير لا يتنافى مع الوعد", "وأصبح بذلك أول حاكم لغانا تطأ قدماه القطب"])
def test_a_verb_is_no_name(text: str, lexicon: Lexicon) -> None:
    assert not [p for p in people(text, lexicon) if p[0]]


@pytest.mark.parametrize(
    ("short", "full", "part"),
    [
        ("علي صالح", "علي عبدالله صالح", True), ("بن علوي", "يوسف بن علوي", True), ("محمد بن سلمان", "محمد بن سلمان آل سعود", True),
        ("سلمان", "محمد بن سلمان", False), ("فهد بن محمد", "تركي بن فهد بن محمد", False), ("ماكرون", "إيمانويل ماكرون", True),
    ],
)  # fmt: skip
def test_a_father_is_not_his_son(short: str, full: str, part: bool, lexicon: Lexicon) -> None:  # noqa: FBT001
    assert is_part(tuple(short.split()), tuple(full.split())) is part


def test_a_last_name_goes_on_with_what_it_stands_behind(lexicon: Lexicon) -> None:
    text = "التقى وزير الخارجية العماني يوسف بن علوي ضيفه. وقال بن علوي إن اللقاء مثمر. وحضر سمير بن علوي."
    assert [p[0] for p in people(text, lexicon)].count("يوسف بن علوي") == 2


def test_a_short_family_name_is_the_holders_of_the_office_that_is_told(lexicon: Lexicon) -> None:
    text = "زار الوفد زعيم كوريا الشمالية في القصر. وقال كيم إنه سعيد. أما كيم هاك سونغ فقد غادر."
    found = annotate(text, None, dt.date(2018, 6, 1), lexicon).persons
    assert [text[p.start : p.end] for p in found if p.person_id == "kim-jong-un"] == ["زعيم كوريا الشمالية", "كيم"]


def test_a_family_name_alone_is_the_leaders(lexicon: Lexicon) -> None:
    text = "صرح نائب وزير الدفاع الكوري الشمالي كيم تشول مين بأن الزعيم الكوري الشمالي كيم جونغ أون مستعد. وأضاف أن كيم سيسافر."
    found = annotate(text, None, None, lexicon).persons
    assert [p.person_id for p in found if p.person_id] == ["kim-jong-un", "kim-jong-un"]
    assert found[0].name_ar == "كيم تشول مين"
