"""Mentions to people: who a name, a title or a pronoun stands for, within an article and across articles."""

import re

_TITLES = re.compile(r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sen|rep|gov|president|the)\.?\s+)+", re.IGNORECASE)


def compare_names(a: str, b: str) -> bool | None:
    """Tell whether two names stand for one person: True surely, False surely not, None cannot be told."""
    first = _TITLES.sub("", a).casefold().split()
    second = _TITLES.sub("", b).casefold().split()
    if not first or not second:
        return None
    if first == second:
        return True
    if first[-1] == second[-1] and 1 in (len(first), len(second)):
        return True
    if first[-1] == second[-1] and first[0][0] == second[0][0]:
        return None
    return False
