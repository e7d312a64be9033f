"""A line to the reason why it is page furniture wherever it stands, by its wording alone.

Every expression must match a whole line, so that an article that speaks of newsletters or copyright
keeps its sentences. Each is a form found across many outlets' pages; none is one outlet's own.
"""

import re

# Longer lines are prose, whatever they begin with.
MOST_CHARACTERS = 320

# Furniture speaks to the reader; what stands in quotation marks is somebody's words.
_TEXT = r"[^“”\"]"

NETWORK = (
    r"(?:facebook|twitter|x|whats ?app|e-?mail|print|linked ?in|reddit|pinterest|telegram|tumblr"
    r"|tweet|pin it|flipboard|messenger|instagram|youtube|tik ?tok|threads|bluesky|mastodon"
    r"|copy(?: the)? link|link copied!?|share|save|comments?|bookmark|google\+?|rss)"
)

_ADVERTISEMENT = (
    r"(?:\W*advert(?:isement|isment|ising|orial)?\W*){1,3}",
    r"ads?|ad feedback|skip ad(?:vertisement)?|sponsored(?: by .{1,40})?",
    r"\W*(?:(?:story|article|content) continues|continue reading)(?: (?:below|after)[\w ]{0,40})?\W*",
    r"advertisement\W+(?:(?:story|article|content) continues|continue reading|scroll).{0,50}",
    r"(?:scroll|swipe)(?: down)? (?:to|for) (?:continue|more|read).{0,60}",
    r"this (?:ad|video|advertisement) (?:will|could not|cannot).{0,80}",
    r"loading(?: ad| video)?\W{0,3}",
)
_SHARE = (
    r"share(?: this)?(?: (?:article|story|post|page|news|content|via))?:?",
    r"share(?: this)?(?: (?:article|story|post|page|news))? (?:on|via|with|to) [\w ,’']{1,40}:?",
    r"(?:e-?mail|print|tweet|like|follow|pin) (?:this|us) (?:on|via|to)(?: [\w-]+){1,4}:?",
    r"click to (?:share|e-?mail|print|tweet)\b.{0,60}\(opens in (?:a )?new window\)",
    rf"{NETWORK}(?:[\s,|/·•]+{NETWORK})+",
    r"view (?:this )?(?:post|profile|video|reel) on (?:instagram|facebook|tik ?tok|x|twitter|threads)\W*",
    r"a (?:post|video|photo|reel) (?:shared|posted) by .{1,100}",
    r"tweet|retweet|pin it|copy link|link copied!?|follow us:?|e-?mail this|print this(?: page| article)?",
)
_SUBSCRIBE_TO = (
    r"(?:please |click (?:here )?to )?(?:sign up|subscribe|register (?:for|to|now|here)|join (?:our|us))\b"
    rf"{_TEXT}{{0,160}}\b(?:newsletters?|inbox|alerts?|updates|e-?mails?|briefing|channel|podcast|whatsapp)\b"
    rf"{_TEXT}{{0,80}}"
)
_SUBSCRIBE = (
    _SUBSCRIBE_TO,
    r"(?:sign up|subscribe|register)(?: to [\w’' ]{1,40})?,? (?:now|today|here|for free)\W*",
    rf"get (?:the|our|all|more|breaking|daily|your)\b{_TEXT}{{1,120}}\b(?:inbox|newsletters?)\b.{{0,40}}",
    r"(?:subscribe|sign up|sign in|log ?in|register|donate)(?: now| here| today| for free)?[!.:]?",
    r"(?:our |free |daily |weekly |morning ){0,3}newsletters?(?: sign-?up)?:?",
    r"enter your e-?mail(?: address)?.{0,40}",
    rf"by (?:signing up|subscribing|clicking)\b{_TEXT}{{1,200}}\b(?:terms|policy)\b.{{0,80}}",
    r"(?:download|get) (?:our|the) (?:free )?(?:[\w.-]+ ){0,3}app\b.{0,60}",
    r"(?:thank you|thanks) for (?:subscribing|signing up|reading)\b.{0,60}",
)
_LINK = (
    rf"[\[(]?(?:please )?click here\b{_TEXT}{{0,140}}",
    r"(?:read|see|watch|view|find out|learn) more(?: (?:here|below|(?:at|on|about) .{1,80}))?[.…»>:]*",
    r"(?:continue reading|keep reading|full story|view gallery|(?:view|see|show|load) (?:all|more))\W*",
)
_COPYRIGHT = (
    r"(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by )).{0,240}",
    r"(?:[^.!?]{0,120}[.,]? ?)?all rights reserved\b.{0,120}",
    r"this (?:material|article|content) may not be (?:published|reproduced|copied|broadcast)\b.{0,200}",
)
# What asks for a reader's comment: everything after it is readers' and the page's.
_COMMENT_FORM = (
    r"leave (?:a|your) (?:reply|comment|response)(?: cancel reply)?(?: to .{1,60})?",
    r"(?:post|add|write|submit|make) (?:a|your) (?:comment|reply|response)",
    r"your e-?mail (?:address )?will not be (?:published|shown|shared).{0,80}",
    r"required fields are marked.{0,20}",
    r"save my name, e-?mail,? and website in this browser.{0,60}",
    r"(?:join|start) the (?:conversation|discussion).{0,40}",
    r"(?:you must be |please )?(?:log|sign)(?:ged|ed)? ?in to (?:leave|post|write) a (?:comment|reply).{0,9}",
    r"(?:view|show|read|see)(?: all)? \(?\d{0,6}\)? ?comments?(?: \(\d+\))?",
    r"be the first to comment.{0,40}|comment(?:s are|ing is) closed(?: (?:for|on) this .{1,30})?\W*",
    r"cancel reply|notify me of (?:follow-?up comments|new posts).{0,40}",
)
# A count of comments stands above them, but also beside a headline.
_COMMENT_COUNT = r"\d{1,6} (?:comments?|replies|responses|thoughts?)(?: (?:on|to) [^.!?]{1,160})?"
# What heads a list of other stories, or a box that follows the article.
_MORE_STORIES = (
    r"(?:related|recommended|similar|popular|trending|latest|recent|other|more)"
    r" (?:news|stories|story|articles?|posts?|content|coverage|reading|topics|links|videos?|headlines)"
    r"(?: (?:for you|from .{1,40}))?:?"
)
_YOU_MAY_LIKE = (
    r"you (?:may|might)(?: also)? (?:like|be interested in|enjoy|have missed)"
    r"(?: (?:these|this|to|from)\b.{0,30})?\W*"
)
_OTHER_STORIES = (
    _MORE_STORIES,
    _YOU_MAY_LIKE,
    r"(?:recommended|picked|more) for you:?|(?:don['’]t|do not) miss:?|what (?:others|people) are reading:?",
    r"(?:most|editors?['’]?s?) (?:read|popular|viewed|shared|commented|picks?|choice)(?: .{1,30})?:?",
    r"(?:more|other stories) (?:from|by|on|in|about) (?:this |the |our )?[\w’'.& -]{1,50}:?",
    r"(?:read|up|see|watch) (?:next|also|more)(?: on .{1,40})?:?|also read:?",
    r"(?:previous|older|newer|next) (?:story|article|post)s?(?::? .{1,120})?|post navigation",
    r"related:?|recommended:?|trending(?: now)?:?|around the web|from our partners|promoted stories",
    r"(?:sponsored|paid|partner) content|about the (?:author|writer|reporter)s?:?",
    r"(?:share|like) this:?|like loading(?:\.{3}|…)|comments:?|tags?:?",
)
_AGENCY = r"(?:ap|afp|reuters|epa|getty(?: images)?|shutterstock|istock|pa|pool)"
_PICTURE = (
    r"[\[(]?(?:(?:file |stock |featured |cover |main )?(?:photo|image|picture|photograph|video|graphic"
    r"|illustration|screen ?shot)s?(?: credits?| source| courtesy| by| via){0,2}|credits?)"
)
_CREDIT = (
    rf"{_PICTURE}\s*[:/|©]\s*(?:[^.!?“”\"]|\.(?! [A-Z][a-z]+ [a-z])){{2,110}}[\])]?",
    rf"{_PICTURE} (?:by|courtesy of|via|©) [^.!?“”\"]{{2,80}}[\])]?",
    rf"[\[(]?{_AGENCY}(?: (?:photo|images?|file))*\s*[/|]\s*[^.!?“”\"]{{2,80}}[\])]?",
    rf"[^.!?“”\"]{{2,60}}/{_AGENCY}(?: (?:photo|images|via .{{1,30}}))?",
    rf"[\[(](?:[^.!?“”\"()\[\]]{{0,80}}[/ ])?{_AGENCY}(?: photo| images)?(?:/[^.!?“”\"]{{1,60}})?[\])]",
    r"getty images|shutterstock|(?:ap|reuters) photo",
)
# "Related: Another Headline": the headline after the colon begins with a capital and is no sentence.
_TITLED_LINK = re.compile(
    r"(?:RELATED|Related|SEE ALSO|See [Aa]lso|READ (?:MORE|ALSO|NEXT)|Read (?:[Mm]ore|[Aa]lso|[Nn]ext)"
    r"|ALSO READ|Also [Rr]ead|WATCH|MORE|DON['’]T MISS|Don['’]t [Mm]iss|RECOMMENDED|Recommended"
    r"|Related (?:[Ss]tory|[Ss]tories|[Aa]rticles?|[Nn]ews|[Cc]overage))\s*[:|–>»—-]+\s*"
    r"[A-Z0-9“‘\"'].{1,200}[^.]"
)
# The last sentence of an article may send its reader to another page.
_MORE = (
    r"(?:(?:much |even )?more|(?:the|our|its|his|her|their) (?:full|whole|rest|original|entire|complete)\b)"
)
_PLACE = (
    r"(?:here|below|online|at (?:this|the) (?:link|website|site)|(?:by )?clicking here"
    r"|(?:by )?following this link|via this link|(?:at|on|in|via) (?:https?:)?[\w./-]*\w\.\w{2,6}\S*)"
)
_END = r"[.!:…»>)\]]*"
_FULL_STORY = (
    r"[\[(]?(?:(?:you|readers) can |to )?(?:read|see|watch|view|find|learn|get|listen to) "
    rf"{_MORE}{_TEXT}{{0,120}}?,? {_PLACE}{_END}"
)
_LINK_SENTENCE = (
    _FULL_STORY,
    rf"[\[(]?(?:please )?click here\b{_TEXT}{{0,140}}",
    rf"[\[(]?(?:read|see) (?:it|the (?:story|article|report|interview)) (?:here|at this link){_END}",
    rf"[\[(]?(?:(?:read|see) more|(?:more|full story) here|read (?:the )?full (?:story|report)){_END}",
)

