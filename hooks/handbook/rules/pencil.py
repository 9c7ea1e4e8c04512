"""What is still to be written: the skeletons mark each such place with a pencil."""

from __future__ import annotations

import re
from collections.abc import Callable

from handbook.problem import Level, Place, Problems

PENCIL = "\u270e"
_HINT = re.compile(rf"{PENCIL}[ \t]*(?P<hint>.*?)[\s\"']*(?:\{{#[^}}]*\}})?\s*$")


def check_pencil(
    path: str, text: str, problems: Problems, *, draft: bool | Callable[[int], bool] = False
) -> None:
    """Report every line of a file that bears a pencil, wherever it stands in the line.

    `draft`: whether the file, or a line of it counted from 1, belongs to something that no reader sees
    yet; a pencil there is only a notice.
    """
    if PENCIL not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _HINT.search(line):
            hidden = draft if isinstance(draft, bool) else draft(number)
            level: Level = "notice" if hidden else "error"
            place = Place(path, number, found.start() + 1)
            problems.add(place, "pencil", level, hint=found["hint"] or line.strip())
