"""Everything that reads: sources, articles, Arabic, events, and the steps of a night."""

from extract.machine_code import prefer

prefer(__path__)
