"""Sources: from an entry of sources.yml to raw records. One short module a kind of source, in kinds/."""
