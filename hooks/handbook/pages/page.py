"""One page of one language: its front matter, its text and the places in it."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from functools import cached_property

from handbook.pages.blocks import ASIDES, BLOCK_OPENING, is_fence
from handbook.pages.translation import Translation, read_translation
from handbook.problem import Place, Problems
from handbook.reader import SLUG, Reader
from handbook.yaml_source import Node, Text

# Markdown takes #title for a heading too, without a space.
_HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*(?:\{[^}]*#([^\s}]+)[^}]*\})?\s*$")


@dataclass(frozen=True, eq=False)
class Page:
    """`key` is the address without language and slash: `index`, `safe-accounts/second-lock`.

    `body` begins at line `first_line` of the file. `headings`: titles by id, in order; `heading_lines`:
    the same ids by line of the body. The places are those of the values in the front matter.
    `translation`: the source text that was translated; None in the source language and before a stamp.
    Two pages are equal only if they are the same one, so that what is told from one can be remembered.
    """

    locale: str
    key: str
    path: str
    title: str = ""
    description: str = ""
    updated: str = ""
    sources: tuple[tuple[str, Place], ...] = ()
    body: str = ""
    first_line: int = 1
    headings: Map[str, str] = field(default_factory=dict)
    heading_lines: Map[int, str] = field(default_factory=dict)
    title_place: Place | None = None
    description_place: Place | None = None
    translation: Translation | None = None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the body."""
        return tuple(self.body.split("\n"))

    def id_at(self, body_line: int) -> str:
        """The id of the heading or frame that begins at a line, counted from 0; empty for none."""
        return self.heading_lines.get(body_line, "")

    def place(self, body_line: int, column: int = 1) -> Place:
        """The place of a line of the body, counted from 0."""
        return Place(self.path, self.first_line + body_line, column)


def read_page(text: str, locale: str, key: str, path: str, problems: Problems) -> Page:
    """Read one Markdown file; what is wrong with its front matter and headings is reported."""
    front, body, first_line = _split(text)
    if front is None:
        problems.add(Place(path), "no-front-matter")
    reader = Reader(problems)
    mapping = reader.document(front, path, first_line=2) if front is not None else None
    wanted, possible = ("title", "description", "updated"), ("sources", "translation")
    fields = reader.fields(mapping, wanted, possible) if mapping else {}
    page = Page(
        locale=locale,
        key=key,
        path=path,
        title=reader.text(fields.get("title")) or "",
        description=reader.text(fields.get("description")) or "",
        updated=reader.day(fields.get("updated")) or "",
        sources=tuple(
            (node.value, node.place)
            for node in reader.items(fields.get("sources"))
            if isinstance(node, Text)
        ),
        body=body,
        first_line=first_line,
        title_place=_place_of(fields, "title", front),
        description_place=_place_of(fields, "description", front),
        translation=read_translation(mapping, reader) if mapping else None,
    )
    titles, lines = _headings(page, problems)
    return replace(page, headings=titles, heading_lines=lines)


def _place_of(fields: Map[str, Node], name: str, front: str | None) -> Place | None:
    """Where the words begin: behind the quotation mark, if there is one."""
    if name not in fields or front is None:
        return None
    place = fields[name].place
    mark = front.split("\n")[place.line - 2][place.column - 1 : place.column]
    return Place(place.path, place.line, place.column + (mark in ("'", '"')))


def _split(text: str) -> tuple[str | None, str, int]:
    """Front matter, body, and the line at which the body begins."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].strip() != "---":
        return None, text, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            first = min(number + 2, len(lines))  # a file may end with its data
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), first
    return None, text, 1


def _headings(page: Page, problems: Problems) -> tuple[dict[str, str], dict[int, str]]:
    """Titles by id and ids by line, of headings and frames; missing, odd and double ids are reported."""
    found: dict[str, str] = {}
    lines: dict[int, str] = {}
    fenced = False
    for number, line in enumerate(page.lines):
        if is_fence(line):
            fenced = not fenced
        if fenced or not line.startswith(("#", "///")):
            continue
        title, heading_id = _heading(line, page.place(number), problems)
        if not heading_id:
            continue
        if not SLUG.fullmatch(heading_id):
            problems.add(page.place(number), "heading-id", word=heading_id)
        if heading_id in found:
            problems.add(page.place(number), "heading-id-twice", word=heading_id)
        else:
            lines[number] = heading_id
        found.setdefault(heading_id, title)
    return found, lines


def _heading(line: str, place: Place, problems: Problems) -> tuple[str, str]:
    """Title and id of a heading or a frame; both empty for other lines."""
    if heading := _HEADING.match(line):
        if len(heading[1]) == 1:
            problems.add(place, "heading-one")
        elif heading[3] is None:
            problems.add(place, "heading-without-id", title=heading[2])
        return heading[2], heading[3] or ""
    opening = BLOCK_OPENING.match(line)
    # A message or a card is written out without an id, so no link reaches it.
    if opening is None or opening["name"] in ASIDES:
        return "", ""
    return opening["title"] or "", opening["id"] or ""
