"""What the engine looks up when it scores, as the features to learn weights for.

The engine adds up weights that it looks up by template and key. Given these tables instead of weights
it adds up the names of what it looked up, so that what is learned is what will be looked up.
"""

from typing import Any


class Row:
    """The names of what was looked up for one alternative; a sum of rows is one row."""

    __slots__ = ("_parts",)

    def __init__(self, *parts: "str | Row") -> None:
        self._parts = parts

    def __add__(self, other: "Row | int") -> "Row":
        return Row(self, other) if isinstance(other, Row) else self

    def __radd__(self, other: int) -> "Row":
        return self

    def names(self) -> list[str]:
        """List the names, in order."""
        found: list[str] = []
        waiting: list[str | Row] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Row):
                waiting.extend(reversed(part._parts))
            else:
                found.append(part)
        return found


class _Names:
    """A table that gives for each key its name."""

    def __init__(self, template: str) -> None:
        self._template = template

    def get(self, key: str, default: object = None) -> Row:
        """Give the name of a key."""
        return Row(self._template + key)


class _Tables:
    """A table of tables that give names."""

    def __init__(self, template: str) -> None:
        self._template = template

    def get(self, key: str, default: object = None) -> _Names:
        """Give the table of a key."""
        return _Names(f"{self._template}{key} ")


class FeatureNames:
    """Stands for the weights of a choice.

    A name is the heading in the file of weights, a tab, and the key or two keys.
    """

    def __init__(self, choice: str) -> None:
        self._choice = choice

    def one(self, template: str) -> Any:
        """Give the names of a template by key."""
        return _Names(f"{self._choice} {template}\t")

    def two(self, template: str) -> Any:
        """Give the names of a template of two keys, by the first and then by the second."""
        return _Tables(f"{self._choice} {template}\t")
