"""Clean text to a Reading: everything found in one article, before any comparison."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.engine.attribution.attribution import choose_speakers, redirect_quoted
from articles.engine.attribution.candidates import Choice
from articles.engine.attribution.reasons import say_reason, tell_attribution
from articles.engine.attribution.salience import Speaker
from articles.engine.attribution.speakers import Resolver
from articles.engine.quotations.echoes import (
    AT_HEAD,
    HEADING_WORDS,
    Echoes,
    attribute_by_echo,
    name_by_echo,
)
from articles.engine.quotations.headings import find_headings
from articles.engine.quotations.marks import Stretch, Style, pair_marks
from articles.engine.quotations.outline import Outline, outline_paragraphs
from articles.engine.quotations.quotations import Attribution, Kind, Place, Quotation, SetAside
from articles.engine.quotations.set_aside import tell_reason
from articles.engine.quotations.unmarked import find_unmarked
from articles.engine.reading.grouping import Group, group_stretches
from articles.engine.reading.hints import give_hints
from articles.engine.reading.printed import body_of, hold_form, norms_of
from articles.engine.reading.translations import ENGLISH, mark_translated
from articles.engine.reports.according import name_source
from articles.engine.reports.manners import leave_out_manners
from articles.engine.reports.reported import Reported, find_reported
from articles.engine.text.classes import classify_words
from articles.engine.text.spans import Span
from articles.engine.text.words import Words, split_words

# A speaker chosen with less certainty than this is not named.
LEAST_CERTAINTY = 0.2
# Whom a pronoun stands for is no surer than this where somebody else may be meant.
UNCLEAR_CERTAINTY = 0.6


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a body) who is quoted in one article, under the fullest name it prints.

    `key` is the same for spellings that are surely the same ("Mr. Bondarev", "Boris Bondarev")
    and is what speakers are joined by across articles. `stated` is False for one known only
    by role ("the officer"): such a speaker is never joined across articles by its name alone.
    """

    key: str
    name: str
    stated: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article quotes: quotations in reading order, and marked stretches set aside."""

    text: str
    headline: Span | None
    deck: Span | None
    quotations: tuple[Quotation, ...]
    people: tuple[Person, ...]
    set_aside: tuple[SetAside, ...]
    language: str = ENGLISH


def read_article(
    text: str, headline: Span | None = None, deck: Span | None = None, language: str = ENGLISH
) -> Reading:
    """Find every quotation of one clean text and say who said it.

    `text` is the stored text that all offsets refer to (paragraphs divided by line feeds).
    `headline` and `deck` are their places in it, where known; when neither is given they are
    told from the shape of the first lines. `language` is the one that the text is printed in.
    """
    words = split_words(text)
    marked = pair_marks(text)
    if headline is None and deck is None:
        headline, deck = find_headings(text, marked)
    stretches, labels = find_unmarked(words, marked)
    return _Reader(words, stretches, labels, headline, deck, language).read()


class _Reader:
    """The steps of reading one article, which share its words and outlines."""

    def __init__(
        self,
        words: Words,
        stretches: Sequence[Stretch],
        labels: Mapping[int, Span],
        headline: Span | None,
        deck: Span | None,
        language: str,
    ) -> None:
        self.words = words
        self.stretches = stretches
        self.labels = labels
        self.headline = headline
        self.deck = deck
        self.language = language
        self.classes = classes = classify_words(words)
        self.outlines = outline_paragraphs(words, classes, stretches)
        self.resolver = Resolver(words, classes, self.outlines)
        self.echoes = Echoes(words.text)
        self.speakers: dict[str, Speaker] = {}

    def read(self) -> Reading:
        """Find the quotations and the people of the article."""
        found_reports = find_reported(self.words, [Span(s.start, s.end) for s in self.stretches])
        reports = [name_source(self.words.text, report) for report in found_reports]
        reports = list(leave_out_manners(self.words.text, reports))
        hints = give_hints(self.stretches, reports)
        choices = choose_speakers(self.words, self.outlines, self.stretches, hints)
        choices = [redirect_quoted(self.words, self.outlines, choice) for choice in choices]
        groups = group_stretches(self.words.text, self.outlines, self.stretches, choices, reports)
        found = [self._quotation(group) for group in groups]
        aside = self._set_aside(choices)
        repeated = [(s, echo) for s in aside[:AT_HEAD] if (echo := self._echo(s, found)) is not None]
        found.extend(self._repeat(s.span, echo) for s, echo in repeated)
        unbacked = [s for s in aside if self._is_unbacked(s.span)]
        found.extend(self._unattributed(s.span) for s in unbacked)
        aside = [s for s in aside if s not in [*unbacked, *(r for r, _ in repeated)]]
        stated = frozenset(name for name, speaker in self.speakers.items() if speaker.stated)
        found = name_by_echo(self.echoes, sorted(found, key=lambda q: q.contents), stated)
        found.extend(self._indirect(report) for report in reports if report.kind is Kind.INDIRECT)
        marked = [Span(s.start, s.end) for s in self.stretches]
        found = mark_translated(self.words, self.classes, found, marked, self.language)
        return Reading(
            text=self.words.text,
            headline=self.headline,
            deck=self.deck,
            quotations=tuple(sorted(found, key=lambda q: (q.contents, q.kind))),
            people=self._people(found),
            set_aside=tuple(aside),
            language=self.language,
        )

    def _quotation(self, group: Group) -> Quotation:
        """Make the quotation of a group of stretches."""
        spans = tuple(Span(self.stretches[i].start, self.stretches[i].end) for i in group.stretches)
        contents = spans
        if group.report and group.kind is Kind.MIXED:
            contents = _widen(group.report.contents, spans)
            beyond = (span for span in spans if not any(part.meets(span) for part in contents))
            contents = tuple(sorted((*contents, *beyond)))
        kind = group.kind if not group.report else self._kind(contents, spans)
        return Quotation(
            kind=kind,
            place=self._place(spans[0]),
            stretches=spans if self.stretches[group.stretches[0]].style is not Style.NONE else (),
            contents=contents,
            attribution=self._attribute(group.choice),
        )

    def _kind(self, contents: tuple[Span, ...], stretches: tuple[Span, ...]) -> Kind:
        """Tell whether contents hold words outside quotation marks."""
        at, outside = 0, ""
        for part in contents:
            at = part.start
            for stretch in stretches:
                if part.holds(stretch):
                    outside += self.words.text[at : stretch.start]
                    at = stretch.end
            outside += self.words.text[at : part.end]
        return Kind.MIXED if any(c.isalnum() for c in outside) else Kind.DIRECT

    def _indirect(self, report: Reported) -> Quotation:
        """Make the quotation of a report in the outlet's own words."""
        return Quotation(
            kind=Kind.INDIRECT,
            place=self._place(report.contents[0]),
            stretches=(),
            contents=report.contents,
            attribution=self._attribute_report(report),
        )

    def _attribute(self, choice: Choice) -> Attribution:
        """Turn what was chosen for a stretch into an attribution with its places in the text."""
        if self.stretches[choice.stretch].start in self.labels:
            return self._attribute_turn(self.labels[self.stretches[choice.stretch].start])
        profile = choice.profile
        if profile is None or choice.certainty < LEAST_CERTAINTY:
            return Attribution(None, None, "", "who said it cannot be told", choice.certainty)
        outline = self.outlines[choice.paragraph]
        stretch = self.stretches[choice.stretch]
        at_head = self._place(Span(stretch.start, stretch.end)) is not Place.BODY
        if at_head and not self.resolver.can_speak(outline, profile.mention, profile.relation):
            return Attribution(None, None, "", "the headline names nobody who says it", choice.certainty)
        said = self.words.text[stretch.inner_start : stretch.inner_end]
        speaker = self._remember(self.resolver.resolve_mention(outline, profile.mention, said))
        mention = _span(self.words, outline, profile.mention.start, profile.mention.end)
        cue = _span(self.words, outline, *profile.cue) if profile.cue else None
        reason = tell_attribution(self.words.text, stretch, mention, cue)
        clear = self.resolver.is_clear(outline, profile.mention)
        certainty = choice.certainty if clear else min(choice.certainty, UNCLEAR_CERTAINTY)
        return Attribution(mention, cue, speaker.name, reason, round(certainty, 3))

    def _attribute_turn(self, label: Span) -> Attribution:
        """Make the attribution of a turn, whose label names the speaker; "Q" and "A" name nobody."""
        if label.end - label.start == 1:
            return Attribution(None, None, "", "who said it cannot be told", 1.0)
        speaker = self._remember(self.resolver.resolve_label(label))
        reason = say_reason("the label of the turn", self.words.text, label.start, label.end)
        return Attribution(label, None, speaker.name, reason, 1.0)

    def _attribute_report(self, report: Reported) -> Attribution:
        """Make the attribution of a report in the outlet's own words."""
        if report.source is None:
            return Attribution(None, report.cue, "", "who said it is not named", round(report.certainty, 3))
        speaker = self._remember(self.resolver.resolve_span(report.source))
        start, end = min(report.source.start, report.cue.start), max(report.source.end, report.cue.end)
        reason = say_reason("named with the report", self.words.text, start, end)
        return Attribution(report.source, report.cue, speaker.name, reason, round(report.certainty, 3))

    def _remember(self, speaker: Speaker) -> Speaker:
        return self.speakers.setdefault(speaker.name, speaker) if speaker.name else speaker

    def _place(self, span: Span) -> Place:
        """Tell where in the article a quotation stands."""
        if self.headline and self.headline.meets(span):
            return Place.HEADLINE
        return Place.DECK if self.deck and self.deck.meets(span) else Place.BODY

    def _people(self, quotations: Iterable[Quotation]) -> tuple[Person, ...]:
        """List who is quoted, by name."""
        names = sorted({q.attribution.name for q in quotations if q.attribution.name})
        named = [self.speakers[name] for name in names]
        return tuple(Person(key=s.key, name=s.name, stated=s.stated) for s in named)

    def _set_aside(self, choices: Sequence[Choice]) -> list[SetAside]:
        """List the marked stretches that are no quotation, with the reason."""
        aside = []
        for choice in choices:
            if choice.aside:
                stretch = self.stretches[choice.stretch]
                reason = tell_reason(self.words, self.outlines[choice.paragraph], stretch, choice.stretch)
                aside.append(SetAside(Span(stretch.start, stretch.end), reason))
        return aside

    def _echo(self, aside: SetAside, body: Sequence[Quotation]) -> Quotation | None:
        """Find the quotation that a marked stretch of headline or deck prints a part of."""
        text, span = self.words.text, aside.span
        if self._place(span) is Place.BODY or len(text[span.start : span.end].split()) < HEADING_WORDS:
            return None
        return self.echoes.find(span, body)

    def _is_unbacked(self, span: Span) -> bool:
        """Tell whether the headline puts words in marks that the text below it prints in no form.

        Whatever they are, the reader has only the headline's word for them.
        """
        if self._place(span) is not Place.HEADLINE:
            return False
        text = self.words.text
        body = norms_of(text, body_of(text, (self.headline, self.deck)))
        return not hold_form(body, norms_of(text, (span,)))

    def _unattributed(self, span: Span) -> Quotation:
        """Make the quotation of words in the headline's marks that nobody is said to say."""
        nobody = Attribution(None, None, "", "the text below the headline does not print these words", 0.0)
        return Quotation(Kind.DIRECT, Place.HEADLINE, (span,), (span,), nobody)

    def _repeat(self, span: Span, echo: Quotation) -> Quotation:
        """Make the quotation of a headline or deck whose words the body attributes."""
        return Quotation(Kind.DIRECT, self._place(span), (span,), (span,), attribute_by_echo(echo))


def _widen(contents: tuple[Span, ...], stretches: tuple[Span, ...]) -> tuple[Span, ...]:
    """Move the ends of contents out to the marks of the stretches that lie across them."""
    widened = []
    for part in contents:
        meeting = [s for s in stretches if s.meets(part)]
        start = min([part.start, *(s.start for s in meeting)])
        end = max([part.end, *(s.end for s in meeting)])
        widened.append(Span(start, end))
    return tuple(widened)


def _span(words: Words, outline: Outline, start: int, end: int) -> Span:
    """Give the place in the text of some words of an outline."""
    return Span(words.starts[outline.items[start]], words.ends[outline.items[end - 1]])
