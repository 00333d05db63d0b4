"""The gazetteer, people, coreference and morphology on sentences written for them."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.arabic import morphology
from extract.arabic.document import annotate
from extract.arabic.names.matching import find_names
from extract.arabic.tokenizer import tokenize
from extract.lexicon import Lexicon
from tests.arabic.persons.reading import people


def names(text: str, lexicon: Lexicon) -> list[tuple[str, str, str | None]]:
    return [(n.text, n.kind, n.actor_id) for n in find_names(text, tokenize(text), lexicon.gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وبالناتو", ("الناتو", "organisation", "NATO")),
        ("للأمم المتحدة", ("لأمم المتحدة", "organisation", "UN")),
        ("حلف شمال الأطلسي", ("حلف شمال الأطلسي", "organisation", "NATO")),
        ("جنوب السودان", ("جنوب السودان", "state", "SS")),
        ("جمهورية الكونغو الديمقراطية", ("جمهورية الكونغو الديمقراطية", "state", "CD")),
        ("الكرملين", ("الكرملين", "metonym", "RU")),
        ("المصرية", ("المصرية", "nisba", "EG")),
        ("اجتماع في عمان", ("عمان", "place", "JO")),
        ("اجتماع في سلطنة عمان", ("سلطنة عمان", "state", "OM")),
        ("اجتماع في عُمان", ("عُمان", "state", "OM")),
        ("اجتماع بعمّان", ("عمّان", "place", "JO")),
        ("قطر وعمان والكويت", ("عمان", "state", "OM")),
        ("والأميركيين", ("الأميركيين", "nisba", "US")),
        ("المفوضية الأوروبية", ("المفوضية الأوروبية", "organisation", "EU-COM")),
        ("#إسياس_أفورقي", ("إسياس_أفورقي", "person", None)),
        ("عبدالفتاح السيسي", ("عبدالفتاح السيسي", "person", None)),
        ("ينس شتولتنبرج", ("ينس شتولتنبرج", "person", None)),
    ],
)
def test_a_name_is_found(text: str, expected: tuple[str, str, str | None], lexicon: Lexicon) -> None:
    assert expected in names(text, lexicon)


@pytest.mark.parametrize("text", ["الدعم المالي للدول", "ولاية جورجيا الأمريكية", "نهر الأردن", "كيف كان اللقاء", "فتح الباب"])
def test_ordinary_words_are_no_states(text: str, lexicon: Lexicon) -> None:
    assert not [n for n in names(text, lexicon) if n[1] in ("state", "organisation", "place")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزير الخارجية المصري سامح شكري", ("سامح شكري", "foreign minister", "EG")),
        ("قال الرئيس الفرنسي إيمانويل ماكرون إن", ("إيمانويل ماكرون", "president", "FR")),
        ("وزيرة الدفاع النرويجية آنا بيورنسن أمس", ("آنا بيورنسن", "defence minister", "NO")),
        ("الأمين العام للأمم المتحدة أنطونيو غوتيريش", ("أنطونيو غوتيريش", "secretary general", "UN")),
        ("صاحب السمو الملكي الأمير محمد بن سلمان بن عبدالعزيز ولي العهد", ("محمد بن سلمان بن عبدالعزيز", "crown prince", "SA")),
        ("رئيس الوزراء الإثيوبي", (None, "prime minister", "ET")),
        ("وزراء خارجية حلف شمال الأطلسي", (None, "foreign ministers", "NATO")),
    ],
)
def test_a_person_is_read(text: str, expected: tuple[str | None, str | None, str | None], lexicon: Lexicon) -> None:
    assert expected in people(text, lexicon)


def test_a_surname_joins_the_chain(lexicon: Lexicon) -> None:
    document = annotate("التقى الأمين العام للحلف ينس ستولتنبرغ الوزراء. وقال ستولتنبرغ إن الدعم مستمر.", None, None, lexicon)
    chains = {p.chain for p in document.persons if p.person_id == "jens-stoltenberg"}
    assert len(chains) == 1
    assert sum(p.person_id == "jens-stoltenberg" for p in document.persons) == 2


def test_an_office_follows_the_year(lexicon: Lexicon) -> None:
    text = "قال بوريس جونسون إن بلاده تدعم كييف."
    assert ("بوريس جونسون", "prime minister", "GB") in people(text, lexicon, 2021)
    assert ("بوريس جونسون", "foreign minister", "GB") in people(text, lexicon, 2017)


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "aspect"),
    [("وسيجتمعون", "اجتمع", "verb", "i"), ("التقت", "التقى", "verb", "p"), ("سيلتقيان", "التقى", "verb", "i"), ("استقبله", "استقبل", "verb", "p"),
     ("بالوزراء", "وزير", "noun", None), ("لقائه", "لقاء", "noun", None), ("ونظرائه", "نظير", "noun", None), ("تعهدت", "تعهد", "verb", "p")],
)  # fmt: skip
def test_morphology(word: str, lemma: str, pos: str, aspect: str | None, lexicon: Lexicon) -> None:
    readings = lexicon.morphology.readings(tokenize(word)[0])
    assert any((m.lemma, m.pos, m.aspect) == (lemma, pos, aspect) for m in readings)


@pytest.mark.parametrize("text", ["", "\n\n", "؟؟؟...", "only English here", "کتاب خوب است", "ا" * 5000, "\u200f\u200e\u202b", "\ud800 نص"])
def test_odd_text_is_read_or_left(text: str, lexicon: Lexicon) -> None:
    document = annotate(text, None, dt.date(2026, 1, 1), lexicon)
    for span in (*document.names, *document.persons, *document.times, *document.amounts):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "short", "actor"),
    [
        ("زار الوزير السعودية. وغادر المملكة أمس.", "المملكة", "SA"),
        ("استقبل خادم الحرمين الشريفين وزير خارجية الأردن في المملكة.", "المملكة", "SA"),
        ("زار الوزير الأردن. وغادر المملكة أمس.", "المملكة", "JO"),
        ("وافق صندوق النقد الدولي على القرض. وقال الصندوق إن الشروط واضحة.", "الصندوق", "IMF"),
        ("أعلن برنامج الأغذية العالمي ذلك. وأضاف البرنامج أن الوضع صعب.", "البرنامج", "WFP"),
    ],
)
def test_a_short_form_stands_for_the_name_told_before(text: str, short: str, actor: str, lexicon: Lexicon) -> None:
    assert (short, actor) in [(n.text, n.actor_id) for n in annotate(text, None, None, lexicon).names]


def test_another_body_of_the_kind_is_no_short_form(lexicon: Lexicon) -> None:
    found = annotate("وافق صندوق النقد الدولي على القرض، ومول الصندوق الوطني المشروع.", None, None, lexicon).names
    assert [n.text for n in found if n.kind == "organisation"] == ["صندوق النقد الدولي"]


def test_ordinal_names_are_found_by_spelling_alone(lexicon: Lexicon) -> None:
    assert not [n for n in names("إعادة توحيد الجزيرة مع البر الصيني", lexicon) if n[1] == "person"]


def test_a_process_called_after_a_place_is_neither_place_nor_state(lexicon: Lexicon) -> None:
    assert names("مسار أستانة وعملية برشلونة", lexicon) == []
    assert names("مفاوضات أستانة", lexicon) == [("أستانة", "place", "KZ")]


def test_common_words_that_sound_like_a_name_are_none(lexicon: Lexicon) -> None:
    text = "نشر ألفي جندي في الشمال"
    tokens = tokenize(text)
    assert not [n for n in find_names(text, tokens, lexicon.gazetteer, morphology.annotate(lexicon.morphology, tokens)) if n.kind == "person"]
