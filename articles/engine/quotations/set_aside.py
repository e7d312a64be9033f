"""A stretch in quotation marks that is no quotation to the reason why it is none."""

from articles.engine.quotations.marks import Stretch, Style
from articles.engine.quotations.outline import Outline
from articles.engine.text.words import Words

_SO_CALLED = frozenset(
    {"so-called", "dubbed", "nicknamed", "called", "named", "titled", "entitled", "known", "aka"}
)
_MOTTOS = frozenset({"motto", "slogan", "catchphrase", "tagline", "mantra"})
# A motto is named so within this many words before it.
_MOTTO_REACH = 4
# A marked stretch of at most this many words is a word or term, not an utterance.
TERM_WORDS = 3


def tell_reason(words: Words, outline: Outline, stretch: Stretch, index: int) -> str:
    """Say in a few words why a marked stretch is not taken for a quotation."""
    row, place = outline.classes, outline.stretches[index]
    inner = words.text[stretch.inner_start : stretch.inner_end].split()
    before = row[place - 1] if place else "^"
    after = row[place + 1] if place + 1 < len(row) else "$"
    capitals = sum(word[:1].isupper() for word in inner)
    if before == "N" and after == "N" and len(inner) <= 2:
        return "a nickname inside a name"
    if place and outline.items[place - 1] >= 0 and words.lower[outline.items[place - 1]] in _SO_CALLED:
        return "a name or term, introduced as one"
    named = [words.lower[item] for item in outline.items[max(0, place - _MOTTO_REACH) : place] if item >= 0]
    if not _MOTTOS.isdisjoint(named):
        return "a motto or slogan, named as one"
    if inner and capitals * 2 > len(inner) and inner[0][:1].isupper():
        return "a title: its words are capitalised and nobody is said to say it"
    if len(inner) <= TERM_WORDS:
        return "a word or term in marks that nobody is said to say"
    if stretch.style is Style.SINGLE:
        return "words in single marks that nobody is said to say"
    return "nobody is said to say it"
