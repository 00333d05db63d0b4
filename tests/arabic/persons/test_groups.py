"""Groups of office holders, the people named in them, and offices that go on for a person."""

from __future__ import annotations

import pytest

from extract.arabic.document import annotate
from extract.lexicon import Lexicon
from tests.arabic.persons.reading import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تحدث الرئيسان البرازيلي لولا دا سيلفا والكولومبي غوستافو بيترو", {("لولا دا سيلفا", "president", "BR"), ("غوستافو بيترو", "president", "CO")}),
        ("دعا وزراء خارجية مصر بدر عبد العاطي والأردن أيمن الصفدي إلى الهدوء", {("بدر عبد العاطي", "foreign minister", "EG"), ("أيمن الصفدي", "foreign minister", "JO")}),
        (
            "دعا وزراء خارجية مصر بدر عبد العاطي والأردن أيمن الصفدي والعراق إلى الهدوء",
            {("بدر عبد العاطي", "foreign minister", "EG"), ("أيمن الصفدي", "foreign minister", "JO"), (None, "foreign ministers", "IQ")},
        ),
        ("دعا وزراء خارجية مصر والأردن إلى الهدوء", {(None, "foreign ministers", "EG"), (None, "foreign ministers", "JO")}),
    ],
)
def test_who_is_named_in_a_group_is_a_person_of_its_office(text: str, expected: set, lexicon: Lexicon) -> None:
    assert set(people(text, lexicon)) == expected


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("وصل وزير الدفاع الكندي رالف هندرسن إلى أوسلو. وقال الوزير الكندي إن الزيارة مهمة.", "رالف هندرسن", 2),
        ("استقبل العاهل الأردني الملك عبد الله الثاني الضيف.", "عبد الله الثاني", 2),
        ("اجتمع مع نظيره الياباني، كنجي موراتا، ثم أدلى وزير خارجية اليابان بتصريح.", "كنجي موراتا", 2),
        ("وصل وزير الدفاع الكندي رالف هندرسن في زيارة هي الأولى لوزير كندي.", "رالف هندرسن", 1),
    ],
)
def test_an_office_goes_on_for_the_person_who_holds_it(text: str, name: str, mentions: int, lexicon: Lexicon) -> None:
    assert sum(p.name_ar == name for p in annotate(text, None, None, lexicon).persons) == mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [("دعا مجلس الأمن إلى الهدوء", ["UN-SC"]), ("دعا مجلس الأمن القومي إلى الهدوء", []), ("قال المجلس الأوروبي في بيان", ["EU-CON"])],
)
def test_a_council_is_the_world_s_unless_an_adjective_makes_it_another(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [n.actor_id for n in annotate(text, None, None, lexicon).names if n.kind == "organisation"] == expected
