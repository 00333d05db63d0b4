"""Meetings: which words tell of one, of what kind, and what the article says of it."""
