"""A word to the note around it that an article, or all its quotations, were translated."""

from articles.engine.reading.translation_phrases import LISTS, TURNED, Cue, Phrases

# A note on the whole article has at most so many words, and stands in one of so many last paragraphs.
LONGEST_NOTE = 30
LAST = 3
# "This article was first published in German".
_CAME_OUT = frozenset({"published", "appeared", "conducted", "written", "held"})
_NO_NOTE = frozenset({"also", "available", "some", "parts", "partly", "certain"})


def find_note_of_translation(phrases: Phrases, i: int) -> Cue | None:
    """Find a note on the article: "Translated by …", "Quotations have been translated from …"."""
    first, end = phrases.paragraph_of(i)
    if end - first > LONGEST_NOTE or any(phrases.quoted[first:end]):
        return None
    opening = first + (phrases.classes[first] in "(-*")
    late = len(phrases.paragraphs) > LAST and first >= phrases.paragraphs[-LAST][0]
    begins = i == opening and late and (phrases.names_source(i) or _is_by_line(phrases, i))
    return _note(first, end) if begins or _is_passive(phrases, opening, i) else None


def _is_by_line(phrases: Phrases, i: int) -> bool:
    """Tell whether a line is "Translation by …" or "Translation: …"."""
    return phrases.lower[i] == "translation" and phrases.lower[i + 1 : i + 2] in (["by"], [":"])


def _is_passive(phrases: Phrases, opening: int, i: int) -> bool:
    """Tell whether a note says that its article, or the quotations in it, were translated."""
    sentence = max(opening, phrases.sentence[0])
    subject = phrases.lower[sentence:i]
    if not _NO_NOTE.isdisjoint(subject) or phrases.lower[i] != "translated":
        return False
    of_this = len(subject) > 2 and subject[0] == "this" and subject[1] in LISTS["articles"]
    of_quoted = any(word in LISTS["quoted"] for word in subject[:2])
    if not (of_this or of_quoted) or TURNED.isdisjoint(subject):
        return False
    return "into" not in phrases.lower[i : phrases.sentence[1]] or phrases.names_source(i)


def find_note_of_language(phrases: Phrases, i: int) -> Cue | None:
    """Find "This interview was conducted in Spanish", "This article first appeared in German"."""
    if i - phrases.sentence[0] > LONGEST_NOTE:
        return None
    sentence = phrases.lower[phrases.sentence[0] : i]
    if len(sentence) < 4 or sentence[0] != "this" or sentence[1] not in LISTS["articles"]:
        return None
    first, end = phrases.paragraph_of(i)
    short = end - first <= LONGEST_NOTE and not any(phrases.quoted[first:end])
    told = not _CAME_OUT.isdisjoint(sentence) and _NO_NOTE.isdisjoint(sentence)
    named = phrases.start_of_phrase(i) is not None and phrases.stands_alone(i)
    return _note(first, end) if short and told and named else None


def _note(first: int, end: int) -> Cue:
    return Cue(first, end, "a note on the article says so", whole=True)
