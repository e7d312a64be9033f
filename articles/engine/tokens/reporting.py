"""Verbs of reporting to what they add to the words: nothing ("said"), doubt ("claimed"), and so on."""

from articles.engine.text.lexicon import read_word_lists
from articles.engine.tokens.spellings import spell

_SHADES = {spell(verb): shade for shade, verbs in read_word_lists("reporting.txt").items() for verb in verbs}
NEUTRAL = "neutral"


def shade_of(cue: str) -> str:
    """Give the shade of a reporting phrase: "neutral", "doubting", "conceding" and so on, or nothing.

    A phrase is as strong as its strongest word ("said, warning that"); one with no listed word has none.
    """
    shades = [_SHADES[word] for word in map(spell, cue.split()) if word in _SHADES]
    return next((shade for shade in shades if shade != NEUTRAL), NEUTRAL if shades else "")


def cues_differ(cue_a: str, cue_b: str) -> bool:
    """Tell whether two reporting phrases colour the same words differently; unlisted ones are not judged."""
    one, other = shade_of(cue_a), shade_of(cue_b)
    return bool(one and other) and one != other


def say_cues(cue_a: str, cue_b: str, name_a: str, name_b: str) -> str:
    """Say in a sentence which reporting verbs two outlets print."""
    return f"{name_a} reports these words with “{cue_a}”; {name_b} with “{cue_b}”."
