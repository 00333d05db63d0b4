"""Pledges: each frame's example, the parties in both word orders, sums, modality, and what only looks like a pledge."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from extract import contracts
from extract.events import read_article
from extract.lexicon import Lexicon

DAY = dt.datetime(2026, 11, 19)  # a Thursday
with (Path(__file__).resolve().parents[3] / "seeds" / "pledge_frames.csv").open(encoding="utf-8") as f:
    FRAMES = list(csv.DictReader(f))


def pledges(text: str, lexicon: Lexicon) -> list[dict[str, Any]]:
    article = {"article_id": "a", "content_sha256": "s", "text": text, "title": None, "published_at": DAY}
    found = read_article(article, lexicon)
    rows = found["pledge_reports"]
    for row in rows:
        mine = [p for p in found["pledge_report_parties"] if p["pledge_report_id"] == row["pledge_report_id"]]
        for role in contracts.PARTY_ROLES:
            row[role] = {p["actor_id"] or p["actor_name_ar"] for p in mine if p["role"] == role}
        assert text[row["start_char"] : row["end_char"]] == row["quote"]
    return rows


@pytest.mark.parametrize("frame", FRAMES, ids=[f"{r['lemma']}-{r['pos']}" for r in FRAMES])
def test_every_frame_reads_its_example(frame: dict[str, str], lexicon: Lexicon) -> None:
    found = pledges(frame["note"] + ".", lexicon)
    assert [r["status"] for r in found] == [frame["status"]], found
    assert found[0]["kind"] in contracts.PLEDGE_KINDS


CASES = [
    ("تعهدت دول حلف شمال الأطلسي بتقديم 40 مليار يورو لأوكرانيا.", "pledged", {"NATO"}, {"UA"}, 40e9, "EUR"),
    ("تعهد أعضاء الاتحاد الأوروبي بتقديم مليار يورو لمولدوفا.", "pledged", {"EU"}, {"MD"}, 1e9, "EUR"),
    ("اختتم الحلفاء في حلف شمال الأطلسي قمتهم. وتعهد الحلفاء بتقديم 40 مليار يورو لأوكرانيا.", "pledged", {"NATO"}, {"UA"}, 40e9, "EUR"),
    ("تعهدت بروكسل بتقديم مئة مليون يورو للبنان.", "pledged", {"BE"}, {"LB"}, 100e6, "EUR"),
    ("إيطاليا منحت ألبانيا مساعدة عسكرية بقيمة 20 مليون يورو.", "delivered", {"IT"}, {"AL"}, 20e6, "EUR"),
    ("منحت إيطاليا ألبانيا مساعدة عسكرية بقيمة 20 مليون يورو.", "delivered", {"IT"}, {"AL"}, 20e6, "EUR"),
    ("أعلنت ألمانيا أنها ستزود أوكرانيا بخمس دبابات.", "pledged", {"DE"}, {"UA"}, None, None),
    ("أعلنت السويد وهولندا وبولندا أنها ستزود أوكرانيا بمدرعات.", "pledged", {"SE", "NL", "PL"}, {"UA"}, None, None),
    ("قال وزير الخارجية الكندي مارك غارنو إن بلاده ستقدم لبنان منحة بقيمة 30 مليون دولار كندي إلى الأردن.", "pledged", {"CA"}, {"JO"}, 30e6, "CAD"),
    ("أعلنت الكويت تبرع السعودية بمبلغ 30 مليون دولار للسودان.", "pledged", {"SA"}, {"SD"}, 30e6, "USD"),
    ("طلبت كييف من واشنطن تزويدها بصواريخ.", "requested", {"US"}, {"UA"}, None, None),
    ("دعا الرئيس الأوكراني فولوديمير زيلينسكي الحلفاء في حلف شمال الأطلسي إلى تسريع تسليم الصواريخ لبلاده.", "requested", {"NATO"}, {"UA"}, None, None),
    ("ودعا منسق الإغاثة في الأمم المتحدة مارك لوكوك الإمارات إلى تقديم 40 مليون دولار للسودان.", "called_for", {"AE"}, {"SD"}, 40e6, "USD"),
    ("أعلن رئيس الوزراء البريطاني حزمة مساعدات جديدة للأردن تشمل 120 مدرعة.", "pledged", {"GB"}, {"JO"}, None, None),
    ("قررت واشنطن حجب 65 مليون دولار من مساعداتها للأونروا.", "refused", {"US"}, {"UNRWA"}, 65e6, "USD"),
    ("حصلت الأردن على منحة كندية بقيمة 45 مليون دولار أمريكي.", "delivered", {"CA"}, {"JO"}, 45e6, "USD"),
    ("تسلم لبنان هبة يابانية بقيمة مليون دولار.", "delivered", {"JP"}, {"LB"}, 1e6, "USD"),
    ("وينص الاتفاق على أن تحصل تونس على ستة ملايين يورو من إيطاليا.", "pledged", {"IT"}, {"TN"}, 6e6, "EUR"),
    ("أودعت السعودية ملياري دولار في البنك المركزي اليمني.", "delivered", {"SA"}, {"YE"}, 2e9, "USD"),
    ("أرسلت الجزائر قافلة مساعدات إلى بنغازي.", "delivered", {"DZ"}, {"LY"}, None, None),
    ("لن ترسل برلين صواريخ إلى أوكرانيا.", "refused", {"DE"}, {"UA"}, None, None),
    ("التزمت أكثر من 40 دولة مانحة، منذ بدء الأزمة، بتقديم 3 مليارات دولار من المساعدات للسودان.", "pledged", {"أكثر من 40 دولة مانحة"}, {"SD"}, 3e9, "USD"),
    ("وعدت الدول المشاركة في المؤتمر إثر اجتماع عقد في روما الثلاثاء بتقديم 20 مليون يورو للصومال.", "pledged", {"الدول المشاركة في المؤتمر"}, {"SO"}, 20e6, "EUR"),
    ("أعلنت بنوك التنمية متعددة الأطراف عن خطط لتقديم تمويل بقيمة مليار دولار لمصر.", "pledged", {"بنوك التنمية متعددة الأطراف"}, {"EG"}, 1e9, "USD"),
    ("وكانت اليابان قد فتحت في وقتها خطا ائتمانيا بقيمة 60 مليون يورو لكينيا.", "pledged", {"JP"}, {"KE"}, 60e6, "EUR"),
    ("وكان أمير قطر تميم بن حمد آل ثاني، أمر في وقت سابق بدعم السودان بمبلغ مليون دولار.", "pledged", {"QA"}, {"SD"}, 1e6, "USD"),
    ("أعلنت ألمانيا رفع تجميد جزئي لمساعداتها العسكرية لمصر التي تبلغ 30 مليون يورو.", "pledged", {"DE"}, {"EG"}, 30e6, "EUR"),
    ("قررت السويد إنهاء مساعداتها المالية للأونروا.", "refused", {"SE"}, {"UNRWA"}, None, None),
    ("اتفق الأردن مع البنك الدولي على اقتراض 700 مليون دولار.", "pledged", {"WB"}, {"JO"}, 700e6, "USD"),
    ("وافقت اليونان على السماح لفرنسا باستخدام قواعدها الجوية.", "pledged", {"GR"}, {"FR"}, None, None),
    ("ستدرب فرنسا 200 عنصر من الشرطة اللبنانية.", "pledged", {"FR"}, {"LB"}, None, None),
    ("وافقت اليونان -العضو في حلف شمال الأطلسي- على السماح لفرنسا باستخدام قواعدها الجوية.", "pledged", {"GR"}, {"FR"}, None, None),
    ("وعدت الدول المشاركة في التحالف الذي تقوده فرنسا إثر اجتماع في روما بتقديم مساعدات للعراق.", "pledged", {"الدول المشاركة في التحالف"}, {"IQ"}, None, None),
    ("وستقدم فرنسا ضمانات أمنية لأرمينيا.", "pledged", {"FR"}, {"AM"}, None, None),
    ("أرسلت تركيا فريقا فنيا لتشغيل المطار إلى الصومال.", "delivered", {"TR"}, {"SO"}, None, None),
    ("ستدفع سويسرا نفقات الإقامة للوفد السوداني.", "pledged", {"CH"}, {"SD"}, None, None),
    ("أعلنت باريس وروما عزمهما توفير غطاء جوي لفصائل المعارضة الليبية.", "pledged", {"FR", "IT"}, set(), None, None),
    ("سمحت اليونان للطائرات العسكرية الفرنسية بشن ضربات من قاعدة في الجنوب.", "delivered", {"GR"}, {"FR"}, None, None),
    ("ستواصل إيطاليا تقديم التدريب للقدرات العسكرية الليبية.", "pledged", {"IT"}, {"LY"}, None, None),
    ("أعلنت اليونيسف أنها ستوقف المساعدات للاجئين السودانيين.", "refused", {"UNICEF"}, {"SD"}, None, None),
    ("رحب التحالف الدولي بالقرار. وخصص التحالف 60 مليون دولار للعراق.", "pledged", {"التحالف الدولي"}, {"IQ"}, 60e6, "USD"),
    ("تعهد الحلفاء في حلف شمال الأطلسي عام 2014 إنفاق 2 في المئة من الناتج المحلي على الدفاع.", "pledged", {"NATO"}, set(), None, None),
    ("دعا الرئيس اللبناني الصين إلى تقديم المساعدات الاقتصادية والفنية للبنان.", "requested", {"CN"}, {"LB"}, None, None),
]


@pytest.mark.parametrize(("text", "status", "givers", "takers", "amount", "currency"), CASES)
def test_who_gives_what_to_whom(text: str, status: str, givers: set, takers: set, amount: float | None, currency: str | None, lexicon: Lexicon) -> None:
    (row,) = pledges(text, lexicon)
    assert (row["status"], row["amount"], row["currency"]) == (status, amount, currency)
    assert row["pledger"] == givers
    assert takers <= row["recipient"]


def test_each_donor_of_a_list_has_his_own_pledge(lexicon: Lexicon) -> None:
    text = "تعهدت السعودية بتقديم 500 مليون دولار لليمن، والكويت بـ250 مليون دولار، وتعهدت اليابان بـ80 مليون دولار."
    assert [(r["pledger"], r["amount"]) for r in pledges(text, lexicon)] == [({"SA"}, 500e6), ({"KW"}, 250e6), ({"JP"}, 80e6)]
    assert all("YE" in r["recipient"] for r in pledges(text, lexicon))


def test_a_conference_total_is_a_pledge_of_its_own(lexicon: Lexicon) -> None:
    (row,) = pledges("جمع المؤتمر تعهدات بقيمة ملياري دولار من 30 دولة لصالح السودان.", lexicon)
    assert (row["amount"], row["recipient"]) == (2e9, {"SD"})
    assert row["pledger"] == {"30 دولة"}


def test_the_same_sum_is_the_sum_told_before(lexicon: Lexicon) -> None:
    found = pledges("تقدمت السعودية بمبلغ 40 مليون دولار للسودان. كما تقدمت الكويت بنفس المبلغ.", lexicon)
    assert [(r["pledger"], r["amount"], r["currency"]) for r in found] == [({"SA"}, 40e6, "USD"), ({"KW"}, 40e6, "USD")]


def test_a_pledge_told_twice_is_one(lexicon: Lexicon) -> None:
    text = "تعهدت اليابان بتقديم 40 مليون دولار للأردن. وقدمت اليابان التعهد في مؤتمر بعمان. وتعهدت اليابان بتقديم 40 مليون دولار."
    assert len(pledges(text, lexicon)) == 1


def test_due_date_condition_and_day(lexicon: Lexicon) -> None:
    (row,) = pledges("تعهدت النرويج الثلاثاء بتقديم 40 مليون يورو لأوكرانيا بحلول نهاية مارس 2027 بشرط وقف القتال.", lexicon)
    assert (str(row["announced_date"]), str(row["due_date"])) == ("2026-11-17", "2027-03-31")
    assert row["condition_ar"] == "بشرط وقف القتال"


def test_amount_range_and_approximation(lexicon: Lexicon) -> None:
    (row,) = pledges("تعهدت النرويج بتقديم ما بين 20 و30 مليون يورو لأوكرانيا.", lexicon)
    assert (row["amount"], row["amount_max"], row["is_approximate"]) == (20e6, 30e6, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أرسلت الدوحة مساعدات إغاثية إلى غزة بقيمة مليون دولار.", "humanitarian"),
        ("أعلنت برلين تقديم مساعدات عسكرية لكييف.", "military"),
        ("منحت واشنطن عمان قرضا بقيمة مليار دولار.", "financial"),
        ("اتفق العراق والأردن على فتح قنصلية في كل منهما.", "institutional"),
        ("التزم الحلفاء بإنفاق 2 في المئة من الناتج المحلي على الدفاع.", "spending"),
    ],
)
def test_kind(text: str, kind: str, lexicon: Lexicon) -> None:
    assert [r["kind"] for r in pledges(text, lexicon)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الوزارة أن الوفد وصل إلى عمان.",
        "أعلنت الولايات المتحدة دعمها لفرنسا.",
        "قدم الرئيس المصري التعازي إلى نظيره التركي.",
        "قدم وزير الخارجية البريطاني استقالته إلى رئيس الوزراء.",
        "منح البرلمان الحكومة الثقة.",
        "خصصت الحكومة المصرية 40 مليار جنيه من الموازنة للتعليم.",
        "اشترى النادي اللاعب بمبلغ 40 مليون يورو وقدم له راتبا كبيرا.",
        "حققت الشركة أرباحا بقيمة 40 مليون دولار ودفعت للمساهمين نصفها.",
        "فرضت واشنطن رسوما بقيمة 16 مليار دولار على الصين.",
        "يجب أن تجري فرنسا انتخابات جديدة.",
        "لم تقدم ألمانيا دبابات إلى أوكرانيا.",
        "أرسلت كينيا قوات إلى الصومال.",
        "وصل طالب من فرنسا إلى لبنان بمساعدة عمه.",
        "دعا الرئيس الفرنسي إلى اجتماع لبحث استخدام الأسلحة في سوريا.",
        "تعد هذه المساعدات أكبر حزمة لأوكرانيا.",
    ],
)
def test_what_only_looks_like_a_pledge(text: str, lexicon: Lexicon) -> None:
    assert pledges(text, lexicon) == []


@pytest.mark.parametrize("text", ["", ".", "وزير الخارجية", "وتعهد", "تعهدت بتقديم", "مليون و", "بنفس المبلغ", "Hello", "سلام بر شما", "\ud800 تعهدت فرنسا بمليون دولار"])
def test_odd_and_cut_texts_are_read(text: str, lexicon: Lexicon) -> None:
    assert len(pledges(text, lexicon)) <= 1


def test_time_grows_with_length_only(lexicon: Lexicon) -> None:
    import time

    def seconds(n: int) -> float:
        start = time.process_time()
        pledges("وتعهدت فرنسا بتقديم 3 ملايين دولار للأردن والسودان، " * n, lexicon)
        return time.process_time() - start

    seconds(20)
    assert seconds(1600) < 16 * 3 * seconds(100) + 1


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير الإسرائيلي نظيره. ويخطط المحتجون لإقامة خيام للمطالبة بعودة اللاجئين الفلسطينيين.",
        "استثمر البنك الدولي 3 مليارات دولار في كينيا.",
        "أشادت فرنسا بالإجراءات التي قررتها قيادة التحالف الدولي لتوزيع مساعدات إنسانية في العراق.",
        "سمحت فرنسا للوزير الألماني بدخول البلاد.",
        "وافقت الولايات المتحدة على بيع صواريخ للسعودية بقيمة مليار دولار.",
        "وجهت الطائرات ضرباتها إلى مواقع المسلحين في شمال سوريا.",
        "كشفت الطائرات التركية عن ثلاث مركبات عسكرية في شمال العراق.",
    ],
)
def test_sales_and_finds_are_no_gifts(text: str, lexicon: Lexicon) -> None:
    assert pledges(text, lexicon) == []


TOLD_OTHERWISE = [
    ("هبطت طائرة في بيروت لتسليم 50 طنا من المعدات الطبية قدمتها فرنسا إلى لبنان.", "delivered", {"FR"}, {"LB"}, None, 50),
    ("استخدمت بغداد 100 مليون دولار تعهدت بها الكويت للعراق.", "pledged", {"KW"}, {"IQ"}, 100e6, None),
    ("تم توزيع أكثر من 500 سلة غذائية في مأرب باليمن، وقالت الكويت إن التوزيع مستمر.", None, set(), set(), None, None),
    ("قال مركز الملك سلمان للإغاثة إن الوضع صعب. وقد تم توزيع 500 سلة غذائية في مأرب.", "delivered", {"SA"}, {"YE"}, None, 500),
    ("أعرب المشرف العام على مركز الملك سلمان للإغاثة عبد الله الربيعة عن سعادته بتدشين حملة توزيع 900 سلة غذائية في حضرموت اليمنية.", "delivered", {"SA"}, {"YE"}, None, 900),
    ("جاء الحوار بعد إرسال الولايات المتحدة 8 مقاتلات إلى مصر.", "delivered", {"US"}, {"EG"}, None, 8),
    ("وقع الرئيس الأمريكي دونالد ترامب على قانون يتضمن مساعدات للأردن بقيمة مليار دولار، نصفها للجيش.", "pledged", {"US"}, {"JO"}, 1e9, None),
    ("وقعت الحكومة المصرية اتفاق قرض مع البنك الدولي بقيمة 300 مليون دولار.", "pledged", {"WB"}, {"EG"}, 300e6, None),
    ("وافقت روسيا على شطب ديون كوبا البالغة 30 مليون دولار.", "pledged", {"RU"}, {"CU"}, 30e6, None),
    ("وأمر ترامب بتجميد مساعدات مخصصة لسوريا تبلغ 200 مليون دولار.", "refused", {"US"}, {"SY"}, 200e6, None),
    ("تبلغ قيمة المساعدة الكندية 5 ملايين يورو لتعزيز قدرات الجيش العراقي.", "pledged", {"CA"}, {"IQ"}, 5e6, None),
    ("وعدت الدول المنضوية في التحالف بتقديم حزمة مساعدات بقيمة مليون دولار للعراق.", "pledged", {"الدول المنضوية في التحالف"}, {"IQ"}, 1e6, None),
    ("وكانت النرويج قد منحت كينيا مساعدة غذائية قيمتها مليون يورو.", "delivered", {"NO"}, {"KE"}, 1e6, None),
    ("جاء البيان بعد إعلان الرياض تقديم 90 مليون دولار لدعم الاستقرار.", "pledged", {"SA"}, set(), 90e6, None),
    ("ووصلت أمس ثالث سفينة إلى ميناء عدن، تحمل على متنها نحو 30 طنا من المساعدات الكويتية.", "delivered", {"KW"}, {"YE"}, None, 30),
    ("هبطت في مطار بيروت الطائرة الأولى الكويتية، وعلى متنها 20 طنا من المواد الغذائية.", "delivered", {"KW"}, {"LB"}, None, 20),
    ("ودخلت سيئون شاحنات محملة بمواد طبية، قادمة من السعودية إلى اليمن.", "delivered", {"SA"}, {"YE"}, None, None),
    ("أمر الملك سلمان بن عبد العزيز بدعم الشعب اليمني بمبلغ مليار ريال سعودي.", "pledged", {"SA"}, {"YE"}, 1e9, None),
    ("وتنضم إلى حزمة من الدعم الياباني بنحو 40 مليون دولار للعراق.", "delivered", {"JP"}, {"IQ"}, 40e6, None),
    ("وبلغ إجمالي حجم المساعدات الكويتية المقدمة للاستجابة للأوضاع الإنسانية في الصومال عام 2025 والناجمة عن الجفاف في البلاد نحو 30 مليون دولار.", "delivered", {"KW"}, {"SO"}, 30e6, None),
    ("صرفت الحكومة الكندية 260 مليون دولار على تأمين القمة في كندا.", None, set(), set(), None, None),
]


@pytest.mark.parametrize(("text", "status", "givers", "takers", "amount", "quantity"), TOLD_OTHERWISE)
def test_gifts_told_otherwise(text: str, status: str | None, givers: set, takers: set, amount: float | None, quantity: float | None, lexicon: Lexicon) -> None:
    found = [(p["status"], p["pledger"], p["recipient"], p["amount"], p["quantity"]) for p in pledges(text, lexicon)]
    assert found == ([(status, givers, takers, amount, quantity)] if status else [])


def test_a_sum_in_a_second_currency_is_the_same_sum(lexicon: Lexicon) -> None:
    (found,) = pledges("تبلغ قيمة المساعدات الفرنسية للبنان 400 ألف يورو (469 ألف دولار).", lexicon)
    assert (found["amount"], found["currency"]) == (400_000, "EUR")


def test_aid_by_weight_is_relief_and_a_deficit_no_spending(lexicon: Lexicon) -> None:
    assert [r["kind"] for r in pledges("أرسلت الجزائر مئة طن من المساعدات إلى ليبيا.", lexicon)] == ["humanitarian"]
    assert [r["kind"] for r in pledges("طلبت تونس من إيطاليا تقديم 200 مليون دولار لسد العجز في ميزانيتها.", lexicon)] == ["financial"]


def test_two_carriers_of_two_states_are_two_gifts_and_the_carrier_told_again_is_none(lexicon: Lexicon) -> None:
    text = "وصلت إلى مطار بيروت أمس طائرة كويتية وأخرى قطرية محملتان بمواد طبية. وعاد الوزير على متن الطائرة الإغاثية الكويتية التي وصلت أمس مطار بيروت."
    assert [(p["pledger"], p["recipient"], p["status"]) for p in pledges(text, lexicon)] == [({"KW"}, {"LB"}, "delivered"), ({"QA"}, {"LB"}, "delivered")]


DEEDS = [
    ("عقد قادة السعودية والكويت والإمارات اجتماعا. وتم الاتفاق على قيام الدول الثلاث بتقديم مساعدات مالية للبنان.", "pledged", {"SA", "KW", "AE"}, {"LB"}),
    ("انتقدت روسيا قرار ألمانيا إرسال خمسين دبابة إلى أوكرانيا.", "pledged", {"DE"}, {"UA"}),
    ("رحبت موسكو بقرار السويد إنهاء المساعدات المالية للأونروا.", "refused", {"SE"}, {"UNRWA"}),
    ("قال الوزير إن قطر سوف تقوم بنقل الجرحى اليمنيين إلى عمان.", "pledged", {"QA"}, {"YE"}),
    ("وتواصل اليابان دراسة الملف. ولم تتمكن الأمم المتحدة من تسليم مساعدات غذائية للسودان.", None, set(), set()),
    ("بدأت فرنسا منح كينيا بعض الوقت.", None, set(), set()),
    ("أسهمت الكويت إسهاما كبيرا في إعادة قرابة 400 عالق سوداني إلى بلادهم.", "delivered", {"KW"}, {"SD"}),
    ("وأكد الرئيس الفرنسي مواصلة دعم بلاده لتشاد بالأسلحة.", "pledged", {"FR"}, {"TD"}),
    ("وأكد الرئيس الفرنسي ضرورة مواصلة دعم تشاد بالأسلحة.", None, set(), set()),
    ("ستتكفل قطر بدفع رواتب الموظفين في لبنان بتقديم أموال للبنان.", "pledged", {"QA"}, {"LB"}),
    ("ساهم المغرب في الدراسة التي ساهم في تمويلها البنك الإسلامي للتنمية.", None, set(), set()),
    ("انتقد الوزير قرار فرنسا فتح تحقيق في لبنان.", None, set(), set()),
]


@pytest.mark.parametrize(("text", "status", "givers", "takers"), DEEDS)
def test_deeds_told_by_an_action_noun(text: str, status: str | None, givers: set, takers: set, lexicon: Lexicon) -> None:
    found = [(p["status"], p["pledger"], p["recipient"]) for p in pledges(text, lexicon)]
    assert found == ([(status, givers, takers)] if status else [])


def test_relief_whose_taker_is_not_said_goes_to_the_state_that_the_article_is_about(lexicon: Lexicon) -> None:
    text = "تدهور الوضع في السودان. واتسعت المعارك في السودان. ونزح الآلاف داخل السودان. ويعيش السودان مجاعة. وبدأ برنامج الأغذية العالمي توزيع مساعدات غذائية."
    assert [(p["pledger"], p["recipient"]) for p in pledges(text, lexicon)] == [({"WFP"}, {"SD"})]


ABOUT = "اشتدت المعارك في السودان. ويعاني السودان من الجوع. وقال برنامج الأغذية العالمي إن السودان في أزمة. ونزح الآلاف داخل السودان. وحذر برنامج الأغذية العالمي من المجاعة. "

SHIPMENTS = [
    ("كما أبحرت قوافل بحرية محملة بما يزيد على ثلاثة آلاف طن من المواد الغذائية إلى ميناء بورتسودان.", {"WFP"}, {"SD"}, 3000),
    ("أثناء إنزال طائرة إغاثة كويتية ثانية المساعدات الغذائية بالمطار.", {"KW"}, {"SD"}, None),
    ("وصلت الدفعة الثالثة من المعونة الطبية إلى السودان على متن شاحنات قادمة من مصر مقدمة من اليابان.", {"JP"}, {"SD"}, None),
    ("وتشمل الحملة تسيير 10 سفن إماراتية محملة بمعونات تشمل 1500 طن من القمح، وجسر جوي لليمن.", {"AE"}, {"SD"}, 1500),
    ("أقلعت طائرة شحن ألمانية من وسط فرنسا باتجاه السودان، محملة بمساعدات طبية.", {"DE"}, {"SD"}, None),
    ("كما أرسلت الكويت كثيرا من الطائرات والسفن الإغاثية.", {"KW"}, {"SD"}, None),
    ("وحملت شاحنة تجارية من السوق بضائع.", set(), set(), None),
    ("وأرسلت الصين سفينة لتحذير السفن.", set(), set(), None),
]


@pytest.mark.parametrize(("text", "givers", "takers", "quantity"), SHIPMENTS)
def test_shipments_in_an_article_about_one_state(text: str, givers: set, takers: set, quantity: float | None, lexicon: Lexicon) -> None:
    found = [(p["pledger"], p["recipient"], p["quantity"]) for p in pledges(ABOUT + text, lexicon)]
    assert found == ([(givers, takers, quantity)] if givers else [])


def test_a_hired_carrier_gives_nothing(lexicon: Lexicon) -> None:
    text = "قدمت فرنسا 20 طنا من الأدوية إلى السودان. وأقلعت طائرة شحن تركية باتجاه السودان، محملة بـ20 طنا من المساعدات الطبية."
    assert [p["pledger"] for p in pledges(text, lexicon)] == [{"FR"}]


def test_an_announced_donation_is_pledged(lexicon: Lexicon) -> None:
    assert [p["status"] for p in pledges("كما أعلن الملك تبرع المملكة العربية السعودية بمبلغ مليون دولار للأردن.", lexicon)] == ["pledged"]


AGREEMENTS = [
    ("دعم المشروع بمنحة من اليابان بقيمة 300 ألف دولار لكينيا.", {"JP"}, {"KE"}, 300e3),
    ("وأشرف الوزير على توقيع مذكرة تفاهم بين واشنطن وبيروت بقيمة 45 مليون دولار للمساعدة العسكرية للبنان.", {"US"}, {"LB"}, 45e6),
    ("وتضمن الحفل توقيع اتفاقية مع وزارة الخارجية اليابانية بمنحة لدعم الموازنة الصومالية بقيمة إجمالية 120 مليون دولار.", {"JP"}, {"SO"}, 120e6),
]


@pytest.mark.parametrize(("text", "givers", "takers", "amount"), AGREEMENTS)
def test_the_giver_is_the_source_of_a_gift_or_the_other_side_of_an_agreement(text: str, givers: set | None, takers: set | None, amount: float | None, lexicon: Lexicon) -> None:
    found = [(p["pledger"], p["recipient"], p["amount"]) for p in pledges(text, lexicon)]
    assert found == ([(givers, takers, amount)] if givers else [])


ASKED = [
    ("ودعا الرئيس اللبناني اليابان إلى دور فاعل في إعادة الإعمار وتقديم المساعدات الاقتصادية للبنان.", {"JP"}),
    ("يطالب الرئيس الأمريكي ألمانيا ببذل مزيد من الجهود وزيادة مساهماتها المالية في أفغانستان.", {"DE"}),
    ("ودعا الرئيس اللبناني المنظمات الدولية والإنسانية إلى تقديم المساعدات الإغاثية للبنان.", {"المنظمات الدولية والإنسانية"}),
]


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_who_is_asked_for_a_role_or_efforts(text: str, asked: set, lexicon: Lexicon) -> None:
    assert [p["pledger"] for p in pledges(text, lexicon)] == [asked]


RESUMED_GOODS = [
    ("وتحدث الوزير عن عتاد عسكري ستقدمه إسبانيا إلى المغرب.", "pledged", {"ES"}, {"MA"}),
    ("وأشاد الوزير بمساعدات عسكرية قدمتها فرنسا إلى لبنان.", "delivered", {"FR"}, {"LB"}),
    ("وتحدث الوزير عن مساعدات طلبتها الحكومة.", None, set(), set()),
]


@pytest.mark.parametrize(("text", "status", "givers", "takers"), RESUMED_GOODS)
def test_goods_that_a_clause_resumes(text: str, status: str | None, givers: set, takers: set, lexicon: Lexicon) -> None:
    found = [(p["status"], p["pledger"], p["recipient"]) for p in pledges(text, lexicon)]
    assert found == ([(status, givers, takers)] if status else [])
