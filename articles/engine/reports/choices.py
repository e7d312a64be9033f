"""Places to the scores of a choice: the sums of the weights of what holds of each, for many places at once.

What may hold is told by templates ("the class of the word before, with the class of the word itself").
The keys of a template are the numbers of a mixed base whose digits are its parts, so that weights are found
by arithmetic: one row of weights holds every key of every template, and the places of a whole article are
scored by a few operations of numpy, in about a twentieth of the time of looking up one key after another.

Training numbers its features with the same `Layout`, so that what is learned is what is looked up.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from articles.engine.text.weights import Table

Array = NDArray[np.intp]
# What holds of some places: for each part (or several, as rows), its number at every place.
Parts = Mapping[str, Array]

# Stands among the values of a part for that it does not hold, and comes first there; no key has it.
ABSENT = None
# The values of a part, by number.
Values = Sequence[str | None]
# The values of a part that either holds or does not.
FLAG = (ABSENT, "")
# So many places are scored at a time, which bounds the memory for texts of any length.
AT_ONCE = 4096


class Template(NamedTuple):
    """What is looked up together: the heading of its table, and the parts of its keys in their order."""

    heading: str
    parts: tuple[str, ...]


class Choice:
    """What is looked at to make one choice.

    `values` are those of the parts that have few, `words` names the other parts, which are words or rows of
    classes; texts number these from 1 on (0 stands for one that is not known). Parts that are read together
    are named together, with blanks between. Templates are written "heading:part,part".
    """

    def __init__(
        self, values: Mapping[str, Values | list[Values]], words: Sequence[str], templates: str
    ) -> None:
        self.values: dict[str, Values] = {}
        for names, known in values.items():
            parts = names.split()
            each = known if isinstance(known, list) else [known] * len(parts)
            self.values.update(zip(parts, each, strict=True))
        self.digits = {
            part: {value: n for n, value in enumerate(known)} for part, known in self.values.items()
        }
        self.few, self.words = tuple(values), tuple(words)
        written = (entry.partition(":") for entry in templates.split())
        found = [Template(heading, tuple(filter(None, parts.split(",")))) for heading, _, parts in written]
        # Templates of many parts come first, so that those that have an n-th part are the first so many.
        self.templates = sorted(found, key=lambda template: -len(template.parts))

    @property
    def word_parts(self) -> list[str]:
        """The parts that are words or rows of classes."""
        return " ".join(self.words).split()

    def users(self, part: str) -> list[int]:
        """Give the numbers of the templates that have a part."""
        return [n for n, template in enumerate(self.templates) if part in template.parts]

    def divider(self, template: Template) -> str:
        """Give what stands between the values of a key: nothing where each is one character."""
        rows = all(
            part in self.values and all(len(value) == 1 for value in self.values[part] if value is not None)
            for part in template.parts
        )
        return "" if rows else " "

    def split_key(self, template: Template, key: str) -> list[str] | None:
        """Split a key of a table into the values of a template's parts; None if it is no key of it."""
        if len(template.parts) > 1:
            found = key.split(" ") if self.divider(template) else list(key)
        else:
            found = [key] * len(template.parts)
        if len(found) != len(template.parts):
            return None
        pairs = zip(template.parts, found, strict=True)
        return (
            found
            if all(part not in self.digits or value in self.digits[part] for part, value in pairs)
            else None
        )

    def list_words(self, tables: Mapping[str, Table]) -> Iterator[str]:
        """List the words that the keys of its tables have, in order."""
        for template in self.templates:
            words = [n for n, part in enumerate(template.parts) if part not in self.values]
            for values, _ in self.known(template, tables) if words else ():
                yield from (values[n] for n in words)

    def known(self, template: Template, tables: Mapping[str, Table]) -> list[tuple[list[str], int]]:
        """Give the keys of a template, split into their values, with their weights."""
        table = tables.get(template.heading, {})
        split = ((self.split_key(template, key), weight) for key, weight in table.items())
        return [(values, weight) for values, weight in split if values is not None]


