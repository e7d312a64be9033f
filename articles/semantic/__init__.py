"""Quotations of a story to proposals: which may say the same in other words, by a sentence model."""
