"""The words that name what is given: goods and never their carrier, from behind times and takers to the end of the clause."""

from __future__ import annotations

import pytest

from extract.lexicon import Lexicon
from tests.events.pledges.test_pledges import pledges

LOADS = [
    ("وصلت إلى ميناء بورتسودان سفينة كويتية محملة بـ900 طن من الأدوية والأغذية.", "الأدوية والأغذية"),
    ("الطائرة القطرية الأولى التي وصلت أمس إلى مطار الخرطوم وعلى متنها 30 طنا من المواد الإغاثية.", "المواد الإغاثية"),
    ("وصلت إلى مطار الخرطوم أمس طائرة كويتية وأخرى قطرية محملتان بمستلزمات طبية.", "مستلزمات طبية"),
    ("حملت الطائرة الإغاثية الكويتية إلى مطار الخرطوم 12 طنا من الأدوية.", "الأدوية"),
    ("وصلت أمس إلى الخرطوم طائرة إغاثية كويتية.", "طائرة إغاثية كويتية"),
    ("سيرت الكويت يوم السبت سفينة تحمل ألف طن من القمح إلى السودان.", "القمح"),
    ("أرسلت الكويت قافلة مساعدات غذائية إلى السودان.", "مساعدات غذائية"),
    ("أمر أمير الكويت بتأمين طائرات شحن، لنقل المساعدات الطبية إلى السودان.", "المساعدات الطبية"),
    ("قامت الكويت بتسيير ست شاحنات تحمل خياما وأدوية إلى السودان.", "خياما وأدوية"),
]


@pytest.mark.parametrize(("text", "item"), LOADS, ids=[str(k) for k in range(len(LOADS))])
def test_carrier_brings_its_load(text: str, item: str, lexicon: Lexicon) -> None:
    found = pledges(text, lexicon)
    assert found, text
    assert {r["item_ar"] for r in found} == {item}


CLAUSES = [
    ("قدمت اليابان منذ عام 2020 مساعدات للأردن بقيمة 90 مليون دولار، استفادت منها آلاف الأسر.", "مساعدات للأردن بقيمة 90 مليون دولار"),
    ("منحت اليابان الأردن أمس قرضا بقيمة 90 مليون دولار، وهو الثاني هذا العام.", "قرضا بقيمة 90 مليون دولار"),
    ("سلمت إيطاليا لبنان قبل أيام الدفعة الأولى من المدرعات، ومن المنتظر تسليم الثانية.", "الدفعة الأولى من المدرعات"),
    ("زودت كندا أوكرانيا بعتاد عسكري يضم مدرعات، وصواريخ، وقالت إنها ستواصل الدعم.", "بعتاد عسكري يضم مدرعات، وصواريخ"),
    ("تعهدت إيطاليا بتقديم 20 مليون يورو للبنان في حين قالت كندا إنها تدرس الأمر.", "بتقديم 20 مليون يورو للبنان"),
    ("اعتمد الاتحاد الأوروبي حزمة مساعدات للأردن، بمبلغ 80 مليون يورو، وقال إنها الأكبر.", "حزمة مساعدات للأردن، بمبلغ 80 مليون يورو"),
    ("وعدت كندا بتقديم ضمانات أمنية لأرمينيا لكنها لم تذكر تفاصيل.", "بتقديم ضمانات أمنية لأرمينيا"),
    ("ستوفر هولندا لأرمينيا «ضمانات أمنية».", "ضمانات أمنية"),
]


@pytest.mark.parametrize(("text", "item"), CLAUSES, ids=[str(k) for k in range(len(CLAUSES))])
def test_item_ends_at_its_clause(text: str, item: str, lexicon: Lexicon) -> None:
    assert [r["item_ar"] for r in pledges(text, lexicon)][:1] == [item]


def test_goods_are_named_before_their_handing_out(lexicon: Lexicon) -> None:
    found = pledges("وقالت الكويت إن المواد الطبية التي وصلت أمس ستوزع على المستشفيات في السودان.", lexicon)
    assert [r["item_ar"] for r in found] == ["المواد الطبية"]