class Layout:
    """Where in a row of numbers each key of a choice stands.

    `views` tell, for each word part, by which number each template that has it knows a word, from the
    number of the word in the text: a row for each such template, in order. 0 is no key there either.
    """

    def __init__(self, choice: Choice, views: Mapping[str, NDArray[np.integer]]) -> None:
        rows = {part: (row, len(values)) for row, (part, values) in enumerate(choice.values.items())}
        digits = {(n, part): rows[part] for part in choice.values for n in choice.users(part)}
        self._few = [
            (names, slice(rows[names.split()[0]][0], rows[names.split()[-1]][0] + 1)) for names in choice.few
        ]
        self._words: list[tuple[str, list[tuple[slice, NDArray[np.integer]]]]] = []
        height = len(rows)
        for names in choice.words:
            self._words.append((names, []))
            for part in names.split():
                self._words[-1][1].append((slice(height, height + len(views[part])), views[part]))
                for n, view in zip(choice.users(part), views[part], strict=True):
                    digits[n, part] = height, int(view.max(initial=0)) + 1
                    height += 1
        self.choice = choice
        self._height = height
        self.size = 0
        self._starts: list[int] = []
        self._bases: list[list[int]] = []
        for n, template in enumerate(choice.templates):
            self._starts.append(self.size)
            self._bases.append([digits[n, part][1] for part in template.parts])
            self.size += math.prod(self._bases[n])
        self._first = np.array(self._starts, np.intp)[:, None]
        self._terms: list[tuple[int, Array, Array]] = []
        for at in range(len(choice.templates[0].parts)):
            having = [(n, t.parts[at]) for n, t in enumerate(choice.templates) if len(t.parts) > at]
            strides = [[math.prod(self._bases[n][at + 1 :])] for n, _ in having]
            found = np.array([digits[key][0] for key in having])
            self._terms.append((len(having), found, np.array(strides, np.intp)))

    def index(self, parts: Parts) -> Array:
        """Give where the keys of each template (a row) for each place (a column) stand."""
        count = parts[self._few[0][0]].shape[-1]
        table = np.empty((self._height, count), np.intp)
        for names, rows in self._few:
            table[rows] = parts[names]
        for names, views in self._words:
            for (rows, view), words in zip(views, np.atleast_2d(parts[names]), strict=True):
                table[rows] = view.take(words, axis=1)
        index = np.repeat(self._first, count, axis=1)
        for having, digits, strides in self._terms:
            index[:having] += table.take(digits, axis=0) * strides
        return index

    def place(self, template: int, digits: Sequence[int]) -> int:
        """Give where the key of a template, by number, stands that has some digits."""
        at = 0
        for digit, base in zip(digits, self._bases[template], strict=True):
            at = at * base + digit
        return self._starts[template] + at

    def digits(self, place: int) -> tuple[int, list[int]]:
        """Give the template, by number, and the digits of the key that stands at a place."""
        template = bisect_right(self._starts, place) - 1
        rest, digits = place - self._starts[template], []
        for base in reversed(self._bases[template]):
            rest, digit = divmod(rest, base)
            digits.append(digit)
        return template, digits[::-1]


class Scorer:
    """The weights of a choice, to score places by; a choice may have several sets of weights."""

    def __init__(
        self, choice: Choice, sets: Sequence[Mapping[str, Table]], numbers: Mapping[str, int]
    ) -> None:
        known = [[choice.known(template, tables) for tables in sets] for template in choice.templates]
        local: dict[tuple[int, str], dict[str, int]] = {}
        views: dict[str, NDArray[np.int16]] = {}
        for part in choice.word_parts:
            views[part] = np.zeros((len(choice.users(part)), len(numbers) + 1), np.int16)
            for row, n in enumerate(choice.users(part)):
                at = choice.templates[n].parts.index(part)
                words = dict.fromkeys(values[at] for keys in known[n] for values, _ in keys)
                local[n, part] = {word: number for number, word in enumerate(words, 1)}
                for word, number in local[n, part].items():
                    views[part][row, numbers[word]] = number
        self._layout = Layout(choice, views)
        self._weights = np.zeros((len(sets), self._layout.size), np.int16)
        for n, template in enumerate(choice.templates):
            digit = [choice.digits.get(part) or local[n, part] for part in template.parts]
            for weights, keys in zip(self._weights, known[n], strict=True):
                for values, weight in keys:
                    digits = [known[value] for known, value in zip(digit, values, strict=True)]
                    weights[self._layout.place(n, digits)] = weight

    def score(self, parts: Parts) -> Array:
        """Score places, in hundredths, by the first set of weights."""
        scores: Array = self.score_each(parts)[0]
        return scores

    def score_each(self, parts: Parts) -> Array:
        """Score places, in hundredths: a row for each set of weights."""
        count = next(iter(parts.values())).shape[-1]
        if count == 0:
            return np.zeros((len(self._weights), 0), np.intp)
        if count > AT_ONCE:
            cuts = range(0, count, AT_ONCE)
            pieces = [{names: part[..., at : at + AT_ONCE] for names, part in parts.items()} for at in cuts]
            return np.concatenate([self.score_each(piece) for piece in pieces], axis=1)
        found = self._weights.take(self._layout.index(parts), axis=1)
        scores: Array = np.add.reduce(found, axis=1, dtype=np.intp)
        return scores
