"""A function of a string to a table that remembers what it gave."""

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")

# A memo of this size is emptied, so that it holds what texts hold now; longer keys are not kept at all.
REMEMBERED = 50_000
LONGEST_KEY = 40


class Memo(dict[str, V], Generic[V]):
    """Keys to what a function makes of them, made when first asked for and kept up to a bound.

    Looking up what is there costs no more than in any dict, and can be mapped over a list.
    """

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> V:
        """Make what is not there yet."""
        made = self._make(key)
        if len(key) <= LONGEST_KEY:
            if len(self) >= REMEMBERED:
                self.clear()
            self[key] = made
        return made
