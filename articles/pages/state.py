"""The articles of a story to a name of the state they are in, under which what is made of them is kept."""

from collections.abc import Collection, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection

# The story that a page is about, by what names it.
OF_SLUG = "SELECT id FROM articles_story WHERE slug = %s"
OF_ARTICLE = "SELECT story_id FROM articles_article WHERE id = %s"
OF_STATEMENT = "SELECT story_id FROM articles_statement WHERE id = %s"
OF_KEY = "%s"

# What a page shows of its articles; when the analysis last found something in them; and the last time that
# an editor changed what neither tells. Written out, because this is asked before every answer and the ORM
# takes several times as long to write the query as the database to answer it.
STATE = """
SELECT a.id, a.text_digest, a.analysed_at, a.headline, a.deck, a.byline, a.address, a.published_at,
       a.series_id, a.edition, a.current,
       o.name, o.slug, s.title, s.slug,
       (SELECT MAX(l.id) FROM django_admin_log l JOIN django_content_type c ON c.id = l.content_type_id
        WHERE c.app_label = 'articles' AND c.model IN ('speaker', 'quotation'))
FROM articles_article a
JOIN articles_story s ON s.id = a.story_id
LEFT JOIN articles_outlet o ON o.id = a.outlet_id
WHERE a.publication = 'published' AND (a.story_id IN ({story}) OR a.id IN ({others}))
ORDER BY a.id
"""
# The files that a page is made by: another release may say the same rows otherwise.
SOURCES = (("templates", "*.html"), ("static", "*/*"), ("articles", "**/*.py"))

State = list[tuple[object, ...]]


def read_state(story: str, named: str | int, others: Collection[int] = ()) -> State:
    """Read the state of the articles of a story and of some others: one query.

    `story` selects the key of the story by what `named` names.
    """
    with connection.cursor() as cursor:
        cursor.execute(state_query(story, len(others)), [named, *others])
        rows: State = cursor.fetchall()
        return rows


@cache
def state_query(story: str, others: int) -> str:
    """Write the query for a way to name the story and a number of other articles."""
    return STATE.format(story=story, others=", ".join(["%s"] * others) or "NULL")


def name_state(state: State) -> str:
    """Name what is made from the articles in this state, whatever is asked about them."""
    return name((release(), state))


def name(values: Sequence[object]) -> str:
    """Name some values by a digest of what they print as."""
    return sha256(repr(values).encode()).hexdigest()[:32]


@cache
def release() -> str:
    """Tell one release from another by its files."""
    root = Path(settings.BASE_DIR)
    files = sorted(file for folder, kind in SOURCES for file in (root / folder).glob(kind) if file.is_file())
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
