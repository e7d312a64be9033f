"""Made-up articles to how many of them are read in a second.

As in news, an article of 900 words prints about nine stretches in quotation marks and twenty-three
reports in its own words. No article is read twice.
"""

from time import process_time

from articles.engine.reading.reading import read_article
from articles.evaluation.made_up import Writer

WORDS = 900
QUOTED, REPORTED = 9, 23
# Articles that are read before the clock is started, for the tables that reading makes as it goes.
WARMING = 20
_REPORTS = (
    "{speaker} said {words}.",
    "{speaker} said that {words}.",
    "{speaker} told reporters that {words}.",
    "According to {speaker}, {words}.",
    "The {noun} warned that {words}, {speaker} said.",
    "{speaker} said the {noun} {words}.",
)
_NOUNS = ("minister", "company", "council", "officer", "report")


def write_news(number: int, words: int = WORDS) -> str:
    """Write a made-up article that quotes and reports as much as news does."""
    writer = Writer(number)
    quotations = [(" ".join(writer.sentence()).capitalize() + ".", writer.speaker()) for _ in range(QUOTED)]
    paragraphs = writer.article(quotations, 0).split("\n")
    for at in range(REPORTED):
        report = _REPORTS[at % len(_REPORTS)]
        said = " ".join(writer.words(12))
        printed = report.format(speaker=writer.speaker(), noun=_NOUNS[at % len(_NOUNS)], words=said)
        paragraphs.insert(2 * at + 1, printed)
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
        paragraphs.append(" ".join(writer.sentence()).capitalize() + ".")
    return "\n".join(paragraphs)


def articles_a_second(count: int = 100) -> float:
    """Give how many articles are read in a second of CPU time."""
    for number in range(WARMING):
        read_article(write_news(number))
    articles = [write_news(number) for number in range(WARMING, WARMING + count)]
    start = process_time()
    for article in articles:
        read_article(article)
    return count / (process_time() - start)
