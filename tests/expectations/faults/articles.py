"""Broken articles."""

from __future__ import annotations

import datetime as dt

from tests.expectations.faults.registry import fault, of
from tests.expectations.nights import Rows

LINE = "اشترك في نشرتنا البريدية ليصلك كل جديد"


@fault("articles", "article_is_arabic", "critical")
def english_article(night: Rows) -> None:
    night["articles"][3]["text"] = "The ministers met in the capital and discussed a range of matters of mutual interest. " * 4


@fault("articles", "article_has_length")
def teasers(night: Rows) -> None:
    for article in night["articles"][::6]:
        article["n_words"] = 9


@fault("articles", "article_not_glued")
def a_hundred_articles_in_one(night: Rows) -> None:
    night["articles"][3]["n_words"] = 40_000


@fault("articles", "article_not_from_future")
def day_and_month_swapped(night: Rows) -> None:
    night["articles"][3]["published_at"] = night["articles"][3]["fetched_at"] + dt.timedelta(days=40)


@fault("articles", "article_not_before_source")
def epoch_of_zero(night: Rows) -> None:
    night["articles"][3]["published_at"] = dt.datetime(1970, 1, 1)


@fault("articles", "article_not_before_source")
def before_the_outlet_began(night: Rows) -> None:
    night["articles"][3] |= {"source_id": "alarabiya", "published_at": dt.datetime(2001, 5, 1)}


@fault("articles", "article_is_plain_text")
def markup_left(night: Rows) -> None:
    night["articles"][3]["text"] += '\n<p class="body">التقى الوزير</p>'


@fault("articles", "article_is_plain_text")
def entities_left(night: Rows) -> None:
    night["articles"][3]["text"] = night["articles"][3]["text"].replace(" ", "&nbsp;")


@fault("articles", "article_is_whole")
def beginnings_alone(night: Rows) -> None:
    for article in night["articles"][::2]:
        article["text"] = article["text"][:-5] + " …"


@fault("articles", "article_says_it_once")
def body_twice(night: Rows) -> None:
    for article in night["articles"][:10]:
        article["text"] += "\n" + article["text"]


@fault("articles", "line_not_in_many_articles")
def clutter_line(night: Rows) -> None:
    for article in of(night["articles"], "wire-a")[:8]:
        article["text"] += "\n" + LINE


@fault("articles", "source_titles_differ")
def site_name_as_title(night: Rows) -> None:
    for article in of(night["articles"], "gulf-c"):
        article["title"] = "الخليج | الصفحة الرئيسية"


@fault("articles", "source_times_differ")
def time_of_the_fetch_as_publication(night: Rows) -> None:
    for article in of(night["articles"], "gulf-c"):
        if article["published_at"]:
            article["published_at"] = article["fetched_at"]


@fault("articles", "every_record_is_accounted_for", "critical")
def lost_record(night: Rows) -> None:
    night["raw_records"].append(night["raw_records"][3] | {"raw_id": "raw-lost"})


@fault("articles", "outlet_gives_usual_count")
def outlet_gone(night: Rows) -> None:
    night["repeats"] += [{"raw_id": a["raw_id"], "article_id": a["article_id"]} for a in of(night["articles"], "wire-a")]
    night["articles"] = [a for a in night["articles"] if a["source_id"] != "wire-a"]


@fault("articles", "outlet_gives_usual_length")
def captions_read_as_body(night: Rows) -> None:
    for article in of(night["articles"], "wire-a"):
        article["n_words"] = 20


@fault("articles", "undated_share_is_usual")
def dates_not_found(night: Rows) -> None:
    for article in of(night["articles"], "site-d"):
        article |= {"published_at": None, "published_basis": "unknown"}


@fault("articles", "published_basis_is_usual")
def feed_dates_gone(night: Rows) -> None:
    for article in night["articles"]:
        if article["published_basis"] == "feed":
            article["published_basis"] = "page"


@fault("articles", "untitled_share_is_usual")
def titles_not_found(night: Rows) -> None:
    for article in of(night["articles"], "daily-b"):
        article["title"] = None


@fault("articles", "copy_share_is_usual")
def source_copies_another(night: Rows) -> None:
    originals = [a["article_id"] for a in of(night["articles"], "wire-a")]
    night["duplicate_pairs"] += [
        {"article_id": o, "other_article_id": a["article_id"], "jaccard": 1.0} for o, a in zip(originals, of(night["articles"], "daily-b"), strict=False)
    ]
