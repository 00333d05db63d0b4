"""Reading Arabic: pure functions over text, no I/O, no clock. Reference data comes in as arguments."""
