"""Lemmas, clitics and readings chosen in context, on the project's own database."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import analyzer, fuller_morphology, morphology_db
from extract.arabic import morphology, tokenizer
from extract.arabic.analysis import Database, analyse
from extract.arabic.morphology import read_word
from extract.arabic.types import Morph
from extract.lexicon import Lexicon

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def open_analyzer(words: Path, cache: Path) -> Any:
    """camel-tools' own analyser over the database of ``words``."""
    database = analyzer.open_morphology(words, cache)  # first, since it keeps camel-tools offline
    from camel_tools.morphology.analyzer import Analyzer

    return Analyzer(database, backoff="NONE")


def readings(lexicon: Lexicon, word: str) -> tuple[Morph, ...]:
    (token,) = tokenizer.tokenize(word)
    return lexicon.morphology.readings(token)


def chosen(lexicon: Lexicon, text: str) -> dict[str, Morph | None]:
    tokens = tokenizer.tokenize(text)
    return {t.text: m for t, m in zip(tokens, morphology.annotate(lexicon.morphology, tokens), strict=True)}


@pytest.mark.parametrize(
    ("word", "lemma", "features"),
    [
        ("وسيجتمعون", "اجتمع", {"pos": "verb", "aspect": "i", "future": True, "number": "p", "conjunction": "و", "person": "3"}),
        ("سيزورون", "زار", {"pos": "verb", "aspect": "i", "future": True, "number": "p", "person": "3"}),
        ("زاروا", "زار", {"pos": "verb", "aspect": "p", "number": "p"}),
        ("التقت", "التقى", {"pos": "verb", "aspect": "p", "gender": "f", "number": "s"}),
        ("يلتقي", "التقى", {"aspect": "i", "future": False}),
        ("يلتقيا", "التقى", {"aspect": "i", "number": "d"}),
        ("سيلتقيان", "التقى", {"aspect": "i", "number": "d", "future": True}),
        ("استقبله", "استقبل", {"aspect": "p", "enclitic": "3ms"}),
        ("ستستضيف", "استضاف", {"aspect": "i", "future": True}),
        ("دعت", "دعا", {"aspect": "p", "gender": "f"}),
        ("وتعهدت", "تعهد", {"aspect": "p", "conjunction": "و"}),
        ("لقائه", "لقاء", {"pos": "noun", "enclitic": "3ms"}),
        ("بالوزراء", "وزير", {"pos": "noun", "preposition": "ب", "number": "p", "definite": True}),
        ("للاجتماع", "اجتماع", {"pos": "noun", "preposition": "ل"}),
        ("ونظرائه", "نظير", {"number": "p", "conjunction": "و", "enclitic": "3ms"}),
    ],
)
def test_a_form_has_its_reading(lexicon: Lexicon, word: str, lemma: str, features: dict[str, object]) -> None:
    found = readings(lexicon, word)
    assert any(m.lemma == lemma and all(getattr(m, k) == v for k, v in features.items()) for m in found), found


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos"),
    [
        ("عقد الوزيران اجتماعا في عمان.", "عقد", "عقد", "verb"),
        ("اتفقا على عقد اجتماع في عمان.", "عقد", "عقد", "noun"),
        ("من المقرر عقد اجتماع في عمان.", "عقد", "عقد", "noun"),
        ("تعتزم مدريد عقد قمة في بلنسية.", "عقد", "عقد", "noun"),
        ("قال ذلك في اجتماع عقده في عمان.", "عقده", "عقد", "verb"),
        ("قال ذلك في لقاء موسع عقده في عمان.", "عقده", "عقد", "verb"),
        ("ألغى القمة المزمع عقدها في عمان.", "عقدها", "عقد", "noun"),
        ("تسلم الوزير منصبه حيث عقد لقاء مع السفراء.", "عقد", "عقد", "verb"),
        ("ودعت مدريد إلى الحوار.", "ودعت", "دعا", "verb"),
        ("التقى الرئيس الوفد.", "التقى", "التقى", "verb"),
        ("بعد لقاء الرئيسين.", "لقاء", "لقاء", "noun"),
        ("طلب الوزير مساعدة.", "طلب", "طلب", "verb"),
        ("رفضت بناء على طلب الوزير.", "طلب", "طلب", "noun"),
        ("تلقى الوزير اتصالا هاتفيا.", "تلقى", "تلقى", "verb"),
    ],
)
def test_the_neighbours_choose_the_reading(lexicon: Lexicon, text: str, word: str, lemma: str, pos: str) -> None:
    morph = chosen(lexicon, text)[word]
    assert morph is not None and (morph.lemma, morph.pos) == (lemma, pos)


