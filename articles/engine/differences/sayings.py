"""A difference to the sentence that says it, from a template, stored facts and the two names."""

from dataclasses import dataclass

from articles.engine.differences.hidden import list_held
from articles.engine.differences.kinds import Detail, Difference, DifferenceKind
from articles.engine.text.spans import Span

# What each kind is called where there is room for a few words only.
LABELS: dict[DifferenceKind, str] = {
    DifferenceKind.SPEAKER: "another speaker",
    DifferenceKind.NEGATION: "negation dropped or added",
    DifferenceKind.NUMBER: "number, date or unit changed",
    DifferenceKind.NAME: "name changed",
    DifferenceKind.CERTAINTY: "certainty or scope changed",
    DifferenceKind.SILENT_CUT: "cut without a mark",
    DifferenceKind.ELLIPSIS: "what the dots leave out",
    DifferenceKind.STITCHED: "joined from two places",
    DifferenceKind.BRACKET: "words in brackets",
    DifferenceKind.SHORTER: "shorter",
    DifferenceKind.FRAGMENT: "only a fragment",
    DifferenceKind.WORDING: "other words",
    DifferenceKind.INFLECTION: "another form of a word",
    DifferenceKind.ORDER: "another order",
    DifferenceKind.PUNCTUATION: "punctuation",
}

# What is left out is quoted in full up to this many words, and by its first words and a count above it.
MOST_QUOTED = 40
FIRST_QUOTED = 12
_HELD: dict[str, str] = {
    Detail.NEGATION: "a negation",
    Detail.CONDITION: "a condition",
    Detail.NUMBER: "a number",
}


@dataclass(frozen=True, slots=True)
class _Printed:
    """What one outlet prints at a difference."""

    name: str
    text: str
    span: Span

    @property
    def words(self) -> str:
        """Give the exact words, empty where nothing is printed."""
        return self.text[self.span.start : self.span.end]

    @property
    def quoted(self) -> str:
        """Give the words in quotation marks, or the first of them and how many follow."""
        words = self.words
        if len(words.split()) <= MOST_QUOTED:
            return f"“{words}”"
        place = 0
        for _ in range(FIRST_QUOTED):
            place = _word_end(words, place)
        rest = len(words[place:].split())
        return f"“{words[:place]}” and {rest} more words"

    @property
    def bracketed(self) -> bool:
        """Tell whether the words stand in brackets."""
        before = self.text[max(self.span.start - 1, 0) : self.span.start]
        return before in ("[", "(") or "[" in self.words


def say_difference(
    difference: Difference,
    text_a: str,
    text_b: str,
    name_a: str,
    name_b: str,
    speaker_a: str = "",
    speaker_b: str = "",
) -> str:
    """Say one difference in a sentence; every quoted word is a slice of one of the two texts.

    The speakers are said where they differ and are given.
    """
    a = _Printed(name_a, text_a, difference.a)
    b = _Printed(name_b, text_b, difference.b)
    kind = DifferenceKind(difference.kind)
    if kind is DifferenceKind.SPEAKER:
        return _say_speaker(name_a, name_b, speaker_a, speaker_b)
    if kind is DifferenceKind.STITCHED:
        return _say_stitched(difference, a, b)
    if kind is DifferenceKind.ORDER:
        return f"{a.name} prints {a.quoted} in another place than {b.name}."
    if a.words and b.words:
        return _say_both(kind, difference.detail, a, b)
    more, less = (a, b) if a.words else (b, a)
    return _say_one(kind, difference.detail, more, less)


def _word_end(words: str, place: int) -> int:
    """Give the place behind the next word."""
    while place < len(words) and words[place].isspace():
        place += 1
    while place < len(words) and not words[place].isspace():
        place += 1
    return place


def _say_speaker(name_a: str, name_b: str, speaker_a: str, speaker_b: str) -> str:
    if speaker_a and speaker_b:
        return f"{name_a} gives these words to {speaker_a}; {name_b} gives them to {speaker_b}."
    return f"{name_a} and {name_b} give these words to different speakers."