_FLAGS = re.IGNORECASE


def _union(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), _FLAGS)


_REASONS = (
    ("an advertisement", _union(*_ADVERTISEMENT)),
    ("share buttons", _union(*_SHARE)),
    ("an invitation to subscribe", _union(*_SUBSCRIBE)),
    ("a link to another page", _union(*_LINK)),
    ("a copyright line", _union(*_COPYRIGHT)),
    ("a picture credit", _union(*_CREDIT)),
    ("a comment form", _union(*_COMMENT_FORM)),
    ("a link to another story", _TITLED_LINK),
)
_READERS_COMMENTS = _union(*_COMMENT_FORM, _COMMENT_COUNT)
_HEADS_OTHER_STORIES = _union(*_OTHER_STORIES)
_SENDS_ELSEWHERE = _union(*_LINK_SENTENCE)


def furniture_reason(line: str) -> str:
    """Say why a line is furniture wherever it stands, or ""."""
    if len(line) > MOST_CHARACTERS:
        return ""
    return next((reason for reason, pattern in _REASONS if pattern.fullmatch(line)), "")


def is_comment_form(line: str) -> bool:
    """Tell whether a line asks for readers' comments or counts them."""
    return len(line) <= MOST_CHARACTERS and bool(_READERS_COMMENTS.fullmatch(line))


def heads_other_stories(line: str) -> bool:
    """Tell whether a line heads a list of other stories or a box that follows the article."""
    return len(line) <= MOST_CHARACTERS and bool(_HEADS_OTHER_STORIES.fullmatch(line))


def sends_elsewhere(sentence: str) -> bool:
    """Tell whether a sentence only sends the reader to another page ("Read more at this link.")."""
    return len(sentence) <= MOST_CHARACTERS and bool(_SENDS_ELSEWHERE.fullmatch(sentence))
