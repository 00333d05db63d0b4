"""Who takes part in a meeting."""
