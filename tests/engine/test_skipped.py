"""What an outlet skips between two quotations that the other's cue divides."""

import pytest

from articles.engine.alignment.witnesses import Witness
from articles.engine.differences.kinds import DifferenceKind, Status
from articles.engine.reading.reading import read_article
from articles.engine.statements.statements import Collation, collate

BEGUN = "We need boats by tonight, and no more promises"
SKIPPED = "The road to the valley is shut"
GONE_ON = "Until it opens nobody can leave the lower village"


def _collate(*texts: str) -> Collation:
    return collate([Witness(str(n), "", read_article(text)) for n, text in enumerate(texts)])


def _cuts(*texts: str) -> list[tuple[str, str, str]]:
    """Give what is told as cut in silence: the words on both sides, and the status of the link."""
    return [
        (
            texts[link.a.witness][told.a.start : told.a.end],
            texts[link.b.witness][told.b.start : told.b.end],
            link.status.value,
        )
        for link in _collate(*texts).links
        for told in link.differences
        if told.kind is DifferenceKind.SILENT_CUT
    ]


FULL = f"“{BEGUN},” Anna Lund said. “{SKIPPED}. {GONE_ON}.”"


def test_what_is_skipped_behind_a_cue_is_a_silent_cut() -> None:
    assert _cuts(FULL, f"Anna Lund said: “{BEGUN}. {GONE_ON}.”") == [(SKIPPED, "", Status.REWRITTEN)]


def test_the_order_of_the_outlets_is_no_matter() -> None:
    assert _cuts(f"Anna Lund said: “{BEGUN}. {GONE_ON}.”", FULL) == [("", SKIPPED, Status.REWRITTEN)]


@pytest.mark.parametrize(
    "other",
    [
        f"Anna Lund said: “{BEGUN}. {SKIPPED}. {GONE_ON}.”",
        f"Anna Lund said: “{BEGUN} … {GONE_ON}.”",
        f"“{BEGUN},” Anna Lund said. “{GONE_ON}.”",
        f"Anna Lund said: “{GONE_ON}.”",
    ],
    ids=["nothing skipped", "dots", "a cue of its own", "begun later"],
)
def test_what_is_marked_or_not_joined_is_no_silent_cut(other: str) -> None:
    assert not _cuts(FULL, other)


def test_two_places_of_an_article_are_not_one_utterance() -> None:
    apart = (
        f"“{BEGUN},” Anna Lund said.\n\nThe river rose all night and took two bridges, the council said, and "
        f"the army came at dawn.\n\nLater Anna Lund said: “{SKIPPED}. {GONE_ON}.”"
    )
    assert not _cuts(apart, f"Anna Lund said: “{BEGUN}. {GONE_ON}.”")
