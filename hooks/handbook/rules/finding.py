"""What a rule finds in a text, wherever that text stands: on a page, in a quiz, among the buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from handbook.problem import Level


@dataclass(frozen=True)
class Finding:
    """`offset`: the character of the text, from 0. The others are as in a Problem."""

    offset: int
    code: str
    values: Map[str, str] = field(default_factory=dict)
    level: Level = "error"


TextRule = Callable[[str, str], Iterator[Finding]]
"""From a text and its language to what is wrong in it. The text may have many lines; what nobody reads
is masked (`prose.FILL`)."""


def first_of_each_line(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What a pattern finds first in each line: a line that is wrong ten times is one thing to mend."""
    end = -1
    for found in pattern.finditer(text):
        if found.start() > end:
            end = text.find("\n", found.start())
            yield found
            if end < 0:
                return


def word_around(text: str, offset: int) -> str:
    """The word at a character, up to the spaces."""
    start = offset
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    end = offset
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]
