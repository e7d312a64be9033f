"""Readings to links: which passage of one article reports the words of another."""
