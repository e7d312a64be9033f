"""Word lists of the engine's data folder to sets, read once at import."""

from importlib.resources import files


def read_word_lists(name: str) -> dict[str, frozenset[str]]:
    """Read the lists of one file in `data/`.

    A list begins with its name in brackets on a line of its own; its entries are divided by
    blanks, or by line feeds where the name ends in " lines" (for entries of several words). What
    follows # is a comment.
    """
    lists: dict[str, list[str]] = {}
    entries: list[str] = []
    by_line = False
    for line in files("articles.engine").joinpath("data", name).read_text("utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("[") and entry.endswith("]"):
            heading = entry[1:-1]
            by_line = heading.endswith(" lines")
            entries = lists.setdefault(heading.removesuffix(" lines"), [])
        elif entry:
            entries.extend([entry] if by_line else entry.split())
    return {heading: frozenset(words) for heading, words in lists.items()}