def test_both_readings_of_an_ambiguous_word_stay_reachable(lexicon: Lexicon) -> None:
    assert {m.pos for m in readings(lexicon, "عقد")} >= {"verb", "noun"}


@pytest.mark.parametrize("word", ["123", ".", "NATO", "ستولتنبرغ", "ز" * 500])
def test_what_the_lexicon_does_not_know_has_no_reading(lexicon: Lexicon, word: str) -> None:
    assert readings(lexicon, word) == ()


@given(st.text(alphabet="ابتسشصعقلمنهويىةءأئ\u064b\u0640 ", max_size=60))
@settings(max_examples=100, deadline=None)
def test_every_token_has_one_place_and_the_choice_is_one_of_its_readings(lexicon: Lexicon, text: str) -> None:
    tokens = tokenizer.tokenize(text)
    morphs = morphology.annotate(lexicon.morphology, tokens)
    assert len(morphs) == len(tokens)
    for token, morph in zip(tokens, morphs, strict=True):
        assert morph in lexicon.morphology.readings(token) or (morph is None and not lexicon.morphology.readings(token))


def test_the_readings_are_forgotten_before_they_fill_memory() -> None:
    calls: list[str] = []
    fresh = morphology.Morphology(lambda word: calls.append(word) or [], limit=10)
    for token in tokenizer.tokenize(" ".join("كلمة" + a + b for a in "بتثجحخ" for b in "دذرزسش")):
        fresh.readings(token)
        assert len(fresh.seen) <= 12
    assert len(calls) == 36


def test_the_database_is_made_once_and_again_when_the_lexicon_changes(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.csv"
    lexicon.write_text("lemma,pos,stems,gloss\nاجتمع,verb,pv=اجتمع;iv=جتمع,meet\n", encoding="utf-8")
    first = analyzer.prepare(lexicon, tmp_path / "cache")
    assert analyzer.prepare(lexicon, tmp_path / "cache") == first
    lexicon.write_text(lexicon.read_text(encoding="utf-8") + "قمة,noun,sg_p=قمة;bpl=قمم,summit\n", encoding="utf-8")
    second = analyzer.prepare(lexicon, tmp_path / "cache")
    assert second != first and second.exists()
    assert "CAMELTOOLS_DATA" in os.environ  # set by the lexicon fixture's loading or by the user
    found = open_analyzer(lexicon, tmp_path / "cache").analyze("والقمم")
    assert any(a["lex"] == "قمة" for a in found)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return analyzer.open_database(SEEDS / "lexicon.csv", tmp_path_factory.mktemp("camel"))


@pytest.fixture(scope="module")
def camel(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return open_analyzer(SEEDS / "lexicon.csv", tmp_path_factory.mktemp("camel"))


def test_words_of_news_are_read_as_camel_tools_reads_them(database: Database, camel: Any) -> None:
    texts = [json.loads(line).get("text") or "" for line in (SEEDS / "sample/agencies.jsonl").read_text(encoding="utf-8").splitlines()]
    words = sorted({t.norm for text in texts for t in tokenizer.tokenize(text) if t.kind == "word"} | {"و", "ال", "وال"})
    assert [read_word(partial(analyse, database), w) for w in words] == [read_word(camel.analyze, w) for w in words]
    assert 0.1 < sum(not analyse(database, w) for w in words) / len(words) < 0.9


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_words_put_together_of_affixes_and_stems_are_read_as_camel_tools_reads_them(database: Database, camel: Any, data: st.DataObject) -> None:
    word = "".join(data.draw(st.sampled_from(sorted(part))) for part in (database.prefixes, database.stems, database.suffixes))
    assert read_word(partial(analyse, database), word) == read_word(camel.analyze, word)


def test_the_doctor_tells_a_lexicon_that_lost_its_words(tmp_path: Path) -> None:
    assert analyzer.check(SEEDS / "lexicon.csv", tmp_path / "good") == []
    poor = tmp_path / "lexicon.csv"
    poor.write_text("lemma,pos,stems,gloss\nقمة,noun,sg_p=قمة;bpl=قمم,summit\n", encoding="utf-8")
    (problem,) = analyzer.check(poor, tmp_path / "poor")
    assert "اجتمع" in problem and str(poor) in problem


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("عُقد اجتماع", "p"), ("عقدت القمة في بغداد", "p"), ("عقد الوزير اجتماعا", "a"), ("أقيمت المراسم", "p"), ("تقام القمة", "p"),
        ("يُعلن الوزير", "a"), ("واختتمت المحادثات", "p"), ("سيُعقد المؤتمر", "p"), ("افتتح الرئيس القمة", "a"),
    ],
)  # fmt: skip
def test_voice_by_form_marks_and_object(text: str, voice: str, lexicon: Lexicon) -> None:
    morph = morphology.annotate(lexicon.morphology, tokenizer.tokenize(text))[0]
    assert morph is not None and (morph.pos, morph.voice) == ("verb", voice)


