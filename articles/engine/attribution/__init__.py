"""Quotations to attributions: who said them, and who that is."""
