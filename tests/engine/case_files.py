"""Files of cases: a title (`## `), a text (`text: `, ¶ parts paragraphs), and what is found, a line each."""

from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    name: str
    text: str
    expected: list[str]


def read_cases(folder: Path) -> list[Case]:
    return [case for path in sorted(folder.glob("*.md")) for case in _read_file(path)]


def _read_file(path: Path) -> list[Case]:
    cases: list[Case] = []
    title = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        elif line.startswith("text: "):
            text = line.removeprefix("text: ").replace("¶", "\n")
            cases.append(Case(f"{path.stem}: {title}", text, []))
        elif line.startswith("= "):
            cases[-1].expected.append(line.removeprefix("= "))
    return cases