STATUS = [
    ("قامت اليابان بتخصيص 40 مليون دولار للأردن.", ["pledged"]),
    ("قامت اليابان بتقديم 40 مليون دولار للأردن.", ["delivered"]),
    ("حصل الأردن على تعهدات بدعم ياباني قدره 40 مليون دولار.", ["pledged"]),
    ("وأقرت إيران بإرسال مقاتلين إلى سوريا.", ["delivered"]),
    ("أقرت اليابان إرسال مساعدات إنسانية إلى الأردن.", ["pledged"]),
    ("وأقرت الميليشيات بإرسال مقاتلين إلى سوريا.", []),
    ("ويستهدف البنك تعهدات بقيمة 40 مليون دولار للأردن.", ["considered"]),
    ("تميل كندا إلى إرسال صواريخ إلى أوكرانيا.", ["considered"]),
    ("إنفاذا لتوجيهات أمير الكويت بتقديم مساعدات عاجلة للسودان، وصلت أمس أولى السفن.", ["delivered"]),
    ("شكر الوزير أمير الكويت على توجيهاته بتقديم مساعدات عاجلة للسودان.", ["pledged"]),
    ("قامت فرنسا، بدعم من حلفائها، بقصف مواقع في سوريا.", []),
    ("تعتزم تونس اعتبار 40 مليون دولار من قيمة القرض احتياطيا.", []),
    ("وقالت مساعدة وزير الخارجية الأميركي إن بلادها تقف إلى جانب تونس.", []),
    ("وأكد التقرير أن خطة السداد قد خصصت 40 مليون دولار للوسطاء في العراق.", []),
]


@pytest.mark.parametrize(("text", "status"), STATUS, ids=[str(k) for k in range(len(STATUS))])
def test_what_is_governed_settles_the_status(text: str, status: list[str], lexicon: Lexicon) -> None:
    assert [r["status"] for r in pledges(text, lexicon)] == status


KINDS = [
    ("ستلتزم فرنسا بتقديم كافة الدعم لليونان في حال تعرضها لأي هجوم.", "military"),
    ("أعلنت فرنسا نشر 3 آلاف جندي في النيجر.", "military"),
    ("ستواصل فرنسا تقديم الدعم والتدريب للقدرات العسكرية الأردنية.", "military"),
    ("أمر أمير الكويت بتأمين طائرات شحن لنقل المساعدات إلى السودان.", "humanitarian"),
    ("طالبت كييف بمنحها المزيد من الأسلحة الثقيلة.", "military"),
    ("قرر أمير الكويت دعم الاقتصاد الأردني بمليار دولار في صورة ودائع وضمانات.", "financial"),
    ("زودت إيران الحوثيين بخبرات مرتبطة بالصواريخ.", "military"),
    ("زودت ألمانيا تونس بخبرات في إدارة المياه.", "cooperation"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[str(k) for k in range(len(KINDS))])
def test_purpose_tells_the_kind(text: str, kind: str, lexicon: Lexicon) -> None:
    assert [r["kind"] for r in pledges(text, lexicon)] == [kind]


TAKERS = [
    ("أعلنت اليونان فتح قاعدة لاريسا أمام سلاح الجو الأميركي لاستخدامها في الضربات داخل سوريا.", {"US"}),
    ("تعهد حلف شمال الأطلسي بنشر 30 سفينة لمواجهة عملية عسكرية لروسيا.", set()),
    ("أبدت ألمانيا استعدادها لتقديم مساعدات غذائية للدول التي تؤوي اللاجئين الصوماليين.", {"الدول التي تؤوي اللاجئين الصوماليين"}),
    ("أعلنت كندا إرسال 3 آلاف جندي إلى لاتفيا.", {"LV"}),
]


@pytest.mark.parametrize(("text", "takers"), TAKERS, ids=[str(k) for k in range(len(TAKERS))])
def test_place_of_fighting_takes_nothing(text: str, takers: set[str], lexicon: Lexicon) -> None:
    assert [r["recipient"] for r in pledges(text, lexicon)] == [takers]


def test_day_of_another_clause_announces_nothing(lexicon: Lexicon) -> None:
    assert [r["announced_date"] for r in pledges("رحبت سويسرا، الأربعاء، بقرار كندا إرسال مساعدات إنسانية إلى السودان.", lexicon)] == [None]
    assert [str(r["announced_date"]) for r in pledges("أعلنت كندا، الأربعاء، إرسال مساعدات إنسانية إلى السودان.", lexicon)] == ["2026-11-18"]
