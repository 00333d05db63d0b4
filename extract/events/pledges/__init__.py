"""Pledges: who promised, gave, asked for or refused what."""
