"""An HTML element to what it does to the text: opens a block, is never text, or is page furniture."""

import re

from articles.uploads.page_tree import Element, attribute

_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p
    pre search section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that hold one article, or a part of it.
HOMES = frozenset({"article", "main"})

# Never shown as text, so not even reported as left out.
UNSEEN = "never shown as text"
_UNSEEN_NAMES = """
    script style template noscript svg math object applet audio video canvas select datalist textarea
    iframe noembed noframes title rp head
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())

CAPTION = "caption of a picture"
CREDIT = "a picture credit"
BYLINE = "the byline"
PULL_QUOTE = "a pull quote, printed again in the article"
HIDDEN = "hidden on the page"
COMMENTS = "readers' comments"
ASIDE = "beside the article"
_FURNITURE = {
    "nav": "navigation",
    "menu": "navigation",
    "amp-sidebar": "navigation",
    "footer": "foot of the page",
    "address": BYLINE,
    "aside": ASIDE,
    "form": "a form",
    "button": "a button",
    "label": "a form",
    "figcaption": CAPTION,
    "dialog": "a notice over the page",
    "amp-consent": "a notice over the page",
    "amp-user-notification": "a notice over the page",
    "amp-social-share": "share buttons",
    "amp-ad": "an advertisement",
}
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "complementary": ASIDE,
    "contentinfo": "foot of the page",
    "search": "a form",
    "form": "a form",
    "dialog": "a notice over the page",
    "alertdialog": "a notice over the page",
}
# Words of a class or id by which content systems name what surrounds an article, wherever in the name.
_NAMED = (
    ("share sharing sharedaddy sharebar social addtoany addthis", "share buttons"),
    ("related relatedposts recommended recommendations recirc recirculation trending", "other stories"),
    ("popular outbrain taboola promo promos teaser teasers readmore morefrom", "other stories"),
    ("newsletter newsletters subscribe subscription signup", "an invitation to subscribe"),
    ("comments comment commentlist respond disqus", COMMENTS),
    ("advert advertisement adverts ad ads sponsored dfp", "an advertisement"),
    ("sidebar", ASIDE),
    ("nav navbar navigation menu breadcrumb breadcrumbs pagination pager skip", "navigation"),
    ("cookie cookies gdpr consent onetrust", "a notice over the page"),
    ("caption", CAPTION),
    ("credit credits", CREDIT),
    ("footer", "foot of the page"),
    ("byline bylines", BYLINE),
)
_REASON_BY_WORD = {word: reason for words, reason in _NAMED for word in words.split()}
# These count only as the whole name or its first word: "elementor-widget-text" holds an article,
# "hidden-print" is shown.
_REASON_BY_NAME = {
    "widget": ASIDE,
    "hidden": HIDDEN,
    "sr-only": HIDDEN,
    "visually-hidden": HIDDEN,
    "visuallyhidden": HIDDEN,
    "screen-reader-text": HIDDEN,
}
# A name with one of these tells of a state ("no-sidebar", "comments-open") or of a quoted post.
_STATES = "has with no not without is show style open closed enabled disabled embed embedded tweet quote"
_STATE_WORDS = frozenset(_STATES.split())
# After one of these the rest tells how the article itself is laid out ("content-sidebar-wrap").
_BODY_NAMES = "body text content wrap wrapper container layout column col"
_BODY_WORDS = frozenset(_BODY_NAMES.split())
_NAME_PARTS = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_PULL_QUOTE = re.compile(r"pull[-_]?quote|quote[-_]{0,2}pull", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# A page's outermost elements carry class names that tell of what they hold, not of what they are.
_NEVER_BY_NAME = frozenset({"html", "body", "main", "article"}) | HEADINGS
# Longer lists of names are data.
_LONGEST_NAMES = 2_000


def reason_to_leave_out(element: Element) -> str:
    """Say why the contents of an element are no part of the article, or "" if they may be."""
    if element.tag in _UNSEEN:
        return UNSEEN
    if not element.attrs:
        return _FURNITURE.get(element.tag, "")
    if _is_hidden(element):
        return HIDDEN
    names = _names(element)
    if _PULL_QUOTE.search(names):
        return PULL_QUOTE
    role = _ROLES.get(attribute(element, "role").strip().lower(), "")
    by_kind = _FURNITURE.get(element.tag) or role
    return by_kind or ("" if element.tag in _NEVER_BY_NAME else _reason_by_names(names.split()))


def _names(element: Element) -> str:
    return f"{attribute(element, 'class')} {attribute(element, 'id')}"[:_LONGEST_NAMES]


def _is_hidden(element: Element) -> bool:
    return (
        ("hidden" in element.attrs and attribute(element, "hidden").lower() != "until-found")
        or attribute(element, "aria-hidden").lower() == "true"
        or bool(_HIDDEN_STYLE.search(attribute(element, "style")))
    )


def _reason_by_names(names: list[str]) -> str:
    # "hidden md:block" is shown on wide screens.
    shown_somewhere = any(":" in name for name in names)
    for name in names:
        reason = _REASON_BY_NAME.get(name.lower(), "")
        if reason and not shown_somewhere:
            return reason
        if reason := _reason_by_parts([part.lower() for part in _NAME_PARTS.split(name) if part]):
            return reason
    return ""


def _reason_by_parts(parts: list[str]) -> str:
    if not _STATE_WORDS.isdisjoint(parts):
        return ""
    for part in parts:
        if reason := _REASON_BY_WORD.get(part, ""):
            return reason
        if part in _BODY_WORDS:
            break
    return ""
