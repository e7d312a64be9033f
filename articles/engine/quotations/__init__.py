"""Text to quotations: the stretches between marks, and what they are."""
