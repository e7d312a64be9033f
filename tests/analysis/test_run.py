"""Analysis: stored in one transaction, repeatable, independent of the order of upload."""

from itertools import permutations

import pytest

from articles.analysis import ENGINE_VERSION, analyse_story, run
from articles.models import Article, Match, Outlet, Quotation, Speaker, Statement, Story, Version
from tests.conftest import HARBOUR, BringIn

pytestmark = pytest.mark.django_db


def findings(story: Story) -> list[tuple[object, object]]:
    """Everything found, in words and without keys, so that two stores of it can be compared."""

    def cut(quotation: Quotation, spans: list[list[int]]) -> tuple[str, ...]:
        name = quotation.article.outlet.name if quotation.article.outlet else ""
        return (name, *(quotation.article.text[start:end] for start, end in spans))

    statements = []
    for statement in Statement.objects.filter(story=story):
        versions = sorted(
            (cut(v.quotation, v.spans), v.rank, v.quotation.speaker.name if v.quotation.speaker else "")
            for v in statement.versions.select_related("quotation__article__outlet", "quotation__speaker")
        )
        matches = sorted(
            (
                sorted([cut(m.a, m.a_spans), cut(m.b, m.b_spans)]),
                m.status,
                m.reported,
                sorted(
                    (
                        d.kind,
                        d.detail,
                        *sorted([m.a.article.text[slice(*d.a)], m.b.article.text[slice(*d.b)]]),
                    )
                    for d in m.differences.all()
                ),
            )
            for m in statement.matches.all()
        )
        statements.append((versions, matches))
    return sorted(statements)


def test_harbour_has_a_shared_and_a_reversed_statement(harbour):
    texts = {a.pk: a.text for a in harbour.articles.all()}
    by_words: dict[str, list[Match]] = {}
    for match in Match.objects.filter(statement__story=harbour):
        start, end = match.a_spans[0]
        by_words.setdefault(texts[match.a.article_id][start:end][:12].strip("“"), []).append(match)
    assert {m.status for m in by_words["The harbour "]} == {"verbatim"}
    assert len(by_words["The harbour "]) == 3  # each pair of the three articles
    (fees,) = by_words["We will not "] if "We will not " in by_words else by_words["We will rais"]
    assert fees.status == "rewritten"
    assert "negation" in {d.kind for d in fees.differences.all()}


def test_every_order_of_upload_gives_the_same_findings(bring_in: BringIn):
    stored = []
    for n, order in enumerate(permutations(HARBOUR.items())):
        for outlet, text in order:
            bring_in(text, story=f"Order {n}", outlet=outlet)
        story = Story.objects.get(title=f"Order {n}")
        assert analyse_story(story)
        stored.append(findings(story))
        Article.objects.all().delete()
    assert stored[0]
    assert all(found == stored[0] for found in stored)


def test_analysing_again_keeps_every_row_and_address(harbour):
    def rows() -> list[object]:
        return [
            list(Quotation.objects.values_list("pk", "start", "end", "speaker")),
            list(Statement.objects.values_list("pk", "position")),
            list(Speaker.objects.values_list("pk", "slug")),
        ]

    before, found = rows(), findings(harbour)
    assert analyse_story(harbour)
    assert rows() == before
    assert findings(harbour) == found


def test_a_statement_keeps_its_address_when_an_article_is_added(harbour, bring_in):
    before = {
        v.statement_id: v.quotation_id
        for v in Version.objects.filter(statement__story=harbour).order_by("-pk")
    }
    bring_in(
        "A quiet opening\n\nThe mayor spoke for a minute at the quay in Seaford on Monday morning.\n\n"
        "“The harbour belongs to everyone who works on the water,” said Jane Smith.",
        outlet="The Gull",
    )
    assert analyse_story(harbour)
    for statement, quotation in before.items():
        assert Version.objects.filter(statement=statement, quotation=quotation).exists()


def test_a_failure_keeps_the_old_findings_and_says_so(harbour, monkeypatch):
    before = findings(harbour)

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(run, "collate", fail)
    assert not analyse_story(harbour)
    assert findings(harbour) == before
    article = harbour.articles.first()
    assert article.analysis == Article.Analysis.FAILED
    assert "nothing is lost" in article.analysis_failure


def test_success_is_dated_and_names_the_engine(harbour):
    article = harbour.articles.first()
    assert (article.analysis, article.engine_version) == (Article.Analysis.DONE, ENGINE_VERSION)
    assert article.analysed_at is not None
    assert article.analysis_failure == ""


def test_every_stored_span_slices_its_article(harbour):
    for quotation in Quotation.objects.select_related("article"):
        text = quotation.article.text
        assert quotation.parts
        for start, end in [*quotation.parts, *quotation.contents]:
            assert 0 <= start < end <= len(text)
        assert (quotation.start, quotation.end) == (quotation.parts[0][0], quotation.parts[-1][1])
        for place in (quotation.mention, quotation.cue):
            assert place is None or text[place[0] : place[1]].strip()


def test_queries_do_not_grow_with_the_quotations(bring_in, django_assert_max_num_queries):
    outlet = Outlet.objects.create(name="The Long Read").name
    for n in range(2):
        said = "\n\n".join(
            f"“The {word} of the harbour was never in any doubt to me,” said Jane Smith of case {word} {n}."
            for word in ("cost", "size", "depth", "safety", "future", "colour", "height", "noise") * 5
        )
        bring_in(f"Many words\n\nMuch was said about the harbour.\n\n{said} {n}", outlet=outlet, story="Long")
    with django_assert_max_num_queries(60):
        assert analyse_story(Story.objects.get(title="Long"))


def test_the_address_of_a_statement_that_became_part_of_another_leads_there(bring_in, client):
    one = "Ferry\n\n“The ferry will sail again in May,” said Ann Lee, the harbour master."
    other = "Orchard\n\n“My grandfather planted that orchard with his bare hands,” said Ann Lee."
    story = bring_in(one, outlet="The Gull").story
    bring_in(other, outlet="The Heron")
    assert analyse_story(story)
    before = set(story.statements.values_list("pk", flat=True))
    assert len(before) == 2
    both = (
        "Both\n\n“The ferry will sail again in May and my grandfather planted that orchard "
        "with his bare hands,” said Ann Lee."
    )
    bring_in(both, outlet="The Courier")
    assert analyse_story(story)
    (now,) = story.statements.values_list("pk", flat=True)
    (former,) = before - {now}
    response = client.get(f"/statements/{former}/", follow=True)
    assert response.redirect_chain == [(f"/statements/{now}/", 302)]
    assert "sail again in May" in response.content.decode()
    assert client.get(f"/statements/{former + now}/").status_code == 404
