"""What is promised: item, kind, sum, quantity, and how the text words it."""
