"""Temporal tagging: which words tell a day or a span of days, and which days those are."""
