"""One statement to its versions: each beside the base, with the words that differ and who carries which."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from articles.engine.differences.differences import DifferenceKind
from articles.engine.reading.headlines import Backing
from articles.engine.tokens.reporting import cues_differ, say_cues
from articles.pages.carried import Carried, list_names, map_base
from articles.pages.coverage import Piece, cut_at_differences, other_end
from articles.pages.evidence import say_evidence
from articles.pages.filtering import STATUS_WORDS, StatusWord, fold
from articles.pages.history import Retold
from articles.pages.loading import COPIED
from articles.pages.outline import Outline
from articles.pages.paragraphs import body_paragraphs
from articles.pages.printed import Printed, spans_of
from articles.pages.sentences import Sentence, once, say_pair, tie_words
from articles.pages.shown import Pair, Shown
from articles.pages.witnesses import Witness

# The gravest differences of a version are listed, the others open on demand: a list of every changed
# word is read by nobody, and the words are marked in the version itself.
MOST_SAID = 4
# What is said of words quoted in a headline that the article below it does not print.
UNBACKED = {
    Backing.NOWHERE.value: " (no article here prints these words below its headline)",
    Backing.ELSEWHERE.value: " (its own text does not print these words)",
}


@dataclass(frozen=True, slots=True)
class Again:
    """Another place that prints the same words: whether from one agency's text, and with which verb."""

    printed: Printed
    position: str
    copied: bool
    cue: Sentence | None


@dataclass(frozen=True, slots=True)
class SetVersion:
    """One wording as it stands in its row: where it is printed, and what differs from the base."""

    printed: Printed
    position: str
    again: tuple[Again, ...]
    runs: tuple[tuple[Piece, ...], ...]
    is_base: bool
    against: str
    status: StatusWord | None
    sentences: tuple[Sentence, ...]
    more: tuple[Sentence, ...]
    cue: Sentence | None
    copied: bool
    translated: bool
    carried: tuple[Carried, ...]
    beside: str
    retold: tuple[tuple[Witness, Retold], ...]


