"""What is expected of clean articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from expectations.frames import Frame

ARTICLES = Frame(
    "articles",
    r"""SELECT article_id, source_id, n_words,
              length(regexp_replace(text, '[^\x{0621}-\x{064A}]', '', 'g'))
                / greatest(1, length(regexp_replace(text, '[^\p{L}]', '', 'g'))) AS arabic_share,
              date_diff('hour', fetched_at, published_at) AS hours_after_fetch,
              published_basis, title
       FROM articles""",
    key="article_id",
)


def suite() -> Iterator[tuple[Frame, list[Any]]]:
    """Frames with their expectations."""
    import great_expectations.expectations as gxe

    yield ARTICLES, [
        gxe.ExpectColumnValuesToBeBetween(
            column="arabic_share", min_value=0.5, severity="critical", meta={"name": "article_is_arabic"},
            notes="Fewer than half of an article's letters are Arabic: the language check of the cleaner let it through."),
        gxe.ExpectColumnValuesToBeBetween(
            column="n_words", min_value=15, mostly=0.9, severity="warning", meta={"name": "article_has_length"},
            notes="Articles of a few words are teasers or leftovers of a page whose body was not found."),
        gxe.ExpectColumnValuesToBeBetween(
            column="hours_after_fetch", max_value=48, severity="warning", meta={"name": "article_not_from_future"},
            notes="An article published days after it was fetched has a wrong date, and so have its relative dates."),
    ]  # fmt: skip