@pytest.fixture
def camel_folder(tmp_path: Path) -> Path:
    """A folder of camel-tools' data with a small database of its own, as ``camel_data`` leaves one."""
    words = tmp_path / "words.csv"
    words.write_text("lemma,pos,stems,gloss\nاستشراف,noun,sg=استشراف,foresight\nتلعثم,verb,pv=تلعثم;iv=تلعثم,stutter\n", encoding="utf-8")
    folder = tmp_path / "camel"
    morphology_db.write_database(words, folder / "data" / "morphology_db" / "small" / "morphology.db")
    catalogue = {"components": {"MorphologyDB": {"default": "small", "datasets": {"small": {"path": "morphology_db/small"}}}}}
    (folder / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    return folder


def test_a_users_database_is_asked_for_words_that_ours_lacks(camel_folder: Path, lexicon: Lexicon) -> None:
    database = fuller_morphology.fuller_database(str(camel_folder))
    both = morphology.Morphology(lexicon.morphology._analyse, fuller_morphology.open_fuller(database))
    (known,) = tokenizer.tokenize("وبالاستشراف")
    assert lexicon.morphology.readings(known) == ()
    first = both.readings(known)[0]
    assert (first.lemma, first.pos, first.conjunction, first.preposition, first.definite) == ("استشراف", "noun", "و", "ب", True)
    assert both.readings(tokenizer.tokenize("اجتمع")[0]) == lexicon.morphology.readings(tokenizer.tokenize("اجتمع")[0])


def test_analyses_of_a_users_database_are_told_in_our_terms() -> None:
    calima = {"lex": "اِجْتَمَع_1", "pos": "verb", "asp": "p", "per": "3", "gen": "m", "num": "s", "vox": "p", "prc0": "0", "prc1": "0", "prc2": "wa_conj", "enc0": "3ms_dobj"}
    told = fuller_morphology.tell(calima)
    assert told is not None and (told["lex"], told["prc2"], told["enc0"], told["vox"]) == ("اجتمع", "wa", "3ms", "p")
    assert fuller_morphology.tell({"lex": "أَحْمَد_1", "pos": "noun_prop"}) is None


def test_a_folder_without_a_database_is_told_with_what_to_do(camel_folder: Path, tmp_path: Path) -> None:
    assert fuller_morphology.fuller_database(None) is None
    with pytest.raises(fuller_morphology.BadMorphology, match="unset CAMELTOOLS_DATA"):
        fuller_morphology.fuller_database(str(tmp_path / "nowhere"))
    (camel_folder / "data" / "morphology_db" / "small" / "morphology.db").unlink()
    with pytest.raises(fuller_morphology.BadMorphology, match="camel_data -i"):
        fuller_morphology.fuller_database(str(camel_folder))


def test_the_users_folder_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    monkeypatch.delenv("MAHDAR_CAMELTOOLS_DATA", raising=False)
    assert fuller_morphology.users_folder() is None
    fuller_morphology.keep_offline(tmp_path)
    assert os.environ["CAMELTOOLS_DATA"] == str(tmp_path) and fuller_morphology.users_folder() is None
    monkeypatch.setenv("CAMELTOOLS_DATA", "/opt/camel")
    fuller_morphology.keep_offline(tmp_path)
    assert fuller_morphology.users_folder() == "/opt/camel"


def test_one_calls_before_two_bid_farewell(lexicon: Lexicon) -> None:
    words = chosen(lexicon, "دعا الرئيس إلى الحوار. ودعا الوزير إلى الهدوء. وودع الضيف.")
    assert [(m.lemma, m.number) for w in ("دعا", "ودعا", "وودع") if (m := words[w]) is not None] == [("دعا", "s"), ("دعا", "s"), ("ودع", "s")]
