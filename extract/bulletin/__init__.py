"""The nightly bulletin: one self-contained page a night, its feed and its calendar."""

from extract.bulletin.write import write_bulletin as write_bulletin
