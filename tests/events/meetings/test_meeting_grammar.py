"""The grammar of meetings: each frame and carrying verb reads its example, each construction finds its parties, day and place."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extract.arabic.document import annotate
from extract.events import read_article
from extract.events.arguments import Index
from extract.events.meetings.frames import load_frames
from extract.events.meetings.triggers import find_trigger
from extract.lexicon import Lexicon
from tests.events.reading import DAY, meetings

SEEDS = Path(__file__).resolve().parents[3] / "seeds"



def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def triggers(text: str, lexicon: Lexicon) -> list:
    document = annotate(text, None, DAY.date(), lexicon)
    index, frames = Index(document), load_frames(lexicon)
    return [
        t for s in document.sentences for i in range(s.first_token, s.last_token)
        if (t := find_trigger(document, index, frames, i, s.first_token, s.last_token)) is not None
    ]  # fmt: skip


@pytest.mark.parametrize("frame", rows("meeting_frames.csv"), ids=lambda r: f"{r['lemma']}-{r['pos']}")
def test_every_frame_reads_its_example(frame: dict[str, str], lexicon: Lexicon) -> None:
    found = triggers(frame["note"] + ".", lexicon)
    assert (frame["lemma"], frame["construction"]) in {(t.morph.lemma, t.construction) for t in found}, found


@pytest.mark.parametrize("verb", rows("meeting_verbs.csv"), ids=lambda r: r["lemma"])
def test_every_verb_carries_the_event_of_its_example(verb: dict[str, str], lexicon: Lexicon) -> None:
    assert verb["role"] in {t.role for t in triggers(verb["example"] + ".", lexicon) if t.noun}


CONSTRUCTIONS = [
    ("شارك الرئيس الفرنسي إيمانويل ماكرون في القمة السادسة التي عقدت في الدوحة الثلاثاء.", "2026-11-17", "QA", {"إيمانويل ماكرون"}),
    ("قال وزير الخارجية المصري بدر عبد العاطي إنه بحث مع نظيره التركي هاكان فيدان في أنقرة أمس التعاون التجاري.", "2026-11-18", "TR", {"بدر عبد العاطي", "هاكان فيدان"}),
    ("انطلقت في جنيف اليوم الخميس المفاوضات الروسية الأوكرانية.", "2026-11-19", "CH", {"RU", "UA"}),
    ("عقدت في الخرطوم الأربعاء جلسة مباحثات بين الجانبين المصري والسوداني.", "2026-11-18", "SD", {"EG", "SD"}),
    ("أعلن البيت الأبيض الأربعاء عن عقد قمة بين الرئيس الأمريكي دونالد ترامب والرئيس الصيني شي جين بينغ في 12 ديسمبر المقبل في سيول.", "2026-12-12", "KR", {"دونالد ترامب", "شي جين بينغ"}),
    ("أكد المستشار الألماني فريدريش ميرتس في كلمته أمام الجمعية العامة للأمم المتحدة في نيويورك الثلاثاء دعم بلاده للسلام.", "2026-11-17", "US", {"فريدريش ميرتس", "UN-GA"}),
    ("وصل وزير الخارجية الإيراني عباس عراقجي إلى مسقط، حيث التقى وزير الخارجية العماني بدر البوسعيدي.", None, "OM", {"عباس عراقجي", "بدر البوسعيدي"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "country", "parties"), CONSTRUCTIONS)
def test_constructions(text: str, day: str | None, country: str, parties: set, lexicon: Lexicon) -> None:
    found = meetings(text, lexicon)
    assert found, text
    row, who = max(found, key=lambda m: len(m[1]))
    assert (str(row["start_date"]) if row["start_date"] else None, row["country_code"]) == (day, country)
    assert parties <= who


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير في مؤتمر صحفي إن المؤتمر الذي عقده في مأرب الإثنين كان قصيرا.",
        "تعقد الشركة اجتماعات دورية مع عملائها في دبي.",
        "بعد مفاوضات شاقة بين إيران والقوى الكبرى تم التوصل إلى الاتفاق.",
        "قال السفير إن البلدين بلغا اليوم قمة العلاقات المصرية الفرنسية.",
        "عاد الوفدان الأمريكي والإيراني الأربعاء إلى طاولة المفاوضات.",
        "زار الرجل الثلاثاء قنصلية بلاده في إسطنبول.",
        "أكد رئيس الوزراء العراقي محمد شياع السوداني خلال ترؤسه الأحد في البصرة اجتماعا للحكومة أهمية المشروع.",
        "ناقش الاتحاد العام التونسي للشغل في اجتماع عاجل عقده السبت في صفاقس مطالب العمال.",
        "وعد الرئيس التونسي قيس سعيد الخميس في مؤتمر القضاة بإصلاح المحاكم.",
        "أيد عضو لجنة المفاوضات الروسية الأوكرانية هذا الاقتراح.",
        "جاء ذلك في بيان صادر عن منتدى الأعمال التركي القطري الذي يضم شركات من البلدين.",
        "أشاد الرئيس الفنلندي ألكسندر ستوب في مؤتمر صحفي مشترك مع رئيس الوزراء الفنلندي بيتري أوربو بالقرار.",
        "تزور البعثة المتاحف والآثار دوريا.",
        "يجتمع الوزير الفرنسي ونظيره الألماني بشكل دوري في برلين.",
        "قال وزير الخارجية السوري أسعد الشيباني في لقاء أجراه الثلاثاء في دمشق مع قناة محلية إن الوضع صعب.",
        "أصيب وزير الداخلية الليبي خالد مازن الثلاثاء خلال زيارة خاصة إلى تونس.",
        "انتقد السفير الروسي في لندن رفض الحكومة البريطانية منح الطالبة تأشيرة دخول لزيارة بريطانيا.",
        "يسعى المبعوث إلى إحياء المفاوضات بين المغرب وجبهة البوليساريو.",
        "أعلنت البعثة الأمريكية انسحابها من مؤتمر نزع السلاح. وقال السفير الأمريكي إن المؤتمر في جنيف عاجز.",
        "تحدث وزير الخارجية السوري أسعد الشيباني هاتفيا لقناة محلية الثلاثاء.",
    ],
)
def test_what_tells_no_single_meeting_is_left(text: str, lexicon: Lexicon) -> None:
    assert meetings(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("توجه وزير الدفاع الإيراني أمس إلى دمشق.", {"IR"}),
        ("وكان وزير الخارجية التركي هاكان فيدان سافر الأحد إلى موسكو.", {"هاكان فيدان"}),
        ("قال الرئيس التركي رجب طيب أردوغان للصحفيين خلال رحلته إلى كينيا في الثالث من مايو إنه متفائل.", {"رجب طيب أردوغان"}),
        ("تباحث الرئيس الفرنسي إيمانويل ماكرون وولي العهد السعودي محمد بن سلمان في أزمة لبنان.", {"إيمانويل ماكرون", "محمد بن سلمان"}),
        ("أجرى وزير الخارجية المصري بدر عبد العاطي مناقشات مع نظيره التركي هاكان فيدان في أنقرة.", {"بدر عبد العاطي", "هاكان فيدان"}),
        ("أقام أمير قطر مأدبة عشاء على شرف الرئيس التركي رجب طيب أردوغان.", {"رجب طيب أردوغان"}),
        ("انطلقت في الرياض أمس المباحثات الدورية بين روسيا ومنظمة أوبك.", {"RU", "OPEC"}),
        ("أكد الرئيس الروسي فلاديمير بوتين في اتصال تلقاه من المستشار الألماني فريدريش ميرتس ضرورة الحوار.", {"فلاديمير بوتين", "فريدريش ميرتس"}),
        ("التقى رئيس جنوب السودان سلفا كير مع زعيم المتمردين رياك مشار في أديس أبابا.", {"سلفا كير", "رياك مشار"}),
        ("وتحدث الرئيس الفرنسي إيمانويل ماكرون هاتفيا مع المستشار الألماني فريدريش ميرتس الأربعاء.", {"إيمانويل ماكرون", "فريدريش ميرتس"}),
        ("يفتتح وزير المالية السعودي محمد الجدعان غدا الجمعة أعمال مؤتمر الأسواق الناشئة في الرياض.", {"محمد الجدعان"}),
        ("وقال وزير الخارجية الفرنسي جان نويل بارو في افتتاح مؤتمر دولي لدعم لبنان في باريس إن المانحين سخيون.", {"جان نويل بارو"}),
        ("أجرى وزير المالية اليوناني كيرياكوس بيراكاكيس أمس أول مباحثاته مع ممثلي الدائنين.", {"كيرياكوس بيراكاكيس"}),
        ("عقد السبت في عمان اجتماع بين رئيس مجلس النقابات أحمد الزعبي ورئيس الوزراء الأردني جعفر حسان.", {"جعفر حسان"}),
    ],
)  # fmt: skip
def test_what_tells_of_a_meeting_in_other_words_is_found(text: str, parties: set, lexicon: Lexicon) -> None:
    found = meetings(text, lexicon)
    assert found, text
    assert parties <= found[0][1]


def test_an_office_holder_who_arrives_in_another_state_visits_it(lexicon: Lexicon) -> None:
    ((meeting, parties),) = meetings("وصلت رئيسة الوزراء الإيطالية جورجا ميلوني الثلاثاء إلى تونس.", lexicon)
    assert (meeting["kind"], meeting["country_code"], parties) == ("visit", "TN", {"جورجا ميلوني"})
    assert meetings("وصل اللاجئون الثلاثاء إلى تونس.", lexicon) == []


def test_a_visitor_of_the_kingdom_visits_the_state_that_it_stands_for(lexicon: Lexicon) -> None:
    ((meeting, _),) = meetings("أشادت السعودية بالعلاقات. وأعلن وزير الخارجية الألماني يوهان فادفول أنه سيزور المملكة الأسبوع المقبل.", lexicon)
    assert meeting["country_code"] == "SA" and meeting["status"] == "planned"


def test_a_press_conference_of_one_is_no_meeting(lexicon: Lexicon) -> None:
    assert meetings("وقال وزير الخارجية السعودي فيصل بن فرحان في مؤتمر صحفي عقده في برلين اليوم إن الوضع صعب.", lexicon) == []


def test_a_word_far_behind_gives_the_verb_no_other_sense(lexicon: Lexicon) -> None:
    ((_, people),) = meetings("قابل الرئيس المصري عبد الفتاح السيسي في القاهرة الأربعاء الرئيس التركي رجب طيب أردوغان، وقال إن الباب مفتوح للنقاش.", lexicon)
    assert people == {"عبد الفتاح السيسي", "رجب طيب أردوغان"}
    assert not meetings("وقال الرئيس التركي رجب طيب أردوغان إن المشروع قابل للنقاش.", lexicon)


ALLUSIONS = [
    "ووقعت مصر اتفاقية سلام مع إسرائيل، وتغيرت المنطقة.",
    "وتضمنت القائمة مواقع استقبلت جمهور العيد لأول مرة في الدرعية.",
]


@pytest.mark.parametrize("text", ALLUSIONS)
def test_what_is_only_alluded_to_is_left(text: str, lexicon: Lexicon) -> None:
    assert not read_article({"article_id": "a", "content_sha256": "", "text": text, "title": None, "published_at": None}, lexicon)["meeting_reports"]


KINDS = [
    ("التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في أنقرة الثلاثاء خلال زيارة إلى تركيا.", "bilateral"),
    ("عقد وزير الدفاع الأمريكي بيت هيغسيث اجتماعا مع رئيس مجلس النواب العراقي محمود المشهداني في بغداد.", "bilateral"),
    ("عقد مجلس الأمن الدولي الثلاثاء اجتماعا طارئا بشأن السودان.", "session"),
    ("أجرى وزير الخارجية المغربي ناصر بوريطة الثلاثاء مباحثات عبر تقنية الفيديو مع نظيره الإسباني خوسيه مانويل ألباريس.", "call"),
    ("يلتقي الرئيس الإيراني مسعود بزشكيان الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان في طهران الجمعة.", "summit"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_kind_of_meeting_is_told(text: str, kind: str, lexicon: Lexicon) -> None:
    assert [m["kind"] for m, _ in meetings(text, lexicon)] == [kind]


def test_a_meeting_of_states_needs_no_party_but_a_city_and_a_day(lexicon: Lexicon) -> None:
    assert [m["city"] for m, _ in meetings("وعقد في أديس أبابا الثلاثاء اجتماع لوزراء الري في الدول الثلاث.", lexicon)] == ["Addis Ababa"]
    assert not meetings("وعقد في صفاقس الثلاثاء اجتماع لسكان الحي.", lexicon)
