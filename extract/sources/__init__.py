"""Sources: from an entry of sources.yml to raw records. One short module a kind of source."""

from extract.sources.fetch import FetchResult, fetch_source, read_sources

__all__ = ["FetchResult", "fetch_source", "read_sources"]
