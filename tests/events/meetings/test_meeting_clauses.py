"""Who takes part is told by the event's own clause: not by the clause around it, nor by one joined to it."""

from __future__ import annotations

import pytest

from extract.lexicon import Lexicon
from tests.events.reading import meetings


def people(text: str, lexicon: Lexicon) -> list[set[str]]:
    return [who for _, who in meetings(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "there", "elsewhere"),
    [
        ("أثنى الرئيس الفرنسي إيمانويل ماكرون على لقاء وزير الخارجية المصري سامح شكري بالرئيس السوداني عمر البشير.", {"سامح شكري", "عمر البشير"}, "إيمانويل ماكرون"),
        ("رحب الأمين العام للأمم المتحدة أنطونيو غوتيريش بعقد قمة جديدة مرتقبة بين الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان.", {"فلاديمير بوتين"}, "أنطونيو غوتيريش"),
        ("استقال الوزير بوريس جونسون في وقت يجري الرئيس الأمريكي دونالد ترامب محادثات مع الرئيس الفرنسي إيمانويل ماكرون.", {"دونالد ترامب", "إيمانويل ماكرون"}, "بوريس جونسون"),
        ("أبلغ الوزير مايك بومبيو -الذي زار السعودية أمس- الرئيس دونالد ترامب بالأمر.", {"مايك بومبيو"}, "دونالد ترامب"),
        ("ومنذ انتقاد الرئيس دونالد ترامب للحلف، أكد الرئيس الفرنسي إيمانويل ماكرون خلال قمة عقدها مع المستشارة الألمانية أنغيلا ميركل دعمه.", {"إيمانويل ماكرون", "أنغيلا ميركل"}, "دونالد ترامب"),
        ("أعلن عن قمة بين الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان خلال اجتماع الوزير سيرغي لافروف اليوم.", {"فلاديمير بوتين"}, "سيرغي لافروف"),
    ],
)  # fmt: skip
def test_another_clause_brings_nobody(text: str, there: set[str], elsewhere: str, lexicon: Lexicon) -> None:
    found = next(who for who in people(text, lexicon) if there <= who)
    assert elsewhere not in found


def test_a_joined_event_keeps_its_people(lexicon: Lexicon) -> None:
    found = people("تترقب مدريد قمة الاتحاد الأوروبي الأحد في نيقوسيا وزيارة الرئيس الكيني وليام روتو إلى إسبانيا الثلاثاء.", lexicon)
    assert {"وليام روتو"} in found and all(who == {"وليام روتو"} or "وليام روتو" not in who for who in found)


@pytest.mark.parametrize(
    ("clause", "alone"),
    [
        ("وعقد السفير الإيطالي لوكا فيراري لقاءات مع نواب في بيروت اليوم.", True),
        ("وتجري باكستان مفاوضات مع صندوق النقد الدولي.", True),
        ("والتقى الرئيس اللبناني جوزاف عون في بيروت.", False),
        ("ثم استقبله الرئيس اللبناني جوزاف عون في بيروت.", False),
    ],
)
def test_only_a_verb_without_a_subject_takes_up_the_one_before(clause: str, alone: bool, lexicon: Lexicon) -> None:
    found = people(f"أدلى وزير الخارجية المصري بدر عبد العاطي بتصريحات في مؤتمر صحفي. {clause}", lexicon)
    assert any("بدر عبد العاطي" in who for who in found) is not alone


def test_a_state_speaks_for_itself(lexicon: Lexicon) -> None:
    (_, who), *_ = meetings("تحدث رئيس الوزراء الباكستاني عمران خان أمس. وقالت مصر إنها تجري محادثات مع صندوق النقد الدولي.", lexicon)
    assert "عمران خان" not in who


def test_an_office_speaks_for_its_head(lexicon: Lexicon) -> None:
    (_, who), *_ = meetings("قال مكتب رئيس الوزراء الإيطالي ماريو دراجي إنه ناقش مع الرئيس الأوكراني فولوديمير زيلينسكي أزمة القمح.", lexicon)
    assert {"ماريو دراجي", "فولوديمير زيلينسكي"} <= who


def test_remarks_are_made_at_the_event(lexicon: Lexicon) -> None:
    (_, who), *_ = meetings("وجاءت تصريحات وزير الخارجية المصري بدر عبد العاطي خلال لقاء مع نظيره التركي هاكان فيدان في أنقرة.", lexicon)
    assert {"بدر عبد العاطي", "هاكان فيدان"} <= who


def test_who_invites_a_visitor_is_the_host(lexicon: Lexicon) -> None:
    (_, who), *_ = meetings("قام سلطان عمان السلطان هيثم بن طارق بزيارة إلى الجزائر تلبية لدعوة كريمة من الرئيس عبد المجيد تبون.", lexicon)
    assert {"هيثم بن طارق", "عبد المجيد تبون"} <= who


def test_a_body_prepares_its_own_summit(lexicon: Lexicon) -> None:
    found = people("تحدث الرئيس الفرنسي إيمانويل ماكرون أمس. ويستعد حلف شمال الأطلسي لقمته في بروكسل في 28 نوفمبر 2026.", lexicon)
    assert {"NATO"} in found
