"""What is expected of clean articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.declare import expect, holds, usual
from expectations.frames import UNACCOUNTED, Frame
from expectations.history import usual_frame

ARTICLES = Frame(
    "articles",
    r"""SELECT article_id, n_words, source_id || ': ' || left(coalesce(title, text), 80) AS shows,
              length(regexp_replace(left(text, 2500), '[^\x{0621}-\x{064A}]+', '', 'g'))
                / greatest(1, length(regexp_replace(left(text, 2500), '[^\p{L}]+', '', 'g'))) AS arabic_share,
              coalesce(published_at <= fetched_at + INTERVAL 2 DAY, true) AS not_from_future,
              coalesce(year(published_at) >= coalesce(o.first_year, 1995), true) AS not_before_source,
              NOT (contains(text, '<') AND regexp_matches(text, '</?(p|div|a|span|br|li|img|script)\b')
                   OR contains(text, '&') AND regexp_matches(text, '&(nbsp|amp|quot|lt|gt|#\d+);')
                   OR contains(text, '{"@') OR contains(text, 'function(')) AS plain_text,
              NOT regexp_matches(right(text, 40), '(\.\.\.|…|\[…\]|(اقرأ|قراءة|لقراءة) المزيد)\s*$') AS whole,
              len(list_distinct(paragraphs)) >= 0.7 * len(paragraphs) AS said_once
       FROM (SELECT *, list_filter(string_split(text, chr(10)), lambda x: length(x) > 20) AS paragraphs FROM articles)
       LEFT JOIN outlets AS o USING (source_id)""",
    key="article_id",
    table="articles",
)
# A copy repeats the lines of its original and is no sign of clutter.
LINES = Frame(
    "lines",
    """WITH originals AS (SELECT * FROM articles WHERE article_id NOT IN (SELECT other_article_id FROM duplicate_pairs)),
            sizes AS (SELECT source_id, count(*) AS n_articles FROM originals GROUP BY 1 HAVING count(*) >= 20),
            lines AS (SELECT DISTINCT source_id, article_id, unnest(string_split(text, chr(10))) AS line FROM originals)
       SELECT source_id || ': «' || line || '»' AS line, count(*) AS n, any_value(n_articles) AS n_articles, count(*) / any_value(n_articles) AS share,
              'in ' || count(*) || ' of ' || any_value(n_articles) || ' articles: ' || array_to_string(min(article_id, 5), ', ') AS shows
       FROM lines JOIN sizes USING (source_id) WHERE length(line) BETWEEN 10 AND 250
       GROUP BY source_id, line HAVING count(*) >= 5 ORDER BY share DESC""",
    key="line",
    batched=False,
)
SOURCES = Frame(
    "sources",
    """WITH titles AS (SELECT source_id, title, count(*) AS n, array_to_string(min(article_id, 5), ', ') AS ids FROM articles
                       WHERE title IS NOT NULL GROUP BY ALL),
            times AS (SELECT source_id, published_at, count(*) AS n, array_to_string(min(article_id, 5), ', ') AS ids FROM articles
                      WHERE published_at::TIME <> '00:00' GROUP BY ALL)
       SELECT source_id, max(t.n) / any_value(s.n) AS share_of_title, coalesce(any_value(p.n) / any_value(s.n), 0) AS share_of_time,
              'title «' || left(arg_max(t.title, t.n), 60) || '», time ' || coalesce(any_value(p.published_at)::VARCHAR, 'none') || ': '
                || arg_max(t.ids, t.n) AS shows
       FROM (SELECT source_id, count(*) AS n FROM articles GROUP BY 1 HAVING count(*) >= 10) AS s
       LEFT JOIN titles AS t USING (source_id)
       LEFT JOIN (SELECT * FROM times QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY n DESC, published_at) = 1) AS p USING (source_id)
       GROUP BY source_id ORDER BY source_id""",
    key="source_id",
    batched=False,
)
ACCOUNTS = Frame("accounts", UNACCOUNTED.format(articles=""), key="source_id", batched=False)


def _share(name: str, condition: str, kind: str = "share") -> Frame:
    """The usual share of a source's articles that meet ``condition``."""
    return usual_frame(
        name,
        kind,
        f"""SELECT source_id AS subject, avg(({condition})::INT) AS value, count(*) AS n,
                   coalesce(array_to_string(min(article_id, 5) FILTER ({condition}), ', '), '') AS rows
            FROM articles GROUP BY 1 HAVING count(*) >= 10""",
    )


