"""Two aligned passages to the differences between them, and each to a sentence."""
