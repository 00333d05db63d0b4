"""Pledges told by other verbs than of giving and promising: wishes, appeals, projects, arrivals, shares of troops, requests under review."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.lexicon import Lexicon
from tests.events.pledges.test_pledges import pledges

GOVERNED = [  # by the preposition that the verb itself governs, by laws and shares of a package
    ("أعلنت إسبانيا في افتتاح المؤتمر عن منح وقروض بقيمة 70 مليون يورو للمغرب.", "pledged", {"ES"}, {"MA"}, 70e6),
    ("وافق المجلس التنفيذي لصندوق النقد الدولي مساء أمس على قرض قيمته 3 مليارات دولار لأوكرانيا.", "pledged", {"IMF"}, {"UA"}, 3e9),
    ("اعتمد الاتحاد الأوروبي الشريحة الثانية من حزمة مساعدات لصالح الأردن بمبلغ 90 مليون يورو.", "pledged", {"EU"}, {"JO"}, 90e6),
    ("أقر مجلس الشيوخ الأميركي قانونا لتقديم مساعدات للأردن بقيمة مليار دولار.", "pledged", {"US"}, {"JO"}, 1e9),
    ("وتعهد المستشار الألماني خلال زيارة لكينيا شارك خلالها في مؤتمر للمناخ بزيادة المساهمة الألمانية في الصندوق إلى 200 مليون يورو.", "pledged", {"DE"}, set(), 200e6),
    ("تعهدت بنوك للتنمية بتقديم قروض بقيمة 300 مليون دولار لتشاد.", "pledged", {"بنوك للتنمية"}, {"TD"}, 300e6),
    ("اتفق قادة منطقة اليورو على خطة تحصل اليونان بموجبها على 80 مليار يورو.", "pledged", {"منطقة اليورو"}, {"GR"}, 80e9),
    ("أعلن العراق الكشف عن أسلحة في الموصل قرب الحدود مع سوريا.", None, set(), set(), None),
    ("ويأمل المسؤولون بأن توافق فرنسا على قرض بقيمة 20 مليون يورو للبنان.", None, set(), set(), None),
    ("أعلنت اليونيسف حاجتها إلى 30 مليون دولار للسودان.", "requested", set(), {"UNICEF", "SD"}, 30e6),
    ("اتفقت الكويت وقطر على تقديم مساعدات إنسانية للسودان بقيمة 3 ملايين دولار.", "pledged", {"KW", "QA"}, {"SD"}, 3e6),
    ("اتفقت روسيا وإيران على زيادة الإنتاج إلى مليون برميل.", None, set(), set(), None),
    ("عرضت فرنسا على أرمينيا تقديم ضمانات أمنية.", "pledged", {"FR"}, {"AM"}, None),
    ("خصصت ألمانيا 50 مليون يورو لإعادة إعمار الموصل.", "pledged", {"DE"}, {"IQ"}, 50e6),
    ("حولت السعودية 200 مليون دولار إلى حساب البنك المركزي اليمني.", "delivered", {"SA"}, {"YE"}, 200e6),
    ("وستوفر هولندا للسويد وفنلندا ضمانات أمنية.", "pledged", {"NL"}, {"SE", "FI"}, None),
    ("ستسلم ألمانيا أوكرانيا نظام دفاع جوي.", "pledged", {"DE"}, {"UA"}, None),
    ("وقال الوزير إن إيران تزود الحوثيين بصواريخ.", "delivered", {"IR"}, {"جماعة الحوثي"}, None),
    ("ينبغي ألا تزود إيران الحوثيين بصواريخ.", None, set(), set(), None),
    ("زود خفر السواحل اليوناني سفينة شحن بالوقود في طريقها إلى مالطا.", None, set(), set(), None),
    ("وقال الوزير إن البنك مول بناء المستشفى بهبة صينية تقدر بـ20 مليون دولار لتونس.", "pledged", {"CN"}, {"TN"}, 20e6),
    ("عرض الوزير المساعدات اليابانية المقدمة إلى الصومال، حيث بلغ إجمالي المساعدات حتى الآن 40 مليون دولار.", "delivered", {"JP"}, {"SO"}, 40e6),
    ("وتضمن البيان تمويلا بقيمة 20 مليون دولار يمنحه البنك الدولي للأردن.", "pledged", {"WB"}, {"JO"}, 20e6),
    ("أما قطر فتضمن الاتفاق معها على تقديم وديعة بقيمة 300 مليون دولار للأردن.", "pledged", {"QA"}, {"JO"}, 300e6),
    ("وأشاد الوزير الأميركي بما قامت به بلاده من تزويد الأردن بمدرعات.", "delivered", {"US"}, {"JO"}, None),
    ("أكد الرئيس الفرنسي التزام بلاده بدعم الجيش اللبناني بالعتاد.", "pledged", {"FR"}, {"LB"}, None),
    ("وساعدت تركيا في تسليح أذربيجان.", "delivered", {"TR"}, {"AZ"}, None),
]

BORROWED = [
    ("صادق البرلمان التونسي على قرض بقيمة 100 مليون دولار من البنك الدولي.", "pledged", {"WB"}, {"TN"}, 100e6),
    ("صادق البرلمان المصري على اتفاق قرض مع صندوق النقد الدولي بقيمة 3 مليارات دولار.", "pledged", {"IMF"}, {"EG"}, 3e9),
    ("جمدت سويسرا أموال روسيا بقيمة مليار دولار.", None, set(), set(), None),
    ("قطعت روسيا إمدادات الغاز عن بولندا.", None, set(), set(), None),
    ("أفرجت واشنطن عن 6 مليارات دولار من أموال إيران.", None, set(), set(), None),
]

ASKED = [
    ("يسعى ترامب إلى الحصول على 5 مليارات دولار لبناء الجدار مع المكسيك.", None, set(), set(), None),
    ("تسعى شركة أرامكو السعودية إلى الحصول على تمويل بقيمة مليار دولار.", None, set(), set(), None),
    ("يأمل لبنان في جمع ملياري دولار من البنك الدولي.", "requested", {"WB"}, {"LB"}, 2e9),
    ("تسعى تونس إلى جمع مليار دولار من طرح سندات.", None, set(), set(), None),
    ("لا تسعى تونس إلى الحصول على مليار دولار من صندوق النقد الدولي.", None, set(), set(), None),
    ("وأطلقت الأمم المتحدة نداء لجمع 400 مليون دولار للبنان.", "requested", set(), {"LB", "UN"}, 400e6),
    ("طلبت أوكرانيا من كندا الحصول على صواريخ.", "requested", {"CA"}, {"UA"}, None),
    ("وتدرس واشنطن طلب كييف الحصول على صواريخ.", "considered", {"US"}, {"UA"}, None),
    ("وقال البنتاغون إنه يدرس مطالب الأكراد ومنها الحصول على مدرعات.", "considered", {"US"}, {"الأكراد"}, None),
    ("رفضت ألمانيا طلب بولندا إرسال دبابات إلى أوكرانيا.", "refused", {"DE"}, {"UA"}, None),
    ("قد تحتاج سوريا إلى 300 مليار دولار لترميم المدن.", None, set(), set(), None),
    ("دعا الرئيس الأوكراني الغرب إلى تزويد بلاده بمزيد من الأسلحة.", "requested", {"الغرب"}, {"UA"}, None),
]

DONE = [
    ("أطلق مركز الملك سلمان للإغاثة أمس مشروعا لإيواء النازحين في اليمن.", "delivered", {"SA"}, {"YE"}, None),
    ("ونفذت الإمارات مشاريع بقيمة 48 مليون دولار في الصومال.", "delivered", {"AE"}, {"SO"}, 48e6),
    ("وستبني تركيا مستشفى في الصومال.", "pledged", {"TR"}, {"SO"}, None),
    ("افتتحت السعودية مستشفى في الرياض.", None, set(), set(), None),
    ("أطلقت إسرائيل حملة على الاتفاق في واشنطن.", None, set(), set(), None),
    ("وصلت مساعدات كويتية وقطرية، أمس، إلى مدينة بنغازي.", "delivered", {"KW", "QA"}, {"LY"}, None),
    ("لم تصل مساعدات كويتية إلى مدينة بنغازي.", None, set(), set(), None),
    ("قال رئيس الوزراء الإيطالي إن بلاده تشارك في قوات اليونيفيل في جنوب لبنان بكتيبة تتألف من ألف جندي.", "delivered", {"IT"}, {"UN-UNIFIL", "LB"}, None),
    ("وستشارك كندا بـ250 جنديا في بعثة الأمم المتحدة في مالي.", "pledged", {"CA"}, {"UN", "ML"}, None),
    ("وتشارك مصر بـ30 طائرة في مناورات قوات التحالف في السعودية.", None, set(), set(), None),
]


@pytest.mark.parametrize(("text", "status", "givers", "takers", "amount"), GOVERNED + BORROWED + ASKED + DONE)
def test_who_gives_what_to_whom(text: str, status: str | None, givers: set[str], takers: set[str], amount: float | None, lexicon: Lexicon) -> None:
    found = [(p["status"], p["pledger"], p["recipient"], p["amount"]) for p in pledges(text, lexicon)]
    assert found == ([(status, givers, takers, amount)] if status else [])


def test_a_gift_takes_over_the_load_of_the_carrier_that_brings_it(lexicon: Lexicon) -> None:
    text = "قدمت الكويت مساعدات إغاثية لألبانيا. ووصلت الطائرة الكويتية الأولى إلى مطار تيرانا محملة بـ90 طنا من المواد الإغاثية."
    assert [(p["pledger"], p["recipient"], p["quantity"]) for p in pledges(text, lexicon)] == [({"KW"}, {"AL"}, 90)]


def test_the_load_of_a_ship_may_be_told_after_its_arrival(lexicon: Lexicon) -> None:
    text = "وصلت سفينة إغاثية كويتية إلى ميناء عدن في اليمن. وقال المتحدث إن السفينة تحمل على متنها 500 طن من المواد الغذائية."
    assert [(p["pledger"], p["recipient"], p["quantity"]) for p in pledges(text, lexicon)] == [({"KW"}, {"YE"}, 500)]


def test_what_is_asked_of_nobody_and_then_of_somebody_is_asked_once(lexicon: Lexicon) -> None:
    text = "طلبت الحكومة التونسية الحصول على قرض جديد. وطلبت الحكومة التونسية من صندوق النقد الدولي الحصول على قرض جديد."
    assert [(p["status"], p["pledger"], p["recipient"]) for p in pledges(text, lexicon)] == [("requested", {"IMF"}, {"TN"})]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("خصصت ألمانيا 50 مليون يورو لإعادة إعمار العراق.", "financial"),
        ("أعلن البنتاغون عن حزمة مساعدات أمنية للعراق بقيمة 70 مليون دولار.", "military"),
        ("أعلنت كندا إرسال مدربين عسكريين إلى أوكرانيا.", "military"),
    ],
)
def test_kind(text: str, kind: str, lexicon: Lexicon) -> None:
    assert [p["kind"] for p in pledges(text, lexicon)] == [kind]


def test_a_promise_was_made_on_the_day_of_the_conference_of_donors(lexicon: Lexicon) -> None:
    text = "تعهدت كندا بتقديم عشرة ملايين دولار للصومال. وقالت الحكومة الإيطالية التي استضافت مؤتمر المانحين في روما في 3 مارس 2025 إن الأموال ستصل قريبا."
    assert [(p["pledger"], p["announced_date"]) for p in pledges(text, lexicon)] == [({"CA"}, dt.date(2025, 3, 3))]
