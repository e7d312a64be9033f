"""A printed mention of a speaker to its head: the family name, or else the head noun or pronoun."""

import re
import unicodedata

_ROLES_TEXT = """
american attorney british campaign canadian candidate capt ceo chief chinese col committee
congressman congresswoman conservative dame democrat democratic department director dr former
french gen general german gop gov governor green house judge justice king lady liberal lord lt
maj mayor minister miss mr mrs ms ndp nominee office party pope premier president prime prince
princess prof professor queen rep representative republican rev russian secretary sen senate
senator sgt sir spokesman spokesperson spokeswoman state vice-president white
"""
_PRONOUNS_TEXT = """
he her him i it one she that them these they this those us we which who you
"""
_STOPS_TEXT = "who which that of in with at from for on and whose where by to as"
_ROLES = frozenset(_ROLES_TEXT.split())
_PRONOUNS = frozenset(_PRONOUNS_TEXT.split())
_STOPS = frozenset(_STOPS_TEXT.split())
_PARTICLES = frozenset({"de", "van", "von", "bin", "al", "la", "der", "den"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset({"the", "a", "an", "some", "many"})
_EDGES = " \t\r\n\u00a0\"“”„‟«»,.;:()'‘’"
_WORD = re.compile(r"[\w'’.&-]+")
_PLAIN_WORD = re.compile(r"[\w'’-]+")
_SEGMENTS = re.compile(r",|\(|—| - ")


def head_of(mention: str) -> str:
    """Give the family name of the named head, else the head noun or pronoun, folded."""
    text = unicodedata.normalize("NFKC", mention).strip().strip(_EDGES)
    if not text:
        return ""
    segments = _SEGMENTS.split(text)
    for at, segment in enumerate(segments):
        runs = [words for words, possessive in _name_runs(segment) if not possessive]
        if runs and (at == 0 or len(runs[-1]) > 1):
            kept = [w for w in runs[-1] if w.casefold().strip(".") not in _SUFFIXES] or runs[-1]
            last = kept[-1]
            return last.casefold()
        words = list(map(str, _PLAIN_WORD.findall(segment)))
        if at == 0 and len(words) == 1 and words[0].casefold() in _PRONOUNS:
            return words[0].casefold()
    return _head_noun(segments[0], text)


def is_named(mention: str) -> bool:
    """Tell whether a mention holds a name."""
    return any(_name_runs(segment) for segment in re.split(r",|\(", mention))


def _head_noun(segment: str, text: str) -> str:
    words: list[str] = []
    for word in _PLAIN_WORD.findall(segment):
        if words and word.casefold() in _STOPS:
            break
        words.append(str(word))
    last = words[-1] if words else text
    return re.sub(r"['’]s?$", "", last).casefold()


def _name_runs(segment: str) -> list[tuple[list[str], bool]]:
    """Give the runs of capitalised words that are not titles or roles only; True for a possessive."""
    runs: list[tuple[list[str], bool]] = []
    run: list[str] = []
    for word in _WORD.findall(segment):
        bare = re.sub(r"['’]s?$", "", word.strip(".-")).strip("'’")
        if bare[:1].isupper() and bare.casefold() not in _PRONOUNS | _SMALL:
            run.append(bare)
            if word.endswith(("'s", "’s")):
                runs.append((run, True))
                run = []
        elif run and bare.casefold() in _PARTICLES:
            run.append(bare)
        elif run:
            runs.append((run, False))
            run = []
    if run:
        runs.append((run, False))
    return [
        (words, possessive) for words, possessive in runs if any(w.casefold() not in _ROLES for w in words)
    ]
