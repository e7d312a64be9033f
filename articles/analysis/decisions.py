"""What editors said of two quotations to verdicts on the quotations that were read."""

from collections.abc import Sequence

from articles.analysis.corrections import nearest_words
from articles.engine import Status, Verdict, Witness
from articles.models import Article, MatchDecision, Story


def load_verdicts(story: Story, articles: Sequence[Article], witnesses: Sequence[Witness]) -> list[Verdict]:
    """Find the two quotations of every decision; one whose words are gone waits, should they return.

    What was said of an earlier version of an article holds for the one that is compared. Of two decisions
    on the same quotations the later one holds.
    """
    index = {article.pk: n for n, article in enumerate(articles)}
    series = {article.series_id or 0: n for n, article in enumerate(articles)}
    verdicts = []
    rows = MatchDecision.objects.filter(article_a__story=story).select_related("article_a", "article_b")
    for row in rows.defer("article_a__upload", "article_b__upload").order_by("decided_at", "pk"):
        ends = []
        for article, words, start in (
            (row.article_a, row.words_a, row.start_a),
            (row.article_b, row.words_b, row.start_b),
        ):
            w = index.get(article.pk, series.get(article.series_id) if article.series_id else None)
            if w is not None:
                reading = witnesses[w].reading
                q = nearest_words(reading.text, reading.quotations, words, start)
                ends += [(w, q)] if q is not None else []
        if len(ends) == 2 and ends[0][0] != ends[1][0]:
            together = row.decision == MatchDecision.Decision.TOGETHER
            status = Status(row.status) if row.status else None
            verdicts.append(Verdict(ends[0], ends[1], together, row.reason, status))
    return verdicts
