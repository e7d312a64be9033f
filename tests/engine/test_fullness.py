"""Which version stands for a statement: the longest in marks, then the most carried."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from articles.engine.statements.statements import collate
from tests.engine.stories import printed, witnesses

SEEN = "“The bridge was inspected in {} and nothing of this kind was seen.” [Ann Lee]"
# Told apart by what stands around it, or the articles would be one text.
AROUND = ("Rain fell at noon.\n{}", "{}\nShips wait.", "The mayor slept.\n{}", "Dogs bark.\n{}\nBells ring.")


def fullest(texts: Sequence[str]) -> str:
    found = witnesses(*texts)
    (statement,) = [s for s in collate(found).statements if len(s.members) > 1]
    return printed(found, statement.members[statement.fullest])


@pytest.mark.parametrize("outlier", ["2012", "2099", "1812"])
def test_an_outlier_of_the_same_length_does_not_speak_for_the_others(outlier: str) -> None:
    texts = [around.format(SEEN.format("2021")) for around in AROUND[:3]]
    texts.append(AROUND[3].format(SEEN.format(outlier)))
    for order in permutations(texts):
        assert "2021" in fullest(order)


def test_a_shorter_version_carries_the_wording_that_holds_it() -> None:
    texts = [
        AROUND[0].format(SEEN.format("2012")),
        AROUND[1].format(SEEN.format("2021")),
        AROUND[2].format("“The bridge was inspected in 2021” [Ann Lee]"),
    ]
    for order in permutations(texts):
        assert "2021" in fullest(order)


def test_copies_of_one_text_carry_a_wording_once() -> None:
    agency = (
        "SEAFORD (AP) — The council of Seaford met for six hours on Tuesday night before it voted on the new "
        "bridge, which is to replace the wooden one that a spring flood carried away two years ago.\n{}\n"
        "Shops on the far bank have lost a third of their trade since the flood, and the ferry ends at eight."
    ).format(SEEN.format("2012"))
    texts = [agency, agency, agency.replace("Shops", "Stores")]
    texts += [around.format(SEEN.format("2021")) for around in AROUND[:2]]
    assert "2021" in fullest(texts)


def test_words_in_marks_stand_before_an_outlet_s_own() -> None:
    quoted = "“We will not sell the old harbour to a bank.” [Ann Lee]"
    own = "Rain fell. ~the city would never ever sell the old harbour to a bank or a rich man~ [Ann Lee]"
    assert "We will not" in fullest([quoted, own])
