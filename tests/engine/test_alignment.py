"""Alignment: what is linked, what is not, and that order never matters."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.alignment.alignment import Link
from articles.engine.alignment.matches import match_quotations, pair_in_order
from articles.engine.alignment.witnesses import TOLD_CERTAINTY, Witness
from articles.engine.differences.differences import DifferenceKind, Status
from articles.engine.statements.statements import collate
from tests.engine.stories import align, content, printed, shared, witnesses

WORDS = [
    "harbour",
    "ferry",
    "council",
    "budget",
    "winter",
    "school",
    "bridge",
    "promise",
    "owner",
    "river",
    "engine",
    "doctor",
    "garden",
    "market",
    "prison",
    "teacher",
    "village",
    "orchard",
    "signal",
    "harvest",
    "copper",
    "lantern",
    "we",
    "they",
    "it",
    "will",
    "not",
    "never",
    "may",
    "must",
    "close",
    "open",
    "build",
    "sell",
    "keep",
    "lose",
    "the",
    "a",
    "of",
    "in",
    "for",
    "with",
    "and",
    "but",
    "because",
    "this",
    "that",
    "every",
    "some",
    "all",
]


def only_link(*texts: str) -> Link:
    (link,) = align(witnesses(*texts))
    return link


def kinds(link: Link) -> set[DifferenceKind]:
    return {difference.kind for difference in link.differences}


def test_the_same_words_are_word_for_word() -> None:
    link = only_link(
        "“The ferry will run again by the first of May.” [Ann Lee]",
        "She added: “The ferry will run again by the first of May,” [Ann Lee]",
    )
    assert link.status is Status.VERBATIM
    assert link.evidence.shared == link.evidence.words_a == link.evidence.words_b
    assert link.evidence.same_speaker is True


def test_a_sentence_in_the_middle_of_a_long_quotation_is_found() -> None:
    found = witnesses(
        "“Nobody asked us. The old harbour was sold behind closed doors. I shall fight it in court.” [A Dee]",
        "“The old harbour was sold behind closed doors,” [A Dee]",
    )
    (link,) = align(found)
    assert printed(found, link.a) == "The old harbour was sold behind closed doors."
    assert link.status is Status.VERBATIM


def test_a_negation_between_far_rewordings_is_reported() -> None:
    link = only_link(
        "“Not all of our ferry captains are smuggling. They are honest, but they have to hold their tongues.”"
        " [Ann Lee]",
        "“We saw it. There are many of our ferry captains who are smugglers. They're honest. However, they "
        "need to hold back about it. That is that.” [Ann Lee]",
    )
    assert link.status is Status.REWRITTEN
    assert DifferenceKind.NEGATION in kinds(link)


def test_a_quotation_split_by_its_cue_is_one() -> None:
    found = witnesses(
        "“It was the worst winter,” / “that this valley has ever seen.” [Ann Lee]",
        "“It was the worst winter that this valley has ever seen.” [Ann Lee]",
    )
    (link,) = align(found)
    assert printed(found, link.a) == "It was the worst winter / that this valley has ever seen."
    assert link.status is Status.VERBATIM


def test_two_quotations_against_one() -> None:
    found = witnesses(
        "“The copper mine will never open again,” [Ann Lee] she said. “Our orchards come first.” [Ann Lee]",
        "“The copper mine will never open again. Our orchards come first.” [Ann Lee]",
    )
    assert len(align(found)) == 2


def test_words_in_another_order_are_still_found() -> None:
    link = only_link(
        "“If the council agrees, we shall rebuild the lantern tower.” [Ann Lee]",
        "“We shall rebuild the lantern tower, if the council agrees.” [Ann Lee]",
    )
    assert not link.evidence.same_order


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "“I think that we have to do this now.” [A Dee]",
            "“I think that we have to talk about it.” [B Eff]",
        ),
        (
            "“Hillford Council is proud of this.” [A Dee]",
            "“Hillford Council never asked the owners.” [B Eff]",
        ),
        ("“Thank you.” [Ann Lee]", "“I want to thank you all for the harvest.” [Ann Lee]"),
        ("“the people” [Ann Lee]", "“It is the people who pay for that bridge.” [Ann Lee]"),
        ("“Mr. Speaker, the budget is late.” [A Dee]", "“Mr. Speaker, the river is rising.” [B Eff]"),
        ("“The mayor lied.” [Ann Lee]", "“Nobody lied to the mayor of this town.” [Bo Kay]"),
    ],
)
def test_common_phrases_names_and_formulae_are_no_match(first: str, second: str) -> None:
    assert not [link for link in align(witnesses(first, second)) if link.status is not Status.POSSIBLE]


def test_a_rare_word_alone_goes_with_the_sentence_that_holds_it() -> None:
    link = only_link("He was “flabbergasted” [Ann Lee]", "“I am flabbergasted by this budget.” [Ann Lee]")
    assert link.status is Status.VERBATIM
    assert DifferenceKind.FRAGMENT in kinds(link)


def test_a_rare_word_alone_does_not_go_with_another_speaker() -> None:
    found = witnesses("He was “flabbergasted” [Ann Lee]", "“I am flabbergasted by this budget.” [Bo Kay]")
    assert not [link for link in align(found) if link.status is not Status.POSSIBLE]


def test_the_same_words_of_two_speakers_stay_word_for_word_and_say_so() -> None:
    link = only_link(
        "“The copper mine will never open again in this valley.” [Ann Lee]",
        "“The copper mine will never open again in this valley.” [Bo Kay]",
    )
    assert link.status is Status.VERBATIM
    assert kinds(link) == {DifferenceKind.SPEAKER}


def test_a_speaker_chosen_in_doubt_is_not_told_as_another() -> None:
    mine = "“The copper mine will never open again in this valley.” "
    sure, doubtful = witnesses(mine + "[Ann Lee]", mine + "[Bo Kay]")
    (quotation,) = doubtful.reading.quotations
    guessed = replace(quotation, attribution=replace(quotation.attribution, certainty=TOLD_CERTAINTY - 0.01))
    doubtful = Witness("2", "", replace(doubtful.reading, quotations=(guessed,)))
    (link,) = align([sure, doubtful])
    assert link.evidence.same_speaker is False
    assert link.status is Status.VERBATIM
    assert not link.differences


def test_somebody_new_beside_a_person_quoted_by_name_is_another_speaker() -> None:
    mine = "“The copper mine will never open again in this valley.”"
    apart = "“We have waited for nine years.” [Bo Kay]\n\n" + mine + " [a spokesman]"
    assert kinds(only_link(apart, f"{mine} [Bo Kay]")) == {DifferenceKind.SPEAKER}


@pytest.mark.parametrize("role", ["the spokesman", "officials", "a spokesman"])
def test_a_role_may_be_the_person_whom_the_other_article_names(role: str) -> None:
    mine = "“The copper mine will never open again in this valley.”"
    link = only_link(f"“We have waited for nine years.” [Cy Poe]\n\n{mine} [{role}]", f"{mine} [Bo Kay]")
    assert link.evidence.same_speaker is None
    assert not link.differences


def test_reported_speech_is_never_a_reworded_quotation() -> None:
    link = only_link(
        "“The copper mine will never open again.” [Ann Lee]",
        "Lee said ~the copper mine would never open again~ [Ann Lee]",
    )
    assert link.reported
    assert link.status is not Status.REWRITTEN
    assert not link.differences


def test_quotations_of_one_article_are_not_linked() -> None:
    assert not align(
        witnesses("“The mine is closed for good.” [A Dee] “The mine is closed for good.” [A Dee]")
    )


def story(number: int) -> list[str]:
    """Write two to four short articles that print some of the same sentences, changed here and there."""
    random = Random(number)
    pool = [[random.choice(WORDS) for _ in range(random.randint(1, 14))] for _ in range(6)]
    texts = []
    for _ in range(random.randint(2, 4)):
        quotations = []
        for _ in range(random.randint(1, 3)):
            sentences = []
            for words in random.sample(pool, random.randint(1, 3)):
                changed = [random.choice(WORDS) if random.random() < 0.12 else word for word in words]
                if random.random() < 0.2:
                    changed = changed[: random.randint(1, len(changed))]
                sentences.append(" ".join(changed).capitalize() + ".")
            speaker = random.choice(["", " [Ann Lee]", " [Bo Kay]", " [the officer]"])
            mark = ("~", "~") if random.random() < 0.1 else ("“", "”")
            quotations.append(f"{mark[0]}{' '.join(sentences)}{mark[1]}{speaker}")
        texts.append(" It was said again. ".join(quotations))
    return texts


@pytest.mark.parametrize("block", range(10))
def test_order_of_upload_changes_nothing(block: int) -> None:
    for number in range(block * 100, block * 100 + 100):
        texts = story(number)
        orders = list(permutations(texts))
        first = witnesses(*texts)
        expected = content(first, collate(first))
        for order in (orders[-1], orders[number % len(orders)]):
            other = witnesses(*order)
            assert content(other, collate(other)) == expected, number


@given(st.lists(st.text(alphabet="abc .,…“”[]'’\n-É1", max_size=40), min_size=1, max_size=3))
def test_no_text_upsets_it(texts: list[str]) -> None:
    found = witnesses(*texts)
    collation = collate(found)
    for statement in collation.statements:
        for place in statement.members:
            text = found[place.witness].reading.text
            assert all(0 <= span.start < span.end <= len(text) for span in place.spans)
    assert shared(found, collation) is not None


def test_a_sentence_said_many_times_is_paired_in_order() -> None:
    refrain = "“" + "The copper mine will never open again in this valley. " * 200 + "” [Ann Lee]"
    shorter = "“" + "The copper mine will never open again in this valley. " * 3 + "” [Ann Lee]"
    (same,) = match_quotations(witnesses(refrain, f"{refrain} said Lee."))
    assert same.positions == (range(200), range(200))
    (fewer,) = match_quotations(witnesses(shorter, f"{refrain} said Lee."))
    assert fewer.positions == (range(3), range(200))
    often, thrice = ([(w, 0, i) for i in range(times)] for w, times in enumerate((200, 3)))
    assert list(pair_in_order(often, thrice)) == [(spot, thrice[min(spot[2], 2)]) for spot in often]


def test_words_that_stand_whole_in_a_longer_sentence_need_but_one_rarer_word() -> None:
    links = align(
        witnesses(
            "“This is not protectionism. It is insurance.”", "“This is not protectionism, it is insurance.”"
        )
    )
    assert [link.status for link in links] == [Status.VERBATIM]


def test_what_a_speaker_says_once_in_either_article_is_told_by_fewer_words() -> None:
    said = "“I fed the goats anyway.” [Ann Lee]"
    reworded = "“He called about the flood, and I fed the goats all the same.” [Ann Lee]"
    assert [link.status for link in align(witnesses(said, reworded))] == [Status.REWRITTEN]
    again = reworded + " “Goats must be fed.” [Ann Lee]"
    assert not [link for link in align(witnesses(said, again)) if link.status is not Status.POSSIBLE]


def test_a_figure_alone_is_no_quotation_of_another_one() -> None:
    links = align(
        witnesses("“one in three” [Ann Lee]", "“There is a one in three chance of rain.” [Ann Lee]")
    )
    assert not [link for link in links if link.status is not Status.POSSIBLE]
