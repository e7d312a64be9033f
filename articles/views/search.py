"""Words looked for in all stories."""

from django.core.validators import slug_re
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from articles.fragments import render_page
from articles.pages.loading import outlets_among, speakers_among
from articles.pages.query import Filters, read_filters
from articles.pages.search import show_search
from articles.views.readers import whole_number
from articles.views.stories import name_anew


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find words in what readers may read, drafts never; `speaker`, `outlet` and `status` narrow it down."""
    page = show_search(filters_of(request), whole_number(request.GET.get("page")))
    return render_page(
        request,
        "search.html",
        {"page": page, "filtered": page.filtered},
        fragments={"found": "_search.html"},
    )


def filters_of(request: HttpRequest) -> Filters:
    """Read the filters; speakers and outlets are those of all stories. A difference cannot be asked for."""
    query = name_anew(request.GET, speakers_among(addresses(request.GET, "speaker")))
    speakers = speakers_among(addresses(query, "speaker"))
    filters = read_filters(query, speakers, outlets_among(addresses(query, "outlet")))
    for kind in filters.kind:
        filters = filters.ignoring("kind", kind)
    return filters.without("kind")


def addresses(query: QueryDict, name: str) -> list[str]:
    """List the values of a parameter that can be addresses."""
    return [value for value in query.getlist(name) if slug_re.match(value)]
