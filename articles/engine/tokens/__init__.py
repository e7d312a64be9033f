"""Text to tokens: what comparison sees of a word, a number, and the marks between them."""
