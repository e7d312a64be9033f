"""To measure the pages as a reader's browser and a busy server meet them; too slow for `make test`."""
