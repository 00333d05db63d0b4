"""What becomes of a record: identity and versions, dates and their basis, outlets, reasons for refusal."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from extract.articles.metadata import plain_url, same_site
from tests.articles.reading import ARABIC, json_ld, page, read

LISTED = {"listed": {"published": "Thu, 19 Nov 2026 08:00:00 GMT", "title": "عنوان من النشرة", "author": "كاتب", "basis": "feed"}}


def test_an_edited_page_is_the_same_article_in_another_version() -> None:
    url = "https://news.example/1"
    first, second = read(page(ARABIC), url=url), read(page(ARABIC, "وأضيف إلى الخبر أن اللقاء استمر ساعتين كاملتين."), url=url)
    assert first["article_id"] == second["article_id"] and first["content_sha256"] != second["content_sha256"]


@pytest.mark.parametrize(
    "url",
    ["https://news.example/1?utm_source=x&fbclid=3", "https://NEWS.example:443/1#top", "HTTPS://news.example/1", "https://news.example/1?utm_medium=rss"],
)
def test_a_url_written_otherwise_is_the_same_article(url: str) -> None:
    assert read(page(ARABIC), url=url)["article_id"] == read(page(ARABIC), url="https://news.example/1")["article_id"]


@pytest.mark.parametrize("url", ["https://news.example/1?id=2", "https://news.example/2", "https://news.example/1/", "http://news.example/1"])
def test_another_url_is_another_article(url: str) -> None:
    assert read(page(ARABIC), url=url)["article_id"] != read(page(ARABIC), url="https://news.example/1")["article_id"]


def test_the_canonical_url_counts_within_its_site() -> None:
    own = '<link rel="canonical" href="/politics/1">'
    assert read(page(ARABIC, head=own), url="https://m.news.example/1?amp=1")["url"] == "https://m.news.example/politics/1"
    foreign = '<link rel="canonical" href="https://other.example/politics/1">'
    assert read(page(ARABIC, head=foreign), url="https://news.example/1")["url"] == "https://news.example/1"
    home = '<link rel="canonical" href="https://news.example/">'
    assert read(page(ARABIC, head=home), url="https://news.example/1")["url"] == "https://news.example/1"


def test_urls_of_one_site() -> None:
    assert same_site("https://www.news.example/1", "http://m.news.example/2") and same_site("https://ar.news.example", "https://news.example")
    assert not same_site("https://news.example", "https://evilnews.example") and not same_site("no url", "neither")
    assert plain_url("http://[broken") == "http://[broken" and plain_url("news") == "news"


@pytest.mark.parametrize(
    ("head", "headers", "body", "basis", "day"),
    [
        (json_ld(datePublished="2026-11-18T10:00:00+03:00"), LISTED, ARABIC, "metadata", 18),
        ('<meta content="2026-11-17" property="article:published_time">', LISTED, ARABIC, "metadata", 17),
        ("", LISTED, ARABIC, "feed", 19),
        (json_ld(datePublished="soon"), LISTED, ARABIC, "feed", 19),
        ('<meta name="date" content="2026-11-16">', {}, ARABIC, "page", 16),
        ("", {}, f"الأحد 15 تشرين الثاني 2026</p><p>{ARABIC}", "text", 15),
        ("", {}, ARABIC, "unknown", None),
        ("", {}, ARABIC + "</p><p>جميع الحقوق محفوظة 2019", "unknown", None),
    ],
)
def test_the_order_in_which_dates_are_believed(head: str, headers: dict, body: str, basis: str, day: int | None) -> None:
    found = read(page(body, head=head), headers=json.dumps(headers))
    assert found["published_basis"] == basis
    assert found["published_at"] is None if day is None else found["published_at"].date() == dt.date(2026, 11, day)


def test_what_the_feed_said_stands_in_for_the_page() -> None:
    found = read(page(ARABIC), headers=json.dumps(LISTED))
    assert (found["title"], found["author"]) == ("عنوان من النشرة", "كاتب")


def test_outlets() -> None:
    head = '<meta property="og:site_name" content="صحيفة">'
    url = "https://www.news.example/1"
    assert read(page(ARABIC, head=head))["source_id"] == "صحيفة"
    assert read(page(ARABIC, head=head), url=url)["source_id"] == "news.example"
    assert read(page(ARABIC, head=head), url=url, status=200)["source_id"] is None, "the source's own id"
    assert read(page(ARABIC, head=head), url=url, status=200, part="17")["source_id"] == "news.example", "a web archive"
    assert read(json.dumps({"text": ARABIC, "source": "wire"}), "record")["source_id"] == "wire"


@pytest.mark.parametrize(
    ("title", "heads", "expected"),
    [
        ("<title>خبر اليوم الكبير | شبكة الأفق</title>", "<h1>خبر اليوم الكبير</h1>", "خبر اليوم الكبير"),
        ('<title>x</title><meta property="og:title" content="خبر اليوم الكبير - الأفق"><meta property="og:site_name" content="الأفق">', "", "خبر اليوم الكبير"),
        ("<title>وكالة : خبر اليوم الكبير والمهم</title>", "", "خبر اليوم الكبير والمهم"),
        ("", "<h1>خبر اليوم الكبير</h1>", "خبر اليوم الكبير"),
        ("", "", None),
    ],
)
def test_titles(title: str, heads: str, expected: str | None) -> None:
    assert read(page(ARABIC, head=title).replace("<article>", "<article>" + heads))["title"] == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (json_ld(author={"@type": "Person", "name": "ليلى حداد"}), "", "ليلى حداد"),
        (json_ld(author=[{"name": "ليلى حداد"}, {"name": "سامر"}]), "", "ليلى حداد"),
        ('<meta name="author" content="كتب: ليلى حداد">', "", "ليلى حداد"),
        ('<meta property="article:author" content="https://social.example/l">', "<span class='byline'>بقلم ليلى حداد</span>", "ليلى حداد"),
        ("", "<a rel='author' href='/l'>ليلى حداد</a>", "ليلى حداد"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "author": </script>', "", None),
    ],
)
def test_authors(head: str, body: str, expected: str | None) -> None:
    assert read(page(ARABIC, head=head).replace("<article>", "<article>" + body))["author"] == expected


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [
        (page(), "html", "not_arabic"),
        (page("The ministers met in Cairo and discussed the situation in the region at length."), "html", "not_arabic"),
        (page("استقبالات ومحادثات دبلوماسية متواصلة للوزير المصري."), "html", "too_short"),
        (page(ARABIC).replace("<article>", "<article>" + "<b>" * 70_000), "html", "bad_markup"),
        (page(ARABIC).replace("<p>", "<p " + " ".join(f"a{n}=1" for n in range(5000)) + ">"), "html", "bad_markup"),
        (json.dumps({"text": " \n "}), "record", "no_text"),
        (json.dumps({"text": ["نص"]}), "record", "no_text"),
        (json.dumps({"html": "<p></p>"}), "record", "no_text"),
        ("كلمة " * 500_000, "text", "too_large"),
        (bytes(range(128, 256)) * 9, "text", None),
    ],
)
def test_reasons(data: str | bytes, kind: str, reason: str | None) -> None:
    found = read(data, kind)
    assert found.get("reason") == reason if reason else "reason" in found


def test_deep_markup_is_read_in_time() -> None:
    assert read(page(ARABIC).replace("<p>", "<div>" * 20_000 + "<p>"))["reason"] == "no_text"


def test_what_no_file_can_hold_is_left_out() -> None:
    fields = {k: f"{v}\ud800\0" for k, v in {"url": "https://news.example/1", "author": "ليلى", "source": "wire", "title": "عنوان"}.items()}
    found = read(json.dumps(fields | {"text": f"The minister said so.\ud800\n{ARABIC} {ARABIC}\n" + "He met him. " * 40}), "record")
    assert (found["url"], found["author"], found["source_id"], found["title"]) == ("https://news.example/1", "ليلى", "wire", "عنوان")
    assert json.dumps(found, default=str, ensure_ascii=False).encode() and "\0" not in str(found)
