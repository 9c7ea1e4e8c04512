"""The parts of a page that have to be the same in every language, one by one.

A part begins at a heading, at a frame and at every other block. What stands in `local` is left out: it
is written for one country. A `message` is a part without content: its names and numbers are made up.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.pages.blocks import BLOCK_OPENING
from handbook.pages.excuse import excuse_of
from handbook.pages.page import Page
from handbook.pages.prose import Line, prose_of
from handbook.pages.stamp import START, TITLE
from handbook.problem import Place

_MARKER = re.compile(r"^\s*(?:\d+[.)]|[-*+])\s|^#+")


@dataclass
class Part:
    """`name`: `##` for a heading, else the name of the block; empty before the first heading.

    `section`: the id above, or TITLE or START. `opens`: the section begins with this part.
    """

    section: str
    name: str
    place: Place
    opens: bool = False
    lines: list[Line] = field(default_factory=list)

    @functools.cached_property
    def raw(self) -> str:
        """The lines as they stand in the file."""
        return "\n".join(line.raw for line in self.lines)

    @functools.cached_property
    def text(self) -> str:
        """As long as `raw`; what nobody reads and the signs of lists are covered."""
        return "\n".join(_without_marker(line.text) for line in self.lines)

    @functools.cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line.raw) + 1)
        return starts

    def line_at(self, offset: int) -> int:
        """The number of the line, from 0, in which a character of `raw` stands."""
        return bisect.bisect_right(self._starts, offset) - 1

    def place_at(self, offset: int) -> Place:
        """The place of a character of `raw`."""
        number = self.line_at(offset)
        return self.lines[number].at(offset - self._starts[number])

    @functools.cached_property
    def excused(self) -> frozenset[int]:
        """Lines, from 0, that say why they differ."""
        if "<!--" not in self.raw:
            return frozenset()
        return frozenset(number for number, line in enumerate(self.lines) if excuse_of(line.raw))

    def twin(self, line: int, other: Part) -> int | None:
        """The line of `other` that says the same as a line of this part, if lines correspond."""
        return line if len(self.lines) == len(other.lines) else None

    def excuses(self, offset: int, other: Part) -> bool:
        """Whether a difference of a character here from `other` is on purpose."""
        line = self.line_at(offset)
        twin = self.twin(line, other)
        return line in self.excused or (bool(other.excused) if twin is None else twin in other.excused)


def _level(heading: str) -> int:
    return len(heading) - len(heading.lstrip("#"))


def _without_marker(text: str) -> str:
    marker = _MARKER.match(text)
    return " " * marker.end() + text[marker.end() :] if marker else text


def parts_of(page: Page) -> list[Part]:
    """The parts of a page in order; those of one section stand together."""
    parts = [Part(TITLE, "", page.title_place or Place(page.path), opens=True)]
    start = Part(START, "", page.place(0), opens=True)
    section, inner = start, list[tuple[int, Part]]()
    parts.append(start)
    for line in prose_of(page):
        if line.place.line < page.first_line:
            parts[0].lines.append(line)
            continue
        if "local" in line.blocks:
            continue
        depth = len(line.blocks)
        opening = BLOCK_OPENING.match(line.raw) if line.raw.startswith("///") else None
        name = page.id_at(line.place.line - page.first_line)
        while inner and inner[-1][0] >= depth + (opening is None):
            inner.pop()
        if name:
            sign = opening["name"] if opening else "#" * _level(line.raw)
            section, inner = Part(name, sign, line.place, opens=True), []
            parts.append(section)
        elif opening:
            block = Part(section.section, opening["name"], line.place)
            inner.append((depth, block))
            parts.append(block)
        part = inner[-1][1] if inner else section
        if "message" not in line.blocks:
            part.lines.append(line)
    return parts


@functools.lru_cache(maxsize=512)  # the source is compared with each language, a page by several rules
def sections_with_parts(page: Page) -> dict[str, list[Part]]:
    """The parts by section, in the order of the page."""
    sections: dict[str, list[Part]] = {}
    for part in parts_of(page):
        sections.setdefault(part.section, []).append(part)
    return sections


def pairs_of(source: Page, page: Page) -> Iterator[tuple[Part, Part]]:
    """The parts of two pages that stand for each other; sections with other blocks are left out."""
    there, here = sections_with_parts(source), sections_with_parts(page)
    for name in there:
        parts, others = there[name], here.get(name, [])
        if [part.name for part in parts[1:]] == [part.name for part in others[1:]]:
            yield from zip(parts, others, strict=bool(others))


def at(place: Place) -> str:
    """A line of the source, as messages name it."""
    return f"{place.path}:{place.line}"


def twin_place(part: Part, offset: int, other: Part) -> Place:
    """Where in `other` something of this part should stand: its line, or else where `other` begins."""
    twin = part.twin(part.line_at(offset), other)
    return other.place if twin is None else other.lines[twin].place
