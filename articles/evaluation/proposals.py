"""Stories with annotated links to what the sentence model adds to what the words tell.

The texts alone are given. A proposal that stands as a possible match is right if the two quotations are
annotated as linked. The links were annotated among quotations with words in common, so that a proposal
without one is not always wrong: the list of proposals is there to be read.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articles.engine import Witness, collate, read_article
from articles.evaluation.alignment import Record, order_pair, read_lines, texts_beside
from articles.evaluation.end_to_end import find_links, quotation_at
from articles.semantic.minilm import load_model
from articles.semantic.proposing import Embed, propose

NOT_ANNOTATED = "not annotated"


def evaluate(path: str) -> dict[str, Any]:
    """Measure what is proposed on a file of annotated stories, the texts in files beside it."""
    embed = load_model()
    stories = list(read_lines(Path(path)))
    texts = texts_beside(Path(path), {article for story in stories for article in story["articles"]})
    whole = [story for story in stories if texts.keys() >= set(story["articles"])]
    proposed = [one for story in whole for one in list_proposed(story, texts, embed)]
    return {
        "stories": len(whole),
        "links_missed_by_words": sum(count_missed(story, texts) for story in whole),
        "possible_matches_added": len(proposed),
        "annotated_as": dict(sorted(Counter(label for label, *_ in proposed).items())),
        "proposals": [f"{excess:.2f} {label}: {a} | {b}" for label, excess, a, b in sorted(proposed)],
    }


def count_missed(story: Record, texts: dict[str, str]) -> int:
    """Count the annotated links that the words of a story do not tell."""
    found = find_links(story, texts)
    annotated = {order_pair(link["a"], link["b"]): link["label"] for link in story["links"]}
    return sum(label != "unsure" and pair not in found for pair, label in annotated.items())


def list_proposed(
    story: Record, texts: dict[str, str], embed: Embed
) -> Iterator[tuple[str, float, str, str]]:
    """Give the matches added to a story: the annotators' label, how far above the usual, and both sides."""
    witnesses = [Witness(article, "", read_article(texts[article])) for article in story["articles"]]
    annotated = {order_pair(link["a"], link["b"]): link["label"] for link in story["links"]}
    for link in collate(witnesses, propose(witnesses, embed)).links:
        similarity, usual = link.evidence.similarity, link.evidence.usual
        if similarity is None or usual is None:
            continue
        names, words = [], []
        for place in (link.a, link.b):
            article = witnesses[place.witness].id
            quotes = [quote for quote in story["quotes"] if quote["article"] == article]
            names.append(quotation_at(quotes, place.spans[0]) or "")
            words.append(" ".join(texts[article][slice(*span)] for span in place.spans))
        yield annotated.get(order_pair(*names), NOT_ANNOTATED), similarity - usual, words[0], words[1]
