"""What sites leave in a text goes, and is kept beside; the article stays."""

from __future__ import annotations

import pytest

from extract.articles.residue import above_headline, credited, patterns, remove_residue
from tests.articles.reading import ARABIC
from tests.conftest import PROJECT

LINES = patterns(PROJECT / "seeds/residue.csv")


@pytest.mark.parametrize(
    "line",
    [
        "مشاركة :", "أخبار ذات صلة", "شاركها.", "© 2026 الموقع. جميع الحقوق محفوظة.", "Exit mobile version", "[إعلان 2]", "رابط المصدر", "تعليق (0)",
        "حول الموقع", "اقرأ أيضا…", "اقرأ أيضا: عنوان خبر آخر", "#وسم_من_الوسوم #آخر", "// انتهى //", "الوسوم: مصر، تركيا", "فيسبوك تويتر واتساب",
        "اشترك في النشرة البريدية", "\u200fمشاركة\u200e :",
    ],
)  # fmt: skip
def test_residue_goes_and_is_kept_beside(line: str) -> None:
    text, removed = remove_residue(f"{ARABIC}\n{line}\n{ARABIC} ثم غادرا.", LINES)
    assert text == f"{ARABIC}\n{ARABIC} ثم غادرا." and len(removed) == 1


@pytest.mark.parametrize(
    "line",
    [
        "شاركت مصر في المؤتمر بوفد رفيع المستوى برئاسة وزير الخارجية.", "اقرأ الوزير البيان الختامي أمام الصحفيين في القاعة الكبرى", "رابط الصداقة بين البلدين قديم",
        "تعليقات الوزراء جاءت متباينة بشأن الخطة المقترحة لوقف النار", "حول الموقع الجديد للسفارة قال الوزير إنه قريب من مقر الحكومة",
    ],
)  # fmt: skip
def test_sentences_stay(line: str) -> None:
    assert remove_residue(f"{ARABIC}\n{line}", LINES) == (f"{ARABIC}\n{line}", [])


def test_the_lead_told_twice() -> None:
    assert remove_residue(f"{ARABIC}\nجملة.\n{ARABIC}", LINES) == (f"{ARABIC}\nجملة.", [ARABIC])


def test_codes_behind_the_end_mark() -> None:
    assert remove_residue(f"{ARABIC}\n// انتهى //\n12:31 ت م\n0042", LINES) == (ARABIC, ["// انتهى //", "12:31 ت م", "0042"])


def test_credit_and_site_name() -> None:
    text, removed = remove_residue(f"سام برس\n{ARABIC}\nجملة.\nسام برس", LINES)
    assert (text, removed) == (f"{ARABIC}\nجملة.", ["سام برس", "سام برس"])
    text, removed = remove_residue(f"{ARABIC}\nجملة.\nأخرى.\nمحمد الناصر (بوابة الساحل)", LINES)
    assert credited(removed) == "محمد الناصر" and text.endswith("أخرى.")


def test_characters() -> None:
    assert remove_residue("ﻻ\u200bإ\u200fله\u00a0إلا\u00ad \ud800هو\x00", LINES)[0] == "لاإله إلا هو"


def test_menus_above_the_headline() -> None:
    assert above_headline("الرئيسية | أخبار\nالعنوان\nالنص", "العنوان") == ("العنوان\nالنص", ["الرئيسية | أخبار"])
    assert above_headline(f"{ARABIC * 2}\nالعنوان", "العنوان")[1] == []
    assert above_headline("النص", None) == ("النص", [])
