"""The table of signs that decide a meeting's status (extract/events/modality.py): for each a sentence that it decides and that would tell another status without it."""

from __future__ import annotations

import pytest

from extract.arabic.document import annotate
from extract.arabic.types import Document
from extract.events.arguments import Index
from extract.events.meeting_carriers import is_within
from extract.events.meeting_lengths import over_its_days
from extract.events.meeting_setting import find_time
from extract.events.meeting_triggers import find_trigger
from extract.events.meetings import find_meetings
from extract.events.modality import RULES
from extract.events.modality_clause import Clause, look_round
from extract.lexicon import Lexicon
from tests.events.reading import DAY

EXAMPLES = [
    # what governs the event
    ("is_not_ruled_out", "proposed", "قال الناطق إن قصر الإليزيه لا يستبعد أن يلتقي الرئيس الفرنسي إيمانويل ماكرون نظيره الصيني شي جين بينغ في باريس."),
    ("may_fail", "planned", "أعلنت أديس أبابا أنها ستؤجل الاجتماع بين وزير الخارجية المصري بدر عبد العاطي ونظيره الإثيوبي جيديون تيموثيوس في نيروبي إذا تجدد القتال على الحدود."),
    ("is_called_off", "cancelled", "أرجأ رئيس الوزراء العراقي محمد شياع السوداني زيارته إلى أنقرة بسبب العاصفة الترابية."),
    ("is_refused", "refused", "رفض رئيس مجلس الوزراء وزير الخارجية القطري الشيخ محمد بن عبد الرحمن بن جاسم آل ثاني لقاء وزير الخارجية الكندي في جنيف."),
    ("is_not_intended", "refused", "قال المندوب إن منظمة أوبك لا تنوي عقد اجتماع مع وزير الطاقة الروسي في فيينا."),
    ("is_threatened", "planned", "هدد وزير الخارجية الكولومبي بإلغاء لقائه مع نظيره الفنزويلي في بوغوتا."),
    ("is_wished", "proposed", "دعا الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى قمة بين الرئيس الروسي فلاديمير بوتين والرئيس الأوكراني فولوديمير زيلينسكي في إسطنبول."),
    # words of negation beside it
    ("has_none", "absent", "وأكد وزير الخارجية السوداني أن حكومته ليست لديها أي مشاورات مع الحكومة التشادية في نجامينا."),
    ("has_no_plan", "absent", "وقال المندوب إنه لا يوجد مقترح بعقد اجتماع بين وزير الخارجية المصري بدر عبد العاطي ونظيره الإثيوبي جيديون تيموثيوس."),
    ("is_any", "proposed", "قالت الرئاسة الأوكرانية إن أي اجتماع بين الرئيس الأوكراني فولوديمير زيلينسكي والرئيس الروسي فلاديمير بوتين في إسطنبول يحتاج إلى ضمانات."),
    ("is_denied", "absent", "نفى قصر الإليزيه وجود لقاء بين الرئيس الفرنسي إيمانويل ماكرون والرئيس الروسي فلاديمير بوتين في جنيف."),
    ("is_left_out", "absent", "غادر وزير الخارجية الياباني بكين دون عقد لقاء مع نظيره الصيني."),
    ("was_called_off", "cancelled", "أكدت الرئاسة اللبنانية إلغاء زيارة الرئيس اللبناني جوزيف عون إلى بغداد لأسباب أمنية."),
    ("is_prevented", "cancelled", "منعت العاصفة الثلجية وزير الخارجية الألماني يوهان فاديفول من زيارة كييف."),
    ("was_refused", "refused", "كرر الرئيس الأوكراني فولوديمير زيلينسكي أمام الصحفيين رفضه لقاء الرئيس الروسي فلاديمير بوتين في موسكو."),
    ("stays_away", "refused", "قررت رئيسة الوزراء الدنماركية مته فريدريكسن عدم حضور القمة الأوروبية في براغ."),
    ("is_out_of_question", "refused", "قال الناطق باسم الكرملين إن لقاء الرئيس الروسي فلاديمير بوتين ونظيره الأوكراني فولوديمير زيلينسكي في إسطنبول غير وارد حاليا."),
    ("is_off_behind", "cancelled", "قال مصدر دبلوماسي إن زيارة وزير الخارجية الياباني إلى بكين تأجلت دون ذكر الأسباب."),
    ("will_not_as_set", "cancelled", "لن يزور وزير الدفاع الياباني سيول هذا الشهر كما كان مقررا."),
    ("will_not_discuss", "absent", "قال وزير الدفاع التركي إنه لن يناقش مع نظيره اليوناني ترسيم الحدود."),
    ("will_not_be_held", "cancelled", "قال الناطق إن القمة بين الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين لن تعقد في بودابست."),
    ("will_only_if", "proposed", "قالت الرئاسة إن الرئيس الأوكراني فولوديمير زيلينسكي لن يلتقي الرئيس الروسي فلاديمير بوتين إلا إذا توقف القصف."),
    ("will_not", "refused", "لن يلتقي وزير الخارجية السعودي فيصل بن فرحان نظيره الإيراني عباس عراقجي على هامش القمة في الدوحة."),
    ("did_not", "absent", "لم يعقد وزير الخارجية المصري بدر عبد العاطي اجتماعا مع نظيره الإثيوبي في نيويورك."),
    ("will_not_be_told", "planned", "وأكد الرئيس الكوري الجنوبي لي جيه ميونغ أنه لن يثير قضية الرسوم أثناء اجتماعه مع الرئيس الأميركي دونالد ترامب."),
    # its verb is no past one
    ("follows_future", "planned", "سيمر وزير الخارجية الصيني وانغ يي بنيروبي، ثم يزور القاهرة."),
    ("before_its_verb", "planned", "أدلى وزير الخارجية الأردني أيمن الصفدي بتصريحاته قبيل توجهه إلى بروكسل للمشاركة في اجتماع وزاري."),
    ("provided_that", "planned", "هدأت الجبهة أمس، على أن يواصل وزير الخارجية الروسي سيرغي لافروف اليوم محادثاته مع نظيره التركي هاكان فيدان في أنقرة."),
    ("is_future", "planned", "سيستقبل العاهل الأردني الملك عبد الله الثاني في عمان الرئيس الفرنسي إيمانويل ماكرون."),
    ("would_be_first", "proposed", "وفي حال عقدت القمة ستكون المرة الأولى التي يلتقي فيها رئيس تركي مع الرئيس الأرميني."),
    ("is_first_to_come", "planned", "وستكون تلك هي المرة الأولى التي يلتقي فيها الرئيس السوري أحمد الشرع نظيره الفرنسي إيمانويل ماكرون."),
    ("may_do", "proposed", "ذكرت الصحيفة أن رئيس الوزراء الهندي ناريندرا مودي قد يزور بكين."),
    ("is_agreed_to", "planned", "وافق الرئيس الأوكراني فولوديمير زيلينسكي على لقاء نظيره الروسي فلاديمير بوتين في أنقرة."),
    # a noun that is to come
    ("is_set", "planned", "تلقى رئيس الوزراء اللبناني نواف سلام دعوة للمشاركة في المؤتمر المقرر عقده في باريس."),
    ("will_take_place", "planned", "وأكد التقرير وجوب الوفاء بالتعهدات المعلنة لقمة الأمم المتحدة لتغير المناخ التي ستعقد في بيليم."),
    ("is_consented_to", "planned", "وقال الناطق إن الاتفاق على لقاء بين الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان جاء سريعا."),
    ("is_resolved", "planned", "ودافع الناطق عن قرار مشاركة الرئيس الكولومبي غوستافو بيترو في قمة مجموعة العشرين في جوهانسبرغ."),
    ("on_the_agenda", "planned", "ستتصدر أزمة الغاز والديون المتراكمة جدول المباحثات بين الرئيس الروسي فلاديمير بوتين والرئيس الصيني شي جين بينغ."),
    ("may_be_applied_for", "planned", "بدأت جامعة الدول العربية استقبال طلبات المشاركة في المؤتمر الثالث للطلبة العرب في القاهرة."),
    ("is_for_an_aim", "planned", "تضغط الصين على الاتحاد الأوروبي لإصدار إعلان مشترك في قمة بينهما هذا الشهر."),
    ("may_succeed", "planned", "أبدى المبعوث تفاؤله إزاء فرص نجاح أول لقاء بين الرئيس السوري أحمد الشرع والرئيس اللبناني جوزيف عون."),
    ("may_still_be", "proposed", "وقال الناطق إن عقد القمة بين الرئيس الروسي فلاديمير بوتين والرئيس الأوكراني فولوديمير زيلينسكي لا يزال ممكنا."),
    ("is_sought", "proposed", "وتتطلع مسقط لاستضافة جولة أخرى من المحادثات بين الحكومة اليمنية وجماعة الحوثي."),
    ("is_possible", "proposed", "ورأى الوسيط أن هناك فرصة للقاء قصير بين الرئيس السوري أحمد الشرع والرئيس اللبناني جوزيف عون."),
    ("is_decided", "planned", "وفي ختام النقاش تقرر عقد اجتماع بين وزير الخارجية المصري بدر عبد العاطي ونظيره الكيني في نيروبي."),
    ("is_accepted", "planned", "أكدت الرئاسة قبول الرئيس السوري أحمد الشرع دعوة للقاء الرئيس الفرنسي إيمانويل ماكرون في باريس."),
    ("is_intended", "planned", "أبلغ السفير نظراءه بنية الرئيس التركي رجب طيب أردوغان عقد قمة مع نظيره الأذربيجاني إلهام علييف في باكو."),
    ("is_invited", "proposed", "نقل السفير إلى الرئيس السوري أحمد الشرع دعوة رسمية وجهها إليه الرئيس الفرنسي إيمانويل ماكرون لزيارة باريس."),
    ("is_suggested", "proposed", "وثمة قمة مقترحة بين الرئيس الروسي فلاديمير بوتين والرئيس الأوكراني فولوديمير زيلينسكي في إسطنبول."),
    ("should_be_held", "proposed", "المفاوضات اللبنانية السورية أولوية وينبغي أن نتحرك بسرعة لاستئنافها."),
    ("is_ready", "proposed", "أبدى وزير الخارجية السوداني استعداده لإجراء مباحثات مع نظيره التشادي في القاهرة."),
    ("is_striven_for", "proposed", "وبحث الوزيران سبل استئناف المفاوضات بين الحكومة السودانية وقوات الدعم السريع في جدة."),
    ("on_arrival", "planned", "أدى الإضراب إلى تأخير وصول ممثلي صندوق النقد الدولي إلى بيروت للمشاركة في جولة مفاوضات مع الحكومة اللبنانية."),
    ("to_carry_out", "planned", "يتنقل المبعوث الأممي بين العواصم لإجراء مشاورات بين الحكومة اليمنية وجماعة الحوثي في مسقط."),
    ("goes_on_now", "held", "وقال وزير الخارجية التركي هاكان فيدان إن بلاده تعقد حاليا محادثات مع الحكومة العراقية في أربيل."),
    ("is_led_now", "held", "الوزير اللبناني جبران باسيل الذي يترأس وفد بلاده في مفاوضات مع سوريا في شأن الحدود قال إنها مستمرة."),
    ("was_opened", "held", "وأبان خلال افتتاحه اليوم أعمال المؤتمر العربي الثاني للطاقة، الذي تنظمه الوزارة في مقرها، بحضور وزير الطاقة السعودي عبدالعزيز بن سلمان، أن النتائج طيبة."),
    ("is_in_session", "held", "جاء ذلك في تصريح أدلى به الأمين العام قبيل مشاركته في اجتماع وزراء خارجية حلف شمال الأطلسي المنعقد في هلسنكي."),
    ("was_earlier", "held", "رد الرئيس الأميركي دونالد ترامب على اعتراضات وجهت للقائه مع الرئيس الروسي فلاديمير بوتين في أنكوراج في وقت سابق من العام."),
    ("is_announced", "planned", "أثار الإعلان عن القمة بين الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين في بودابست قلق العواصم الأوروبية."),
    ("is_purpose", "planned", "يعود وزير الخارجية الفرنسي جان نويل بارو إلى الرياض للقاء نظيره السعودي فيصل بن فرحان."),
    ("holding_is_told", "planned", "أعلن قصر الإليزيه عن عقد قمة بين الرئيس الفرنسي إيمانويل ماكرون والمستشار الألماني فريدريش ميرتس في تولون."),
    ("has_its_date", "planned", "حدد الكرملين موعد لقاء الرئيس الروسي فلاديمير بوتين مع الرئيس السوري أحمد الشرع في موسكو."),
    ("before_it", "planned", "انسحبت القوات من البلدة قبل أيام من انعقاد القمة بين الرئيس الروسي فلاديمير بوتين والرئيس الأميركي دونالد ترامب في بودابست."),
    ("on_a_day_ahead", "planned", "ووصف السفير زيارة الرئيس الإيراني مسعود بزشكيان إلى بغداد يوم الاثنين المقبل بأنها بالغة الأهمية."),
    ("is_awaited", "planned", "وتناولت الصحف زيارة وزير الخارجية الهندي سوبرامانيام جايشانكار إلى موسكو، المرتقبة بعد توقيع اتفاق الطاقة."),
    ("is_wished_as_set", "planned", "عرض الرئيس التركي رجب طيب أردوغان وساطته تمهيدا لقمة بين الرئيس الروسي فلاديمير بوتين والرئيس الأوكراني فولوديمير زيلينسكي في إسطنبول."),
    ("is_proposed", "proposed", "تحدث الوسطاء عن إمكانية لقاء بين الرئيس اللبناني جوزيف عون والرئيس السوري أحمد الشرع في دمشق."),
    ("is_arranged", "planned", "جاءت هذه التصريحات وسط استعدادات لقمة بين الرئيس الأميركي دونالد ترامب والرئيس الصيني شي جين بينغ في بكين."),
    ("is_planned", "planned", "يعتزم رئيس الوزراء البريطاني كير ستارمر لقاء الرئيس الصيني شي جين بينغ في بكين."),
    ("to_host", "planned", "وقال عمدة المدينة إن كل شيء جاهز لاستضافة القمة بين الرئيس الأميركي دونالد ترامب والرئيس الروسي فلاديمير بوتين."),
    ("behind_a_future", "planned", "وسيعقب المأدبة لقاء بين الرئيس الفرنسي إيمانويل ماكرون والرئيس الصيني شي جين بينغ في باريس."),
    ("before_its_time", "planned", "تشير الأنباء إلى لقاء قريب بين وزير الخارجية التركي هاكان فيدان ونظيره الأرميني في يريفان."),
    ("before_a_future", "planned", "لقاء الرئيس اللبناني جوزيف عون بالرئيس السوري أحمد الشرع في دمشق سيركز على ترسيم الحدود."),
    # its day, against the day of publication
    ("after_publication", "planned", "يلتقي الرئيس التركي رجب طيب أردوغان نظيره الأذربيجاني إلهام علييف في باكو يوم 25 نوفمبر."),
    ("goes_on_today", "held", "يواصل وزير الخارجية المصري بدر عبد العاطي اليوم محادثاته مع نظيره الكيني في نيروبي."),
    ("is_told_as_done", "held", "انطلقت في الدوحة اليوم أعمال المؤتمر الذي تنظمه جامعة الدول العربية."),
    ("on_its_day", "planned", "يلتقي وزير الخارجية العماني بدر البوسعيدي نظيره الإيراني عباس عراقجي في مسقط اليوم."),
    ("on_an_unknown_today", "planned", "يستقبل الرئيس العراقي عبد اللطيف رشيد اليوم في بغداد نظيره الإيراني مسعود بزشكيان."),
    ("that_it_does", "planned", "يحاول وزير الخارجية التركي هاكان فيدان أن يلتقي نظيره الأرميني في يريفان."),
    ("within_hours", "planned", "يزور وزير الدفاع الفرنسي بيروت خلال ساعات."),
    ("at_no_known_time", "planned", "تنظم الأمم المتحدة مؤتمرا للمانحين في جنيف."),
    ("if_it_is", "proposed", "وقال الناطق إنه لو التقى الرئيس الروسي فلاديمير بوتين الرئيس الأوكراني فولوديمير زيلينسكي في إسطنبول لتوقفت الحرب."),
]  # fmt: skip
UNDATED = ("on_a_day_ahead", "on_an_unknown_today")  # signs that tell where the day of publication is not known


