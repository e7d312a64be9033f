"""A match to the sentences that say why it is one, and how sure; every figure is a stored one."""

from articles.pages.shown import Pair

TRANSLATED = (
    " One of the two was translated: that alone makes other words, and whether the wording was changed "
    "besides cannot be told. So it is a possible match, never “reworded”."
)


def say_evidence(pair: Pair) -> str:
    """Say what agrees, what speaks against it, and how far it is above or below what is needed."""
    stored = pair.evidence
    a, b = pair.a.witness.name, pair.b.witness.name
    shared = f"{stored['shared']} words agree" if stored["shared"] != 1 else "1 word agrees"
    order = "in the same order" if stored["same_order"] else "in another order"
    said = f"{shared}, of {stored['words_a']} in {a} and {stored['words_b']} in {b}, {order}."
    copied = ["Both stand in one agency's text, so the two are one witness."] if pair.copied else []
    return " ".join((said, say_speakers(pair), say_certainty(pair), *copied))


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
    """Say how strong the match is beside what is needed to be sure."""
    strength, needed = pair.evidence["strength"], pair.evidence["needed"]
    if pair.reported:
        return (
            f"Its strength is {strength}; {needed} is needed to say that a report without quotation marks "
            "tells the same."
        )
    if pair.status == "possible" and not pair.translated:
        return f"Its strength is {strength}, below the {needed} needed to be sure: a possible match."
    return f"Its strength is {strength}; {needed} is needed to be sure."