def _say_stitched(difference: Difference, a: _Printed, b: _Printed) -> str:
    if difference.detail == Detail.REVERSED:
        return f"{a.name} and {b.name} print whole sentences in a different order: {a.quoted}."
    one, two = (a, b) if len(a.words) <= len(b.words) else (b, a)
    return f"{one.name} prints as one quotation what {two.name} prints in two places."


def _say_both(kind: DifferenceKind, detail: str, a: _Printed, b: _Printed) -> str:
    """Say a difference at which both outlets print something."""
    if kind is DifferenceKind.ELLIPSIS:
        cut, full = (a, b) if _is_dots(a.words) else (b, a)
        held = _say_held(detail, full.words)
        return f"Where {cut.name} prints {cut.quoted}, {full.name} prints {full.quoted}.{held}"
    if kind is DifferenceKind.FRAGMENT:
        part, whole = (a, b) if len(a.words) <= len(b.words) else (b, a)
        return f"{part.name} prints only {part.quoted}; {whole.name} prints more: {whole.quoted}."
    if kind is DifferenceKind.SHORTER:
        return f"Each prints more here: {a.name} {a.quoted}; {b.name} {b.quoted}."
    if kind is DifferenceKind.BRACKET:
        inside, other = (a, b) if a.bracketed else (b, a)
        brackets = "round brackets" if detail == Detail.ROUND else "brackets"
        plain = f"{inside.name} prints {inside.quoted} in {brackets}"
        if detail == Detail.REPLACED:
            return f"{plain} in place of other words: {other.name} prints {other.quoted}."
        return f"{plain} where {other.name} prints {other.quoted}."
    plain = f"{a.name} prints {a.quoted}; {b.name} prints {b.quoted}"
    if kind is DifferenceKind.INFLECTION:
        return f"{plain}, another form of the same words."
    if detail == Detail.MASKED:
        masked = a if "*" in a.words else b
        return f"{plain}. {masked.name} hides letters."
    return f"{plain}."


def _say_one(kind: DifferenceKind, detail: str, more: _Printed, less: _Printed) -> str:
    """Say a difference at which only one outlet prints something."""
    held = _say_held(detail, more.words)
    if kind is DifferenceKind.SHORTER:
        return f"{more.name} also prints {more.quoted}; {less.name} does not.{held}"
    if kind is DifferenceKind.SILENT_CUT:
        return f"{more.name} prints {more.quoted}; {less.name} leaves it out without a mark.{held}"
    if kind is DifferenceKind.BRACKET:
        brackets = "round brackets" if detail == Detail.ROUND else "brackets"
        return f"{more.name} adds {more.quoted} in {brackets}; {less.name} does not print it."
    if kind is DifferenceKind.PUNCTUATION:
        return f"{more.name} prints {more.quoted}; {less.name} prints no mark there."
    if kind is DifferenceKind.CERTAINTY and detail == Detail.CONDITION:
        return f"{more.name} prints the condition {more.quoted}; {less.name} leaves it out."
    if kind is DifferenceKind.NEGATION:
        return f"{more.name} prints the negation {more.quoted}; {less.name} leaves it out."
    return f"{more.name} prints {more.quoted}; {less.name} leaves it out."


def _say_held(detail: str, words: str) -> str:
    """Say what grave things hidden words hold: the gravest, which is known, and the others."""
    if detail not in _HELD:
        return ""
    held = [detail]
    if detail != Detail.NUMBER:  # nothing is less grave
        held += [other for other in list_held(words) if other != detail]
    named = [_HELD[one] for one in held]
    return f" It holds {', '.join(named[:-1])} and {named[-1]}." if named[1:] else f" It holds {named[0]}."


def _is_dots(words: str) -> bool:
    """Tell whether nothing but dots is printed."""
    return not words.strip(" .…[]()")
