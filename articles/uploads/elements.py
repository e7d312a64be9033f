"""An HTML element to what it does to the text: opens a block, is never text, or is page furniture."""

import re

from articles.uploads.markup import Tag

_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p
    pre search section summary table tbody td tfoot th thead tr ul
"""
_VOID = "area base br col embed hr img input link meta param source track wbr"
BLOCKS = frozenset(_BLOCKS.split())
VOID = frozenset(_VOID.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that an opening tag of the same family closes, for their end tags may be left away.
CLOSED_BY_NEXT = {
    "p": BLOCKS,
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
    "option": frozenset({"option"}),
}

# Never shown as text, so not even reported as left out.
UNSEEN = "never shown as text"
_UNSEEN_NAMES = """
    script style template noscript svg math object applet audio video canvas select datalist textarea
    iframe noembed noframes title rp
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_FURNITURE = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "foot of the page",
    "aside": "beside the article",
    "form": "a form",
    "button": "a button",
    "label": "a form",
    "figcaption": "caption of a picture",
    "dialog": "a notice over the page",
}
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "complementary": "beside the article",
    "contentinfo": "foot of the page",
    "search": "a form",
    "form": "a form",
    "dialog": "a notice over the page",
    "alertdialog": "a notice over the page",
}
# The first word of a class or id, by which content systems name what surrounds an article.
_NAMED = (
    ("share sharing sharedaddy social addtoany addthis", "share buttons"),
    ("related recommended recirc trending popular jp-relatedposts outbrain taboola promo", "other stories"),
    ("newsletter subscribe subscription signup paywall", "an invitation to subscribe"),
    ("comments comment respond disqus disqus_thread", "readers' comments"),
    ("advert advertisement ad ads sponsored", "an advertisement"),
    ("sidebar widget", "beside the article"),
    ("nav navbar navigation menu breadcrumb breadcrumbs pagination pager skip", "navigation"),
    ("cookie cookies gdpr consent", "a notice over the page"),
    ("caption wp-caption-text credit", "caption of a picture"),
    ("footer", "foot of the page"),
    ("sr-only visually-hidden visuallyhidden screen-reader-text hidden", "hidden on the page"),
)
_REASON_BY_NAME = {word: reason for words, reason in _NAMED for word in words.split()}
_FIRST_WORD = re.compile("[-_]")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# A page's outermost elements carry class names that tell of what they hold, not of what they are.
_NEVER_BY_NAME = frozenset({"html", "body", "main", "article"}) | HEADINGS


def reason_to_leave_out(tag: Tag) -> str:
    """Say why the contents of an element are no part of the article, or "" if they may be."""
    if tag.name in _UNSEEN:
        return UNSEEN
    if tag.name in _FURNITURE:
        return _FURNITURE[tag.name]
    attributes = tag.attributes() if tag.raw_attributes.strip() else {}
    if not attributes:
        return ""
    if _is_hidden(attributes):
        return "hidden on the page"
    role = _ROLES.get(attributes.get("role", "").strip().lower(), "")
    return role or ("" if tag.name in _NEVER_BY_NAME else _reason_by_name(attributes))


def _is_hidden(attributes: dict[str, str]) -> bool:
    return (
        ("hidden" in attributes and attributes["hidden"].lower() != "until-found")
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
    )


def _reason_by_name(attributes: dict[str, str]) -> str:
    for name in (attributes.get("class", "") + " " + attributes.get("id", "")).lower().split():
        reason = _REASON_BY_NAME.get(name) or _REASON_BY_NAME.get(_FIRST_WORD.split(name, maxsplit=1)[0])
        if reason:
            return reason
    return ""
