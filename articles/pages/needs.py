"""The strengths that make a match sure, each with what it is asked of: the engine's own figures."""

from dataclasses import dataclass

from articles.engine.alignment import kinship, lone_fragments, matches, other_occasions

WHOLE = "all words of the shorter one stand in the other"
CHANGED = "changed words"
AGREE = "the speakers agree"
DIFFER = "the speakers differ"
UNNAMED = "not both name a speaker"
BESIDE = "the sentences beside them match too"
# What the sentences beside a match lower: of each strength, what it is asked of and of which speakers.
PASSAGES = (
    (matches.NEEDED_OF_WHOLE_BY_ONE_SPEAKER, WHOLE, (AGREE,)),
    (matches.NEEDED_OF_WHOLE, WHOLE, (DIFFER, UNNAMED)),
    (matches.NEEDED_OF_CHANGED, CHANGED, (AGREE, UNNAMED)),
    (matches.NEEDED_OF_CHANGED_BY_TWO_SPEAKERS, CHANGED, (DIFFER,)),
)
REPORT = "in the outlet’s own words"
QUOTATIONS = (
    (matches.NEEDED_OF_ONE_WORD, "a single rare word stands in the other", (AGREE, UNNAMED)),
    (matches.NEEDED_OF_SAME_WORDS, "two whole quotations of the same words", (AGREE, UNNAMED)),
    *PASSAGES,
    (
        lone_fragments.NEEDED_OF_FRAGMENT_BY_TWO_SPEAKERS,
        "one to four words stand in a longer quotation, and nothing else of both speakers matches",
        (DIFFER,),
    ),
    (
        lone_fragments.NEEDED_OF_WORDS_BY_TWO_SURE_PEOPLE,
        "words of two people who are surely named, and nothing else of both matches",
        (DIFFER,),
    ),
    (
        other_occasions.NEEDED_OF_ANOTHER_OCCASION,
        "changed words that one article says were said a month ago or earlier",
        (AGREE, DIFFER, UNNAMED),
    ),
    (matches.NEEDED_OF_REPORTED, REPORT, (AGREE,)),
    (matches.NEEDED_OF_REPORTED_BY_UNKNOWN, REPORT, (UNNAMED,)),
)
WORDS_OF_SPEAKERS = {True: AGREE, False: DIFFER, None: UNNAMED}


@dataclass(frozen=True, slots=True)
class Need:
    """What is asked of a match of one sort; `beside` where the sentences beside it match too."""

    what: str
    speakers: str
    strength: str
    beside: str


@dataclass(frozen=True, slots=True)
class Scale:
    """How strength is reckoned, and all strengths that are asked for."""

    chance_bits: str
    chance_share: str
    chance_run: str
    chance_clause: str
    matter_part: str
    possible: str
    least_by_two_speakers: str
    needs: tuple[Need, ...]


def write_figure(figure: float) -> str:
    """Write a figure without noughts that say nothing."""
    return f"{round(figure, 2):g}"


def write_part(part: float) -> str:
    """Write a part as a percentage."""
    return f"{part:.0%}"


def show_scale() -> Scale:
    """Show what strength is and how much is needed; no figure is written here a second time."""
    return Scale(
        chance_bits=write_figure(kinship.CHANCE_BITS),
        chance_share=write_part(kinship.CHANCE_SHARE),
        chance_run=write_figure(kinship.CHANCE_RUN),
        chance_clause=write_figure(kinship.CHANCE_CLAUSE),
        matter_part=write_part(kinship.MATTER_PART),
        possible=write_part(matches.POSSIBLE_PART),
        least_by_two_speakers=write_figure(matches.NEEDED_OF_WHOLE),
        needs=tuple(
            Need(
                what,
                " or ".join(speakers),
                write_figure(strength),
                write_figure(matches.NEEDED_BESIDE * strength) if one in PASSAGES else "",
            )
            for one in QUOTATIONS
            for strength, what, speakers in (one,)
        ),
    )


def say_need(needed: float, same_speaker: bool | None) -> str:
    """Say which need a strength is: what it is asked of, and what is said of the speakers.

    Nothing is said of a figure that no need has now: it is of an earlier analysis.
    """
    speakers = WORDS_OF_SPEAKERS[same_speaker]
    said = [
        (speakers not in asked, what) for strength, what, asked in QUOTATIONS if _is_one(strength, needed)
    ]
    if said:
        return f"{min(said)[1]}, {speakers}"
    for strength, what, _ in PASSAGES:
        if _is_one(matches.NEEDED_BESIDE * strength, needed):
            return f"{what}, {speakers}, {BESIDE}"
    return ""


def _is_one(strength: float, needed: float) -> bool:
    """Tell whether two figures are written alike."""
    return write_figure(strength) == write_figure(needed)
