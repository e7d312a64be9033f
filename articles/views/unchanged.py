"""To answer at once, as long as nothing that a page shows has changed since it was answered last."""

from collections.abc import Callable, Collection
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.cache import cache as answers
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from articles.fragments import VARIES
from articles.pages.display import chosen_display
from articles.views.readers import LARGEST_ID, is_editor, whole_number

View = Callable[..., HttpResponse]

# The story that a page is about, by what its address names.
OF_SLUG = "SELECT id FROM articles_story WHERE slug = %s"
OF_ARTICLE = "SELECT story_id FROM articles_article WHERE id = %s"

# What a page shows of its articles; when the analysis last found something in them; and the last change
# that an editor made to anything. Written out, because this is asked before every answer and the ORM takes
# several times as long to write the query as the database to answer it.
STATE = """
SELECT a.id, a.text_digest, a.analysed_at, a.headline, a.deck, a.byline, a.address, a.published_at,
       a.series_id, a.edition, a.current,
       o.name, o.slug, s.title, s.slug, (SELECT MAX(id) FROM django_admin_log)
FROM articles_article a
JOIN articles_story s ON s.id = a.story_id
LEFT JOIN articles_outlet o ON o.id = a.outlet_id
WHERE a.publication = 'published' AND (a.story_id IN ({story}) OR a.id IN ({others}))
ORDER BY a.id
"""
NO_ARTICLE = 0

# The headers that an answer depends on beside its address.
ASKED_BY = ("HX-Request", "HX-Target", "HX-History-Restore-Request")
# The files that a page is made by: another release may say the same rows otherwise.
SOURCES = (("templates", "*.html"), ("static", "*/*"), ("articles", "**/*.py"))


def unless_unchanged(story: str, sides: Collection[str] = ()) -> Callable[[View], View]:
    """Answer 304, or what was answered before, while the articles of a story stand as they did.

    `story` selects its key by what the address names; the articles that the parameters `sides` of the
    query string name, perhaps of other stories, are looked at too. The view is handed the name of their
    state, under which it may keep what it makes (`pages/kept.py`). An editor, who sees drafts, and a
    developer, who changes files, always get the page anew, and an empty name.
    """
    state = STATE.format(story=story, others=", ".join(["%s"] * len(sides)) or "NULL")

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **named: str | int) -> HttpResponse:
            if settings.DEBUG or is_editor(request):
                return view(request, state="", **named)
            rows = read_state(request, state, next(iter(named.values())), sides)
            key = name_answer(request, rows)
            unchanged = get_conditional_response(request, etag=f'"{key}"')
            if unchanged is not None:
                unchanged["ETag"] = f'"{key}"'
                patch_vary_headers(unchanged, VARIES)
                return unchanged
            response: HttpResponse | None = answers.get(key)
            if response is None:
                response = view(request, state=name_state(rows), **named)
                response["ETag"] = f'"{key}"'
                answers.set(key, response)
            return response

        return answer

    return decorate


def read_state(
    request: HttpRequest, state: str, named: str | int, sides: Collection[str]
) -> list[tuple[object, ...]]:
    """Read the state of the articles that a request may show: one query."""
    chosen = [whole_number(request.GET.get(side)) or NO_ARTICLE for side in sides]
    if isinstance(named, int) and named > LARGEST_ID:
        named = NO_ARTICLE
    with connection.cursor() as cursor:
        cursor.execute(state, [named, *chosen])
        rows: list[tuple[object, ...]] = cursor.fetchall()
        return rows


def name_state(state: list[tuple[object, ...]]) -> str:
    """Name what is made from the articles in this state, whatever is asked about them."""
    return name((release(), state))


def name_answer(request: HttpRequest, state: list[tuple[object, ...]]) -> str:
    """Name an answer by what is asked for, and by everything that it depends on."""
    headers = (request.headers.get(name, "") for name in ASKED_BY)
    asked = (request.get_full_path(), chosen_display(request), *headers)
    return name((release(), asked, state))


def name(values: object) -> str:
    """Name some values by a digest of what they print as."""
    return sha256(repr(values).encode()).hexdigest()[:32]


@cache
def release() -> str:
    """Tell one release from another by its files."""
    root = Path(settings.BASE_DIR)
    files = sorted(file for folder, kind in SOURCES for file in (root / folder).glob(kind) if file.is_file())
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
