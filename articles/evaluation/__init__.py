"""Labelled files to measured figures."""
