"""Portfolios of ministers, and what their office is called with them: «وزير الدولة للشؤون الخارجية», «نائب وزير الدفاع», «وزير خارجيته»."""

from __future__ import annotations

from extract.arabic.persons.words import (
    Reading,
    unpronouned,
)


def portfolio_at(reading: Reading, j: int) -> tuple[str, int] | None:
    """The longest portfolio at token ``j`` and the token behind it: «للشؤون الخارجية», «الدفاع»."""
    tokens, portfolios = reading.document.tokens, reading.lexicon.portfolios
    for size in range(min(6, len(tokens) - j), 0, -1):
        words = " ".join(t.norm for t in tokens[j : j + size])
        words = words[1:] if words.startswith("لل") else words
        if words.startswith("ل") and "ا" + words in portfolios:
            words = "ا" + words
        if words in portfolios:
            return words, j + size
        if size == 1 and (bare := unpronouned(words)) in portfolios:
            return bare, j + size  # «وزير خارجيته»
    return None


def ministry(role: str, portfolio: str | None, portfolios: dict[str, str]) -> str:
    """«deputy minister» with الخارجية → deputy foreign minister; of state → minister of state for foreign affairs."""
    if portfolio is None:
        return role
    office = portfolios[portfolio]
    if role == "minister of state":
        return "minister of state for " + office.removesuffix(" minister").replace("foreign", "foreign affairs")
    return (role.replace("minister", "").strip() + " " + office).strip()
