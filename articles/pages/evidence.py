"""A match to the sentences that say why it is one, and how sure; every figure is stored."""

from articles.engine.statements.agreement import find_agreed
from articles.pages.needs import say_need, write_figure
from articles.pages.shown import Pair

TRANSLATED = (
    " One of the two was translated: that alone makes other words, and whether the wording was changed "
    "besides cannot be told. So it is a possible match, never “reworded”."
)


def say_evidence(pair: Pair) -> str:
    """Say what agrees, what speaks against it, and how far it is above or below what is needed."""
    stored = pair.evidence
    a, b = pair.a.witness.name, pair.b.witness.name
    compared = f"of the {stored['words_a']} compared in {a} and {stored['words_b']} in {b}"
    said = f"{say_shared(pair)}, {compared}."
    copied = ["Both stand in one agency's text, so the two are one witness."] if pair.copied else []
    return " ".join((said, say_speakers(pair), say_certainty(pair), *copied))


def say_shared(pair: Pair) -> str:
    """Say how many words agree: those in one order, and those that stand in another place."""
    shared = pair.evidence["shared"]
    if shared == 1:
        return "1 word agrees"
    moved = 0 if pair.evidence["same_order"] else count_moved(pair)
    if moved:
        return f"{shared} words agree in the same order and {moved} more in another place"
    return f"{shared} words agree in the same order"


def count_moved(pair: Pair) -> int:
    """Count the words that both passages print, but in another place."""
    return sum(one.moved for one in find_agreed(pair.a.tokens, pair.b.tokens))


def say_speakers(pair: Pair) -> str:
    """Say whether both name one speaker; two names that may be one person's are told as two names."""
    same, a, b = pair.evidence["same_speaker"], pair.a.speaker, pair.b.speaker
    if same is not None:
        return "Both name the same speaker." if same else "Against it: they name different speakers."
    if not a or not b:
        return "Not both say who spoke."
    if a.pk == b.pk:
        return "Both give it to the same speaker."
    return f"They name {a.name} and {b.name}, who may be one person or two."


def say_certainty(pair: Pair) -> str:
    """Say how sure the match is, and by what: the words themselves, or their meaning alone."""
    if pair.evidence.get("decided"):
        return f"An editor says that both report the same words: {pair.evidence['decided']}"
    similarity = pair.evidence.get("similarity")
    if similarity is None:
        return say_strength(pair) + (TRANSLATED if pair.translated else "")
    return (
        f"Similar in meaning, by a sentence model: {similarity}, where either of them and other quotations "
        f"here come to {pair.evidence['usual']} on average. The model cannot tell a statement from its "
        "contrary: a possible match."
    )


def say_strength(pair: Pair) -> str:
    """Say how strong the match is beside what is needed to be sure, and of what so much is needed."""
    strength, needed = figure_of(pair, "strength"), figure_of(pair, "needed")
    same = pair.evidence["same_speaker"]
    need = say_need(needed, same if isinstance(same, bool) else None)
    of = f" ({need})" if need else ""
    if pair.reported:
        least = (
            f"{write_figure(needed)} is needed to say that a report without quotation marks tells the same"
        )
        return f"Its strength is {write_figure(strength)}; {least}{of}."
    if pair.status == "possible" and not pair.translated:
        below = (
            f"Its strength is {write_figure(strength)}, below the {write_figure(needed)} needed to be sure"
        )
        return f"{below}{of}: a possible match."
    return f"Its strength is {write_figure(strength)}; {write_figure(needed)} is needed to be sure{of}."


def figure_of(pair: Pair, name: str) -> float:
    """Give a stored figure."""
    figure = pair.evidence[name]
    assert isinstance(figure, int | float)
    return figure
