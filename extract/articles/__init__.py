"""Articles: from raw records to clean articles, one version of one article a row."""

from extract.articles.clean import clean_all, clean_batch
from extract.articles.deduplicate import deduplicate
from extract.articles.page import extract_article

__all__ = ["clean_all", "clean_batch", "deduplicate", "extract_article"]
