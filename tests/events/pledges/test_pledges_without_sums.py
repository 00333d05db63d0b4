"""Pledges that no sum and no verb of giving tells: readiness, work on something, embassies, plans and agreements, loans asked for, debts forgiven."""

from __future__ import annotations

import pytest

from extract.lexicon import Lexicon
from tests.events.pledges.test_pledges import pledges

PROMISED = [
    ("تعهد وزير الخارجية الياباني بأن تعمل بلاده على إعادة بناء اقتصاد أوكرانيا.", "pledged", {"JP"}, {"UA"}),
    ("تعهد رئيس الوزراء المصري بأن تعمل حكومته على خفض الأسعار.", None, set(), set()),
    ("أكد وزير الخارجية استعداد الكويت توفير الدعم للسودان.", "pledged", {"KW"}, {"SD"}),
    ("أكد وزير الخارجية استعداد إيران لتوقيع الاتفاق مع روسيا.", None, set(), set()),
    ("وتعمل برلين على تزويد أوكرانيا بدبابات.", "considered", {"DE"}, {"UA"}),
    ("وتعمل مصر على توفير السلع للمواطنين.", None, set(), set()),
    ("كشفت أنقرة عن اتفاق بين أنقرة والدوحة لتقديم مساعدات إنسانية إلى الصومال.", "pledged", {"TR", "QA"}, {"SO"}),
    ("وقال وزير الخارجية الياباني إنه جرى التوقيع على مذكرة تفاهم لتقديم مساعدات إلى العراق.", "pledged", {"JP"}, {"IQ"}),
    ("ونشرت الوكالة نص بيان مشترك ياباني كندي لتقديم مساعدات غذائية إلى الصومال.", "pledged", {"JP", "CA"}, {"SO"}),
    ("ونشرت الجريدة نص اتفاقية بين مصر وإيطاليا بشأن تقديم المساعدة لتدريب الشرطة المصرية في مصر.", "pledged", {"IT"}, {"EG"}),
    ("واتهم الوزير إيران بخرق اتفاق بين إيران وفرنسا لتقديم مساعدات إلى سوريا.", None, set(), set()),
    ("وتحدث الوزير عن اتفاق بين قطر وفرنسا لبيع صواريخ للبنان.", None, set(), set()),
    ("عرض الرئيس التركي على نظيره الأميركي خطة لنشر قوات تركية في ليبيا.", "considered", {"TR"}, {"LY"}),
    ("اقترحت الحكومة المصرية تخصيص مليار جنيه لدعم المواطنين.", None, set(), set()),
    ("أكد الوزيران أهمية العلاقات، كما أعلن أمير الكويت أن بلاده ستقدم مساعدات بقيمة مليون دولار لتشاد.", "pledged", {"KW"}, {"TD"}),
    ("وقال إن الأزمة كبيرة في اليمن، وإن قطر دعمت البرامج الإنسانية بأكثر من 20 مليون دولار.", "delivered", {"QA"}, {"YE"}),
]

EMBASSIES = [
    ("أعادت تركيا ومصر رسميا الأحد فتح سفارتيهما في القاهرة وأنقرة.", "delivered", {"TR", "EG"}),
    ("أعلن وزيرا خارجية قطر والبحرين مساء الأحد إعادة فتح السفارات بينهما.", "pledged", {"QA", "BH"}),
    ("وسيعاد فتح السفارة الإيطالية في دمشق.", None, set()),
]

ASKED = [
    ("تسعى تونس إلى الحصول على قرض جديد من صندوق النقد الدولي.", "requested", {"IMF"}, {"TN"}),
    ("تسعى تونس إلى الحصول على مقعد في مجلس الأمن.", None, set(), set()),
    ("وتريد أوكرانيا الحصول بحلول نهاية العام على قرض جديد لأربع سنوات من 15 مليار يورو بموجب قرار قادة الاتحاد الأوروبي.", "requested", {"EU"}, {"UA"}),
    ("ودعت روسيا الأسرة الدولية إلى تزويد سوريا بالأسلحة.", "called_for", set(), {"SY"}),
    ("ودعا الزعتري المنظمات الدولية والإنسانية إلى تقديم المساعدات الإغاثية إلى السودان.", "called_for", {"المنظمات الدولية والإنسانية"}, {"SD"}),
]


@pytest.mark.parametrize(("text", "status", "givers", "takers"), [*PROMISED, *ASKED])
def test_reads_what_no_sum_tells(text: str, status: str | None, givers: set[str], takers: set[str], lexicon: Lexicon) -> None:
    found = pledges(text, lexicon)
    assert [r["status"] for r in found] == ([status] if status else []), found
    assert not found or (found[0]["pledger"], found[0]["recipient"]) == (givers, takers)


@pytest.mark.parametrize(("text", "status", "givers"), EMBASSIES)
def test_reads_embassies_opened_again(text: str, status: str | None, givers: set[str], lexicon: Lexicon) -> None:
    found = pledges(text, lexicon)
    assert [(r["status"], r["kind"], r["pledger"]) for r in found] == ([(status, "institutional", givers)] if status else [])


def test_reads_each_debt_that_a_creditor_forgives(lexicon: Lexicon) -> None:
    found = pledges("أسقطت الصين، التي تملك احتياطيا كبيرا، ملياري دولار من الديون المستحقة على تشاد، و300 مليون دولار من الديون المستحقة على السودان.", lexicon)
    assert [(r["amount"], r["pledger"], r["recipient"], r["status"]) for r in found] == [(2e9, {"CN"}, {"TD"}, "delivered"), (300e6, {"CN"}, {"SD"}, "delivered")]


@pytest.mark.parametrize("text", ["أسقطت روسيا طائرة مسيرة فوق أوكرانيا.", "ألغت تونس ديونها.", "لم تشطب فرنسا ديون مالي."])
def test_other_things_are_cancelled_too(text: str, lexicon: Lexicon) -> None:
    assert pledges(text, lexicon) == []


def test_a_prize_is_no_gift(lexicon: Lexicon) -> None:
    assert pledges("أعلنت اليونسكو منح جائزتها السنوية إلى مدرسة في مصر.", lexicon) == []


@pytest.mark.parametrize("text", ["أعلنت سوناطراك التزامها بخطة لاستثمار 20 مليار دولار.", "تخطط بريتش بتروليوم لزيادة الإنتاج إلى مليوني برميل يوميا."])
def test_a_companys_own_output_and_investment_is_no_pledge(text: str, lexicon: Lexicon) -> None:
    assert pledges(text, lexicon) == []


def test_an_investment_abroad_goes_to_the_state_in_which_it_is_made(lexicon: Lexicon) -> None:
    found = pledges("وتحدث الوزير عن تعهد كويتي باستثمار 4 مليارات دولار في تونس.", lexicon)
    assert [(r["pledger"], r["recipient"], r["amount"]) for r in found] == [({"KW"}, {"TN"}, 4e9)]


def test_the_end_of_a_span_is_no_day_of_a_gift(lexicon: Lexicon) -> None:
    found = pledges("ويغطي التقرير الفترة من مطلع العام إلى 5 أغسطس 2026، وقدمت النرويج مساعدات لليمن بقيمة 20 مليون دولار.", lexicon)
    assert [(r["pledger"], r["announced_date"]) for r in found] == [({"NO"}, None)]
