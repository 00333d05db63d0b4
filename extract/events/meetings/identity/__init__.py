"""Which mentions tell one meeting."""
