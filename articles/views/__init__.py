"""Views: a request in, a page out, with the refusals at the top."""
