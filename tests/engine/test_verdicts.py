"""What an editor says of two quotations holds in the comparison, in any order of articles."""

from articles.engine.alignment.verdicts import Verdict
from articles.engine.differences.differences import Status
from articles.engine.statements.statements import Collation, collate
from tests.engine.stories import shared, witnesses

FEES = "“We will not raise the harbour fees this year.” [Jane Smith]"
AGAIN = "“We shall not raise the harbour fees this year.” [Jane Smith]"
OTHER = "“Nobody will pay more at the quay before spring.” [Jane Smith]"


def statuses(found: Collation) -> list[tuple[str, str]]:
    return [(link.status.value, link.evidence.decided) for link in found.links]


def test_without_a_verdict_nothing_changes() -> None:
    both = witnesses(FEES, AGAIN)
    assert collate(both) == collate(both, (), ())


def test_apart_is_apart() -> None:
    both = witnesses(FEES, AGAIN)
    found = collate(both, (), [Verdict((1, 0), (0, 0), together=False, reason="no")])
    assert not found.links
    assert not shared(both, found)


def test_together_joins_what_was_not_matched_and_tells_the_differences() -> None:
    for texts in ((FEES, OTHER), (OTHER, FEES)):
        both = witnesses(*texts)
        assert not collate(both).links
        found = collate(both, (), [Verdict((0, 0), (1, 0), together=True, reason="heard")])
        assert statuses(found) == [("rewritten", "heard")]
        assert found.links[0].differences
        assert len(shared(both, found)) == 1


def test_a_status_is_the_editors() -> None:
    both = witnesses(FEES, AGAIN)
    verdict = Verdict((0, 0), (1, 0), together=True, reason="heard", status=Status.VERBATIM)
    assert statuses(collate(both, (), [verdict])) == [("verbatim", "heard")]


def test_a_verdict_is_of_its_two_quotations_alone() -> None:
    three = witnesses(FEES, AGAIN, AGAIN)
    found = collate(three, (), [Verdict((0, 0), (1, 0), together=True, reason="heard")])
    assert sorted(decided for _, decided in statuses(found)) == ["", "", "heard"]


def test_a_fragment_joins_where_an_editor_puts_it() -> None:
    both = witnesses("“Too late.” [Jane Smith]", OTHER)
    found = collate(both, (), [Verdict((0, 0), (1, 0), together=True, reason="heard")])
    assert len(shared(both, found)) == 1