def clauses(document: Document, lexicon: Lexicon) -> dict[int, Clause]:
    """By its token, the clause of each trigger as ``find_meetings`` asks ``status_of`` about it."""
    frames, index, found = lexicon.meeting_frames, Index(document), {}
    for sentence in document.sentences:
        for i in range(sentence.first_token, sentence.last_token):
            trigger = find_trigger(document, index, frames, i, sentence.first_token, sentence.last_token)
            if trigger is None:
                continue
            time = find_time(document, index, trigger)
            if time is not None and trigger.construction in ("noun_visit", "verb_arrive"):
                time = over_its_days(document, trigger, time, lexicon.times.words.counts)
            verb = trigger.carrier if trigger.role not in ("says", "travels") else None
            aside = trigger.noun and trigger.role in (None, "says") and is_within(document, i)
            found[i] = look_round(document, frames.status_words, trigger.left, i, trigger.last, time, verb, aside)
    return found


@pytest.mark.parametrize(("rule", "status", "text"), EXAMPLES, ids=[rule for rule, _, _ in EXAMPLES])
def test_the_sign_decides(rule: str, status: str, text: str, lexicon: Lexicon) -> None:
    document = annotate(text, None, None if rule in UNDATED else DAY.date(), lexicon)
    events = find_meetings(document, lexicon)
    assert [e.status for e in events] == ([] if status == "absent" else [status])
    found = clauses(document, lexicon)
    clause = found[events[0].trigger] if events else next(c for c in found.values() if any(holds(c) for _, holds in RULES))
    holding = [(holds.__name__, told) for told, holds in RULES if holds(clause)]
    assert holding[:1] == [(rule, status)]
    assert status != next((told for _, told in holding[1:]), "held"), "what stands below would tell the same: the sign is not needed for this sentence"


def test_each_sign_has_its_example() -> None:
    assert [(rule, status) for rule, status, _ in EXAMPLES] == [(holds.__name__, status) for status, holds in RULES]