@dataclass(frozen=True, slots=True)
class SetStatement:
    """One statement with its versions level, the base first."""

    statement: Shown
    where: str
    versions: tuple[SetVersion, ...]
    further: tuple[Sentence, ...]
    small: tuple[Sentence, ...]
    reasons: tuple[str, ...]

    @property
    def status(self) -> StatusWord:
        """Its status by word and sign."""
        return STATUS_WORDS[self.statement.status]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the statements of a page have in common: the articles, the asked base, where to go on.

    `texts` tells articles that carry one text by the same number; `paragraphs` are where those of
    the body of each article start, `firsts` its first quotation; `retold` is what versions of one article
    changed in a quotation.
    """

    base: int | None
    side_by_side: str
    texts: Mapping[int, int]
    paragraphs: Mapping[int, Sequence[int]]
    firsts: Mapping[int, int]
    retold: Mapping[int, Sequence[Retold]] = field(default_factory=dict)

    def say_where(self, statement: Shown) -> str:
        """Say how many of the articles at hand print a statement, and how many texts these are."""
        here = say_here(len(self.texts))
        quoting = {v.witness.pk: v.witness.name for v in statement.versions if v.in_marks}
        others = {v.witness.pk: v.witness.name for v in statement.versions if v.witness.pk not in quoting}
        own_words = f"; {list_names(list(others.values()))} in its own words" if others else ""
        if len(quoting) == 1:
            return f"Only in {next(iter(quoting.values()))}, {here}{own_words}"
        if statement.status == COPIED:
            carriers = list_names(list(quoting.values()))
            return f"Only in one agency’s text, carried by {carriers}, {here}{own_words}"
        texts = len({self.texts[pk] for pk in quoting})
        copied = f", which carry {texts} independent text{'s' if texts > 1 else ''}"
        return f"In {len(quoting)} {here}{copied if texts < len(quoting) else ''}{own_words}"

    def say_position(self, printed: Printed) -> str:
        """Say where in its article a version stands."""
        if printed.quotation.place != "body":
            return f"in the {printed.quotation.place}{UNBACKED.get(printed.quotation.backing, '')}"
        starts = self.paragraphs[printed.witness.pk]
        number = max(bisect_right(starts, printed.quotation.start), 1)
        first = "; its first quotation" if self.firsts.get(printed.witness.pk) == printed.quotation.pk else ""
        return f"paragraph {number} of {len(starts)} ({name_third(number, len(starts))}{first})"

    def beside(self, statement: Shown, root: Printed, version: Printed) -> str:
        """Give the address of side by side, opened at a version and the base."""
        if root.witness.pk == version.witness.pk:
            return ""
        return (
            f"{self.side_by_side}?left={root.witness.pk}&right={version.witness.pk}&statement={statement.pk}"
        )


def say_here(articles: int) -> str:
    """Say how many articles are at hand."""
    return f"of the {articles} articles here" if articles > 1 else "the only article here"


def setting_for(outline: Outline, base: int | None, side_by_side: str) -> Setting:
    """Gather what the statements of a page have in common."""
    texts = {witness.pk: witness.pk for witness in outline.witnesses}
    texts |= {witness.pk: group[0].pk for _, group in outline.copies for witness in group}
    starts = {w.pk: [span.start for span in body_paragraphs(w)] for w in outline.witnesses}
    return Setting(base, side_by_side, texts, starts, first_quotations(outline))


def first_quotations(outline: Outline) -> dict[int, int]:
    """Find the quotation that each article prints first, headline and all."""
    places = (p for statement in outline.statements for p in statement.places if p.in_marks)
    firsts: dict[int, tuple[int, int]] = {}
    for place in places:
        here = (place.stored[0][0], place.quotation)
        firsts[place.witness.pk] = min(here, firsts.get(place.witness.pk, here))
    return {article: quotation for article, (_, quotation) in firsts.items()}


def name_third(number: int, total: int) -> str:
    """Name the third of an article that a paragraph stands in; the first one always opens it."""
    if number == 1 or 3 * number <= total:
        return "opening"
    return "middle" if 3 * number <= 2 * total else "end"


def set_statement(statement: Shown, setting: Setting) -> SetStatement:
    """Set the versions of a statement beside its base: the asked article's, or else the fullest.

    Versions of the same words (typography aside) that stand to the base in the same way are set once, with
    every place that prints them.
    """
    root = choose_base(statement, setting.base)
    said = {pair.pk: say_pair(pair) for pair in statement.pairs}
    versions, compared = [], []
    for first, *again in group_versions(statement, root):
        pairs = [] if first is root else pairs_between(statement, first, root)
        compared += pairs
        versions.append(set_version(statement, root, first, again, pairs, said, setting))
    told = {sentence.text for version in versions for sentence in (*version.sentences, *version.more)}
    # An outlet that prints the same words above its text and in it differs in the same way twice.
    every = once(sentence for sentences in said.values() for sentence in sentences)
    return SetStatement(
        statement=statement,
        where=setting.say_where(statement),
        versions=tuple(versions),
        further=tuple(s for s in every if not s.small and s.text not in told),
        small=tuple(s for s in every if s.small),
        reasons=tuple(dict.fromkeys(map(say_evidence, compared or statement.pairs))),
    )


def group_versions(statement: Shown, root: Printed) -> Collection[list[Printed]]:
    """Group the versions of the same words that stand to the base in the same way, the base's first.

    One that was matched with others only stands with the first of its words.
    """
    groups: dict[tuple[str, bool, object], list[Printed]] = {}
    for version in sorted(statement.versions, key=lambda v: v is not root):
        words = fold(" ".join(version.slices)), version.in_marks
        pairs = pairs_with(statement, version, root)
        alike = [key for key in groups if key[:2] == words]
        key = alike[0] if alike and not pairs else (*words, stand_of(version, pairs))
        groups.setdefault(key, []).append(version)
    return groups.values()


def stand_of(version: Printed, pairs: Sequence[Pair]) -> object:
    """Tell how a version stands to the base; one of the very same words stands as the base itself does."""
    kinds = {told.kind for pair in pairs for told in pair.told if not told.small}
    doubts = {pair.doubt for pair in pairs if pair.doubt}
    speaker = version.speaker if DifferenceKind.SPEAKER in kinds else None
    return frozenset(kinds), frozenset(doubts), speaker


def choose_base(statement: Shown, base: int | None) -> Printed:
    """Take the fullest version of the asked article, or the fullest of all where it prints none."""
    quoted = [v for v in statement.versions if v.in_marks]
    own = [v for v in quoted if v.witness.pk == base]
    return min(own or quoted, key=lambda v: v.rank)


def pairs_between(statement: Shown, version: Printed, root: Printed) -> list[Pair]:
    """Find the pairs of a version with the base, or else the first with whatever it was matched to."""
    return pairs_with(statement, version, root) or statement.pairs_of(version)[:1]


def pairs_with(statement: Shown, version: Printed, root: Printed) -> list[Pair]:
    """Find the pairs of a version with the base."""
    both = {version.quotation.pk, root.quotation.pk}
    return [p for p in statement.pairs if {p.a.quotation.pk, p.b.quotation.pk} == both]


def set_version(
    statement: Shown,
    root: Printed,
    version: Printed,
    again: Sequence[Printed],
    pairs: Sequence[Pair],
    said: Mapping[int, Sequence[Sentence]],
    setting: Setting,
) -> SetVersion:
    """Set one wording: its pieces, what differs, and the addresses where it stands."""
    is_base = version is root
    runs, carried = map_base(root, statement) if is_base else (cut_at_differences(version, pairs), ())
    told = once(s for pair in pairs if not pair.reported for s in said[pair.pk] if not s.small)
    return SetVersion(
        printed=version,
        position=setting.say_position(version),
        again=tuple(print_again(statement, version, other, setting) for other in again),
        runs=runs,
        is_base=is_base,
        against=other_end(pairs[0], version).witness.name if pairs else "",
        status=STATUS_WORDS[pairs[0].mark] if pairs else None,
        sentences=told[:MOST_SAID],
        more=told[MOST_SAID:],
        cue=None if is_base else say_verbs(version, root),
        copied=any(pair.copied for pair in pairs),
        translated=any(pair.translated for pair in pairs),
        carried=carried if statement.status != "sole" else (),
        beside=setting.beside(statement, root, version),
        retold=tuple(
            (printed.witness, retold)
            for printed in (version, *again)
            for retold in setting.retold.get(printed.quotation.pk, ())
            if retold.belongs(printed.spans)
        ),
    )


def print_again(statement: Shown, version: Printed, other: Printed, setting: Setting) -> Again:
    """Say of another place that prints the same words where it is, and what still differs around them."""
    both = {other.quotation.pk, version.quotation.pk}
    copied = any(p.copied for p in statement.pairs if {p.a.quotation.pk, p.b.quotation.pk} == both)
    return Again(other, setting.say_position(other), copied, say_verbs(other, version))


def say_verbs(version: Printed, root: Printed) -> Sentence | None:
    """Say which reporting verbs two versions print, where one of them colours the words."""
    if not cues_differ(version.cue, root.cue):
        return None
    sentence = say_cues(root.cue, version.cue, root.witness.name, version.witness.name)
    places = [(v.witness, span) for v in (root, version) for span in spans_of([v.quotation.cue or ()])]
    return Sentence("cue", small=False, parts=tie_words(sentence, places))
