"""Plain Django pages, the measure of the project's own: a few queries, a loop in a template, no more."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template import Context, Template
from django.urls import include, path

from articles.models import Article, Quotation, Speaker, Statement, Story, Version

# Rows of four cells, as a list of quotations has them.
ROWS = """<ul>{% for row in rows %}
<li id="r{{ row.pk }}"><a href="/articles/{{ row.article_id }}/">{{ row.reason }}</a>
  <span>{{ row.start }}</span></li>
{% endfor %}</ul>"""
LIST = Template(ROWS)
PAGE = Template(f"""<!doctype html>
<html lang="en"><head><title>{{{{ story.title }}}}</title></head>
<body><h1>{{{{ story.title }}}}</h1>
<p>{{{{ articles }}}} articles, {{{{ speakers }}}} speakers, {{{{ statements }}}} statements</p>
{ROWS}
</body></html>""")
# What a reader's quotation is long, roughly: the filler of one cell.
TEXT = (
    "Words that somebody said on a day, as one outlet printed them, with nothing left out and nothing added."
)


def rows(request: HttpRequest) -> HttpResponse:
    """Answer 18 rows after two queries."""
    story = Story.objects.earliest("pk")
    return HttpResponse(LIST.render(Context({"rows": quotations_of(story, 18)})))


def page(request: HttpRequest) -> HttpResponse:
    """Answer a page of 52 KB after six queries."""
    story = Story.objects.earliest("pk")
    context = {
        "story": story,
        "articles": Article.objects.filter(story=story).count(),
        "speakers": Speaker.objects.filter(quotations__article__story=story).distinct().count(),
        "statements": Statement.objects.filter(story=story).count(),
        "versions": list(Version.objects.filter(statement__story=story)),
        "rows": quotations_of(story, 300),
    }
    return HttpResponse(PAGE.render(Context(context)))


def quotations_of(story: Story, count: int) -> list[Quotation]:
    """Load the quotations of a story and repeat them until there are enough rows."""
    found = list(Quotation.objects.filter(article__story=story).defer("contents", "stretches"))
    chosen = [found[n % len(found)] for n in range(count)]
    for row in found:
        row.reason = TEXT
    return chosen


def unchanged(request: HttpRequest) -> HttpResponse:
    """Answer that nothing has changed, without having looked."""
    return HttpResponseNotModified()


urlpatterns = [
    path("plain/rows/", rows),
    path("plain/page/", page),
    path("plain/unchanged/", unchanged),
    path("", include("comparer.urls")),
]
