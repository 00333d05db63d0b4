"""The data contract between the steps: vocabulary, Parquet schemas and file names.

A step reads the files of the step before and writes its own; nothing else passes between them but paths and
counts. The published tables of the warehouse are described in ``dbt/models``; what stands here is what the
Python steps write and the loader puts into the DuckDB schema ``raw``, column by column, under the same name.
Spans are code points of ``articles.text``, half open. Times are UTC.
"""

from __future__ import annotations

import pyarrow as pa

MEETING_KINDS = (
    "summit", "ministerial", "bilateral", "visit", "call", "conference", "negotiation", "session", "signing", "other",
)
MEETING_STATUSES = ("held", "planned", "proposed", "cancelled", "refused")
DATE_PRECISIONS = ("day", "week", "month", "year", "unknown")
DATE_BASES = ("explicit", "relative", "publication", "inferred")
CAPACITIES = (
    "host", "organiser", "chair", "attendee", "guest", "mediator", "signatory", "invited", "declined", "absent",
)
PLEDGE_STATUSES = ("pledged", "delivered", "requested", "called_for", "considered", "refused")
PLEDGE_KINDS = ("financial", "humanitarian", "military", "spending", "cooperation", "institutional", "other")
PARTY_ROLES = ("pledger", "recipient", "beneficiary", "requester", "addressee", "intermediary")
ATTRIBUTIONS = ("narrator", "direct", "indirect", "unnamed")
PUBLISHED_BASES = ("metadata", "feed", "page", "text", "unknown")
LANGUAGES = ("ar",)

_TIME = pa.timestamp("us")  # UTC, without a zone: DuckDB reads it as TIMESTAMP


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema([pa.field(name, type_) for name, type_ in columns.items()])


# One row per thing received (a page, a feed entry, a line of a drop, a WARC record).
RAW_RECORDS = _schema(
    raw_id=pa.string(),  # sha256 of source_id, url and the bytes' sha256
    source_id=pa.string(), url=pa.string(), external_id=pa.string(),
    kind=pa.string(),  # html | text | record (a JSON object with the drop's fields) | entry (a feed entry as JSON)
    status=pa.int32(), headers=pa.string(),  # HTTP status, headers as JSON; null for files
    fetched_at=_TIME, sha256=pa.string(), n_bytes=pa.int64(),
    object_path=pa.string(),  # relative to raw/; the bytes as received, gzip never undone
    part=pa.string(),  # which part of the object this is: line number, entry number, WARC offset; null for the whole
    run_id=pa.string(),
)

# One row per version of an article; (article_id, content_sha256) is the key.
ARTICLES = _schema(
    article_id=pa.string(), external_id=pa.string(), source_id=pa.string(), url=pa.string(), title=pa.string(),
    author=pa.string(), published_at=_TIME, published_basis=pa.string(), fetched_at=_TIME, language=pa.string(),
    text=pa.string(), n_words=pa.int32(), content_sha256=pa.string(), removed_text=pa.string(),
    raw_id=pa.string(), run_id=pa.string(),
)

# Pairs of near or exact copies, older or smaller id first; dbt makes clusters, duplicate_of and cluster_size of them.
DUPLICATE_PAIRS = _schema(
    article_id=pa.string(), other_article_id=pa.string(), jaccard=pa.float64(), containment=pa.float64(),
    run_id=pa.string(),
)

# Records of the night that hold an article which another of its records gave already: read, and not kept twice. Checked
# and not loaded.
REPEATS = _schema(raw_id=pa.string(), article_id=pa.string())

# What reading one raw record gave: an article, or the reason why it holds none; with the record's source and address. A row
# of the clean step's part files, which its last task merges; not loaded.
OUTCOMES = pa.schema([*ARTICLES, *_schema(received_from=pa.string(), address=pa.string(), reason=pa.string(), detail=pa.string())])

QUARANTINE = _schema(
    quarantine_id=pa.string(),  # sha256 of step, address and reason
    step=pa.string(),  # fetch | clean | extract | load | check
    reason=pa.string(),  # one word or snake_case phrase: empty, not_arabic, broken_json, binary, too_large …
    detail=pa.string(),  # a sentence for a person: what is wrong with which input and what to do
    source_id=pa.string(), address=pa.string(),  # path or URL of the input, with #line where there is one
    article_id=pa.string(), raw_id=pa.string(), quarantined_at=_TIME, run_id=pa.string(),
)

