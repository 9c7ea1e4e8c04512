"""A page as one text, so that a rule looks once at a page and not once at each of its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from handbook.pages.page import Page
from handbook.pages.prose import Line, prose_of
from handbook.problem import Place


@dataclass(frozen=True)
class Reading:
    """`text`: what readers meet, one line behind the other. `raw`: the same with nothing masked.

    `starts`: the offset at which each of `lines` begins, in both.
    """

    page: Page
    lines: tuple[Line, ...]
    text: str
    raw: str
    starts: tuple[int, ...]

    def line(self, offset: int) -> Line:
        """The line in which a character stands."""
        return self.lines[bisect_right(self.starts, offset) - 1]

    def place(self, offset: int) -> Place:
        """The place of a character in the file."""
        number = bisect_right(self.starts, offset) - 1
        return self.lines[number].at(offset - self.starts[number])


def reading_of(page: Page) -> Reading:
    """The page read once for all rules."""
    lines = tuple(prose_of(page))
    starts = []
    offset = 0
    for line in lines:
        starts.append(offset)
        offset += len(line.text) + 1
    text, raw = ("\n".join(part) for part in ([x.text for x in lines], [x.raw for x in lines]))
    return Reading(page, lines, text, raw, tuple(starts))
