"""Text to words: the ground that every later step stands on."""
