"""Annotated articles to the weights the engine ships with; needs requirements-train.txt."""
