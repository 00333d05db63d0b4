"""Event extraction: what one article reports of meetings and pledges, each row with its quote, rule and confidence."""

from extract.events.reports import EXTRACTOR_VERSION, read_article

__all__ = ["EXTRACTOR_VERSION", "read_article"]