MEETING_REPORTS = _schema(
    meeting_report_id=pa.string(), article_id=pa.string(), content_sha256=pa.string(), kind=pa.string(),
    status=pa.string(), start_date=pa.date32(), end_date=pa.date32(), date_precision=pa.string(),
    date_basis=pa.string(), date_text=pa.string(), city=pa.string(), country_code=pa.string(), host_id=pa.string(),
    series=pa.string(), ordinal=pa.int32(), topics_ar=pa.list_(pa.string()), outcome_ar=pa.string(),
    quote=pa.string(), start_char=pa.int32(), end_char=pa.int32(), rule=pa.string(), confidence=pa.float64(),
    extractor_version=pa.string(), run_id=pa.string(),
)

PARTICIPANT_REPORTS = _schema(
    meeting_report_id=pa.string(), article_id=pa.string(), participant_no=pa.int32(), person_id=pa.string(),
    person_name_ar=pa.string(), person_name_en=pa.string(), role=pa.string(), role_ar=pa.string(),
    actor_id=pa.string(), actor_name_ar=pa.string(), actor_name_en=pa.string(), capacity=pa.string(),
    is_collective=pa.bool_(), quote=pa.string(), start_char=pa.int32(), end_char=pa.int32(), rule=pa.string(),
    confidence=pa.float64(), run_id=pa.string(),
)

PLEDGE_REPORTS = _schema(
    pledge_report_id=pa.string(), article_id=pa.string(), content_sha256=pa.string(), meeting_report_id=pa.string(),
    status=pa.string(), kind=pa.string(), item_ar=pa.string(), amount=pa.float64(), amount_max=pa.float64(),
    currency=pa.string(), amount_text=pa.string(), is_approximate=pa.bool_(), quantity=pa.float64(),
    unit=pa.string(), announced_date=pa.date32(), due_date=pa.date32(), condition_ar=pa.string(),
    speaker_id=pa.string(), attribution=pa.string(), quote=pa.string(), start_char=pa.int32(), end_char=pa.int32(),
    rule=pa.string(), confidence=pa.float64(), extractor_version=pa.string(), run_id=pa.string(),
)

PLEDGE_REPORT_PARTIES = _schema(
    pledge_report_id=pa.string(), article_id=pa.string(), party_no=pa.int32(), role=pa.string(), actor_id=pa.string(),
    actor_name_ar=pa.string(), person_id=pa.string(), run_id=pa.string(),
)

# Articles that were read, with or without a report: replaces the reports of an earlier extractor version.
READINGS = _schema(
    article_id=pa.string(), content_sha256=pa.string(), extractor_version=pa.string(), n_meetings=pa.int32(),
    n_pledges=pa.int32(), run_id=pa.string(),
)

# The index of full-text search: how often an article has a lemma, and the lemma of each word ever read ("" for a
# function word). Letters are folded (extract/arabic/normalizer.py).
ARTICLE_LEMMAS = _schema(article_id=pa.string(), lemma=pa.string(), n=pa.int32())
WORD_LEMMAS = _schema(word=pa.string(), lemma=pa.string())

QUALITY_RESULTS = _schema(
    run_id=pa.string(), suite=pa.string(),  # raw | articles | reports | marts
    expectation=pa.string(), column_name=pa.string(), severity=pa.string(),  # critical | warning
    success=pa.bool_(), observed=pa.string(), expected=pa.string(), n_rows=pa.int64(), n_failing=pa.int64(),
    sample_ids=pa.list_(pa.string()), meaning=pa.string(), message=pa.string(), checked_at=_TIME,
)

# One row a run; counts as a JSON object of step → {name: number}.
RUNS = _schema(
    run_id=pa.string(), day=pa.date32(), started_at=_TIME, finished_at=_TIME, status=pa.string(),  # succeeded | failed
    counts=pa.string(), message=pa.string(),
)

# Table name in the schema `raw` → its Parquet schema. A step writes `<table>.parquet` (or several
# `<table>-<batch>.parquet`) into its folder below `runs/<run_id>/`.
TABLES: dict[str, pa.Schema] = {
    "raw_records": RAW_RECORDS,
    "articles": ARTICLES,
    "duplicate_pairs": DUPLICATE_PAIRS,
    "quarantine": QUARANTINE,
    "meeting_reports": MEETING_REPORTS,
    "participant_reports": PARTICIPANT_REPORTS,
    "pledge_reports": PLEDGE_REPORTS,
    "pledge_report_parties": PLEDGE_REPORT_PARTIES,
    "readings": READINGS,
    "article_lemmas": ARTICLE_LEMMAS,
    "word_lemmas": WORD_LEMMAS,
    "quality_results": QUALITY_RESULTS,
    "runs": RUNS,
}