COUNTS = usual_frame(
    "outlet_gives_usual_count",
    "count",
    "SELECT source_id AS subject, count(*) AS value, count(*) AS n, array_to_string(min(article_id, 5), ', ') AS rows FROM articles GROUP BY 1",
)
LENGTHS = usual_frame(
    "outlet_gives_usual_length",
    "size",
    """SELECT source_id AS subject, median(n_words) AS value, count(*) AS n, array_to_string(min(article_id, 5), ', ') AS rows
       FROM articles GROUP BY 1 HAVING count(*) >= 10""",
)
UNDATED = _share("undated_share_is_usual", "published_basis = 'unknown'")
BASES = usual_frame(
    "published_basis_is_usual",
    "mix",
    """SELECT published_basis AS subject, count(*) / sum(count(*)) OVER () AS value, sum(count(*)) OVER () AS n,
              array_to_string(min(article_id, 5), ', ') AS rows FROM articles WHERE published_basis <> 'unknown' GROUP BY 1""",
)
UNTITLED = _share("untitled_share_is_usual", "title IS NULL")
COPIES = _share("copy_share_is_usual", "article_id IN (SELECT other_article_id FROM duplicate_pairs)")


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    yield ARTICLES, [
        expect("ExpectColumnValuesToBeBetween", "article_is_arabic", "critical",
               "At least two fifths of an article's first letters are Arabic.", "The language check of the cleaner let another language through, and it cannot be read.",
               "Look at the article's page; a source in another language does not belong in sources.yml.", column="arabic_share", min_value=0.4),
        expect("ExpectColumnValuesToBeBetween", "article_has_length", "warning",
               "Nine articles of ten have 15 words or more.", "Articles of a few words are teasers, or leftovers of a page whose body was not found.",
               "Open the page of one of them; the page's body is not where the extraction looks.", column="n_words", min_value=15, mostly=0.9),
        expect("ExpectColumnValuesToBeBetween", "article_not_glued", "warning",
               "An article has 12,000 words or fewer.", "A page of many articles was read as one, and all its dates and places as one event's.",
               "Open its page; if it is a list, leave it out of the source.", column="n_words", max_value=12_000),
        holds("not_from_future", "article_not_from_future", "warning",
              "An article was not published two days or more after it was fetched.", "Its date is wrong, and so is every «yesterday» in it.",
              "Look how the source writes dates: day and month may be swapped, or the Hijri year read as Gregorian."),
        holds("not_before_source", "article_not_before_source", "warning",
              "An article is not older than its outlet's site (1995 where expectations/outlets.csv does not know it).",
              "Its date is wrong: an epoch of zero, a template's date, a Hijri year.", "Look at the page's own date; correct outlets.csv where the outlet is older."),
        holds("plain_text", "article_is_plain_text", "warning",
              "An article's text holds no markup.", "Tags and entities between words break names and quotes.",
              "Look where the page's body begins; the source may escape its HTML twice."),
        holds("whole", "article_is_whole", "warning",
              "Seven articles of ten end with a sentence, not with «…» or «read more».", "A feed that gives beginnings alone hides most events.",
              "Fetch the pages that the feed links to instead of its texts.", mostly=0.7),
        holds("said_once", "article_says_it_once", "warning",
              "In 98 articles of 100 hardly any paragraph comes twice.", "A body extracted twice doubles every event in it.",
              "Open the page: it may carry the text once for print or for phones.", mostly=0.98),
    ]  # fmt: skip
    yield LINES, [
        expect("ExpectColumnValuesToBeBetween", "line_not_in_many_articles", "warning",
               "No line comes in five articles and a twentieth of a source's articles.", "Such a line is the site's clutter and not the article's.",
               "Add a pattern for the line that the message names to seeds/residue.csv.", column="share", max_value=0.05),
    ]  # fmt: skip
    yield SOURCES, [
        expect("ExpectColumnValuesToBeBetween", "source_titles_differ", "warning",
               "At most three of ten titles of a source are the same.", "The site's name was taken for the headline.",
               "Look at the page's title and og:title.", column="share_of_title", max_value=0.3),
        expect("ExpectColumnValuesToBeBetween", "source_times_differ", "warning",
               "At most half of a source's articles have the very same time of publication.", "The time of the fetch, or of the page, was taken for the article's.",
               "Look at the page's own dates; prefer the feed's.", column="share_of_time", max_value=0.5),
    ]  # fmt: skip
    yield ACCOUNTS, [
        expect("ExpectColumnValuesToBeInSet", "every_record_is_accounted_for", "critical",
               "Every record became an article, went to quarantine or is a repetition of one that did.", "Nothing may be dropped in silence.",
               "The cleaning lost records: run tests/articles, then clear the task.", column="n_lost", value_set=[0]),
    ]  # fmt: skip
    why_share = "The source has changed its pages, or the cleaning reads them otherwise than last night."
    look = "Open one of the articles beside its page."
    yield COUNTS, [usual("outlet_gives_usual_count", "articles of an outlet", "An outlet has about as many articles as usual.",
                         "What was received and does not become articles is lost to readers.", "Look at the quarantine's reasons: `mahdar status`.")]  # fmt: skip
    yield LENGTHS, [usual("outlet_gives_usual_length", "median words an article of an outlet", "An outlet's articles are about as long as usual.", why_share, look)]
    yield UNDATED, [usual("undated_share_is_usual", "share of an outlet's articles without a date", "About as many articles as usual have no date.",
                          "Without it no «yesterday» can be read.", look)]  # fmt: skip
    yield BASES, [usual("published_basis_is_usual", "share of the dated articles that are dated by", "Dates come from the page, the feed and the text about as usual.",
                        "A basis that swells or goes away shows a changed feed or page.", look)]  # fmt: skip
    yield UNTITLED, [usual("untitled_share_is_usual", "share of an outlet's articles without a title", "About as many articles as usual have no title.", why_share, look)]
    yield COPIES, [usual("copy_share_is_usual", "share of an outlet's articles that are copies", "About as many articles as usual are copies.",
                         "A source that copies all at once repeats itself or another's feed.", look)]  # fmt: skip
