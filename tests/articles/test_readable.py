"""A page's text as a person reads it: paragraphs, tables and lists; another extractor where the first finds nothing; mojibake."""

from __future__ import annotations

import json

import pytest

from extract.articles.page import extract_article
from tests.articles.reading import ARABIC, page, read

PARAGRAPHS = [f"{ARABIC} وهذه الفقرة رقم {n} من الخبر." for n in range(4)]
TABLE = "<table><tr><th>الدولة</th><th>المبلغ</th></tr><tr><td>فرنسا</td><td>20 مليون يورو</td></tr><tr><td>ألمانيا</td><td>30 مليون يورو</td></tr></table>"
LISTS = "<ul><li>تعزيز التعاون في مجال الطاقة</li><li>إرسال مساعدات إنسانية عاجلة</li></ul><ol><li>أولا عقد اجتماع</li><li>ثانيا توقيع اتفاق</li></ol>"


def test_tables_and_lists_stay_readable_at_their_place() -> None:
    parts = [f"<p>{PARAGRAPHS[0]}</p>", TABLE, f"<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>", LISTS, f"<p>{PARAGRAPHS[3]}</p>"]
    assert read(f"<html><body><article>{''.join(parts)}</article></body></html>")["text"].split("\n") == [
        PARAGRAPHS[0],
        "| الدولة | المبلغ |", "|---|---|", "| فرنسا | 20 مليون يورو |", "| ألمانيا | 30 مليون يورو |",
        *PARAGRAPHS[1:3],
        "- تعزيز التعاون في مجال الطاقة", "- إرسال مساعدات إنسانية عاجلة", "- أولا عقد اجتماع", "- ثانيا توقيع اتفاق",
        PARAGRAPHS[3],
    ]  # fmt: skip


def test_resiliparse_reads_where_trafilatura_finds_nothing() -> None:
    assert extract_article(f"<html><body><div class='comments'><p>{PARAGRAPHS[0]}</p></div></body></html>")["text"] == PARAGRAPHS[0]


@pytest.mark.parametrize("kind", ["entry", "record"])
@pytest.mark.parametrize("wrong", ["latin-1", "windows-1256"])
def test_mojibake_in_feeds_and_exports_is_repaired(kind: str, wrong: str) -> None:
    title, text = "التقى وزير الخارجية المصري نظيره التركي", ARABIC.replace(".", "")
    fields = {"title": title, "html": page(text), "url": "https://news.example/1"}
    found = read(json.dumps({k: v.encode().decode(wrong) for k, v in fields.items()}), kind, url=fields["url"], status=200)
    assert (found["title"], found["text"]) == (title, text)
