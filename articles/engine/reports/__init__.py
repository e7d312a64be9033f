"""Text to reported speech: what an outlet reports in its own words."""
