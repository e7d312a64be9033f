"""Agency copy: articles that carry one text, and what inside them comes with it."""

from articles.engine.statements.copies import LEAST_PASSAGE_WORDS
from articles.engine.statements.statements import collate, member_statuses
from tests.engine.stories import witnesses

AGENCY = (
    "HILLFORD (AP) — The old harbour of Hillford was sold on Monday to a company that nobody in the town "
    "had heard of before, and the mayor learned of it from the radio while she was having breakfast at home. "
    "“I dropped my spoon and then I dropped my phone.” [Ann Lee] Lee told reporters outside the town hall "
    "that afternoon, after a meeting of the council which lasted no less than five hours and ended in tears."
)
OWN = (
    "Hillford's harbour has a new owner. Our reporter met the mayor at the market, where she was buying "
    "apples for her sister. “I dropped my spoon and then I dropped my phone.” [Ann Lee] It has been a long "
    "day for a politician who is known to rise before the bakers do."
)


def test_articles_that_print_one_agency_text_are_copies() -> None:
    (copies,) = collate(witnesses(AGENCY, OWN, AGENCY + " More news follows below.")).copies
    assert copies.witnesses == (0, 2)
    assert copies.credit == "the Associated Press"
    assert copies.share > 0.9
    assert "Associated Press" in copies.reason


def test_quotations_alike_do_not_make_copies() -> None:
    collation = collate(witnesses(AGENCY, OWN))
    assert collation.copies == ()
    assert collation.shared == ()
    assert [link.copied for link in collation.links] == [False]


def test_a_quotation_inside_shared_text_comes_with_the_copy() -> None:
    found = witnesses(AGENCY, "It was a quiet week until then. " + AGENCY)
    (link,) = collate(found).links
    assert link.copied


def test_a_shared_passage_is_a_slice_of_its_article() -> None:
    found = witnesses("A short line of our own first. " + AGENCY, AGENCY)
    for passage in collate(found).shared:
        text = found[passage.witness].reading.text[passage.span.start : passage.span.end]
        assert len(text.split()) >= LEAST_PASSAGE_WORDS
        assert passage.others == (1 - passage.witness,)


def test_a_formula_is_no_shared_passage() -> None:
    formula = "This is a breaking story and will be updated. "
    assert collate(witnesses(formula + OWN, formula + "Nothing else is known. “Yes.” [Bo Kay]")).shared == ()


def test_a_chain_of_copies_is_one_text() -> None:
    (copies,) = collate(witnesses(AGENCY, AGENCY.upper(), AGENCY.lower())).copies
    assert copies.witnesses == (0, 1, 2)


def test_the_same_words_in_two_copies_are_linked_as_one_witness() -> None:
    copies = AGENCY, "It was a quiet week until then. " + AGENCY
    two = collate(witnesses(*copies))
    assert member_statuses(two) == (("verbatim", "verbatim"),)
    assert [link.copied for link in two.links] == [True]
    three = collate(witnesses(*copies, OWN))
    assert member_statuses(three) == (("verbatim", "verbatim", "verbatim"),)
    assert sorted(link.copied for link in three.links) == [False, False, True]


def test_what_a_copy_changes_is_reworded() -> None:
    changed = AGENCY.replace("dropped my phone", "lost my phone")
    assert member_statuses(collate(witnesses(AGENCY, changed))) == (("rewritten", "rewritten"),)
