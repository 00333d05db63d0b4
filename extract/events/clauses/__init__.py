"""Clauses: where the arguments of an event begin and end, and whose subject goes on."""
