"""Words to the datelines that open paragraphs: "TORONTO, June 3 (Reuters) —" belongs to no sentence."""

import re
from bisect import bisect_left

from articles.engine.text.words import Words

_LETTER = r"[^\W\d_]"
_BLANKS = r"[^\S\n]*"
_PLACE = rf"{_LETTER}[\w.’'-]+(?:[ /]+{_LETTER}[\w.’'-]*){{0,3}}"
# ", Ont.", ", June 3", ", 5 May 2024"
_FURTHER = rf"(?:,{_BLANKS}(?:{_LETTER}[\w.’']*|\d{{1,4}})(?:[ ](?:{_LETTER}[\w.]*|\d{{1,4}})){{0,3}}){{0,3}}"
_AGENCY = rf"{_BLANKS}\([^()\n]{{2,40}}\)"
# A hyphen counts beside a blank only: "NATO-led" is one word.
_DASH = rf"{_BLANKS}(?:--|[—–―‒−|•·~]|(?<=\s)[-_]|[-_/](?=\s)){_BLANKS}"
_DATELINE = re.compile(
    rf"^{_BLANKS}[\[(]?(?P<place>{_PLACE})[\])]?{_FURTHER}(?P<agency>{_AGENCY})?{_DASH}(?=[\"“‘'«„]?(?P<next>\w))",
    re.MULTILINE,
)
# What sets an insertion off: "NATO — the alliance — said".
_INSERTS = re.compile(r"\s(?:--|[—–-])\s|[—―]")
_STOP = re.compile(r"[.!?]\s|\n")
# No place has a shorter name, in which many other things are written in capitals.
_SHORTEST = 3


def datelines_of(words: Words) -> dict[int, int]:
    """Map the first word of each paragraph that opens with a dateline to the first word behind it."""
    found = (line for line in _DATELINE.finditer(words.text) if _is_dateline(words.text, line))
    return {bisect_left(words.starts, line.start()): bisect_left(words.starts, line.end()) for line in found}


def _is_dateline(text: str, line: re.Match[str]) -> bool:
    """Tell whether the place is in capitals, or an agency follows it, and a sentence begins behind it."""
    in_capitals = len(line["place"]) >= _SHORTEST and line["place"].isupper()
    opens = line["next"].isupper() or line["next"].isdigit()
    if not opens or not (in_capitals or line["agency"]):
        return False
    stop = _STOP.search(text, line.end())
    return len(_INSERTS.findall(text, line.end(), stop.start() if stop else len(text))) % 2 == 0
