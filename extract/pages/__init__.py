"""Pages to look at: what they share (words, templates) and the evidence behind each row as static files."""
