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
from handbook.pages.names import names_of
from handbook.pages.numbers import Number, numbers_of
from handbook.pages.page import Page
from handbook.pages.prose import Line, prose_of
from handbook.pages.stamp import START, TITLE
from handbook.problem import Place

_SIGN = re.compile(r"^\s*(?:\d+[.)]|[-*+])\s|^#+")


@dataclass
class Part:
    """`name`: `##` for a heading, else the name of the block; empty before the first heading.

    `section`: the id above, or TITLE or START.
    """

    section: str
    name: str
    place: Place
    locale: str
    lines: list[Line] = field(default_factory=list)

    @functools.cached_property
    def raw(self) -> str:
        """The lines as they stand in the file."""
        return "\n".join(line.raw for line in self.lines)

    @functools.cached_property
    def text(self) -> str:
        """As long as `raw`; what nobody reads and the signs of lists are covered."""
        return "\n".join(
            " " * len(sign) + line.text[len(sign) :]
            for sign, line in zip(self.signs, self.lines, strict=True)
        )

    @functools.cached_property
    def signs(self) -> tuple[str, ...]:
        """What makes each line a heading or an item of a list, such as `1. ` or `- `; else empty."""
        return tuple(_sign(line.raw) for line in self.lines)

    @functools.cached_property
    def numbers(self) -> list[Number]:
        """The numbers in digits, their offsets in `text`."""
        return numbers_of(self.text, self.locale)

    @functools.cached_property
    def names(self) -> dict[str, int]:
        """The names that no language changes, with their offsets in `text`."""
        return names_of(self.text)

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


def _sign(line: str) -> str:
    sign = _SIGN.match(line)
    return sign[0] if sign else ""


def parts_of(page: Page) -> list[Part]:
    """The parts of a page in order; those of one section stand together."""
    parts = [Part(TITLE, "", page.title_place or Place(page.path), page.locale)]
    start = Part(START, "", page.place(0), page.locale)
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
            section, inner = Part(name, sign, line.place, page.locale), []
            parts.append(section)
        elif opening:
            block = Part(section.section, opening["name"], line.place, page.locale)
            inner.append((depth, block))
            parts.append(block)
        part = inner[-1][1] if inner else section
        if "message" not in line.blocks:
            part.lines.append(line)
    return parts


@functools.lru_cache(maxsize=1024)  # the source is compared with each language, a page by several rules
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
