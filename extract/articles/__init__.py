"""Articles: from raw records to clean articles, one version of one article a row."""

from extract.articles.clean import CleanResult, clean_records
from extract.articles.page import extract_article

__all__ = ["CleanResult", "clean_records", "extract_article"]
