"""When and where a meeting takes place."""
