"""Names that the tables know and bodies that they do not: the gazetteer, its matches in a text, and what they stand for."""
