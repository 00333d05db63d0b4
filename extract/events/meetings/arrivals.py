"""Whether somebody's arrival is an official's visit: who comes, and where to."""

from __future__ import annotations

from extract.arabic.types import Document

LANDING = frozenset(("حط", "هبط"))  # whose goal stands behind في
_TRAVELLING = frozenset(("delegation", "delegations", "envoys", "negotiators", "officials", "lawmakers", "leaders", "presidents", "ambassadors"))  # groups whose arrival is a visit


def reaches_place(document: Document, i: int, first: int, last: int) -> bool:
    """«وصل رئيس الوزراء … إلى روما», «الوزير فلان توجه أمس إلى دمشق»: an office holder's arrival in a city or a state is a visit."""
    tokens = document.tokens
    lands = (morph := document.morphs[i]) is not None and morph.lemma in LANDING
    end = next((j for j in range(i + 1, min(i + 26, last - 1)) if tokens[j].norm == ("في" if lands else "الي")), None)
    if end is None:
        return False
    ahead = tokens[min(end + 4, last - 1)].end
    goal = any(tokens[end].end < n.start < ahead and n.kind in ("place", "state") for n in document.names)
    before = i - 1 if i > first and tokens[i - 1].norm in ("قد", "سوف") else i
    officials = [p for p in document.persons if p.role and (p.kind in ("person", "office") or p.role in _TRAVELLING or p.role.endswith("ministers"))]
    behind = any(tokens[i].end <= p.start <= tokens[min(i + 5, last - 1)].start for p in officials)
    return goal and (behind or before > first and any(p.end == tokens[before - 1].end for p in officials))
