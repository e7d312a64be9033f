"""What is made from the rows of a story, kept for as long as its articles stand as they do.

Everything is named by the state of the articles (`views/unchanged.py`) and by what else it depends on, so
nothing has to be told to forget. An empty state, an editor's, keeps nothing.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from django.core.cache import caches

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def keep(state: str, name: str, make: Callable[[], V]) -> V:
    """Give the value of this name, made now unless it is kept."""
    return keep_each(state, [name], lambda _: {name: make()})[name]


def keep_each(state: str, names: Sequence[K], make: Callable[[Sequence[K]], Mapping[K, V]]) -> Mapping[K, V]:
    """Give the value of each name; those that are not kept are made together."""
    if not state:
        return make(names)
    keys = {f"{state}:{name}": name for name in names}
    kept = {keys[key]: value for key, value in caches["parts"].get_many(keys).items()}
    missing = [name for name in names if name not in kept]
    if missing:
        made = make(missing)
        caches["parts"].set_many({f"{state}:{name}": value for name, value in made.items()})
        kept |= made
    return kept
