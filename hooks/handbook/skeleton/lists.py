"""Adding to a list of a YAML file that a person keeps: nothing else in the file is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence as Seq

from handbook.problem import Place, Problems
from handbook.programme import Module, read_programme

ENDS = ("activity", "quiz")
"""The pages that close a module: lessons are listed before them."""


def with_page(text: str, module: Module, page: str) -> tuple[str, int] | None:
    """The programme `text` with `page` among the pages of `module`, and its line, counted from 1.

    A lesson stands before the activity and the quiz. None where the layout leaves no sure way.
    """
    wanted, before = _order(module.pages, page)
    lines = text.split("\n")
    line = _insert(lines, module, page, before)
    changed = "\n".join(lines)
    again = read_programme(changed, Problems()).module(module.slug)
    return (changed, line) if again and again.pages == wanted else None


def _order(pages: tuple[str, ...], page: str) -> tuple[tuple[str, ...], int]:
    """The pages with the new one, and its place among them, counted from 0."""
    later = ENDS[ENDS.index(page) + 1 :] if page in ENDS else ENDS
    before = next((number for number, name in enumerate(pages) if name in later), len(pages))
    return (*pages[:before], page, *pages[before:]), before


def _insert(lines: list[str], module: Module, page: str, before: int) -> int:
    """Put the page into the lines; returns the line, counted from 1."""
    if not module.page_places:
        return _first_page(lines, module, page)
    last = before == len(module.page_places)
    place = module.page_places[before - last]
    row, column = place.line - 1, place.column - 1
    line = lines[row]
    if line[:column].strip() == "-":
        lines.insert(row + last, line[:column] + page)
        return row + last + 1
    if last:
        end = column + len(module.pages[-1]) + 2 * (line[column] in "\"'")
        lines[row] = f"{line[:end]}, {page}{line[end:]}"
    else:
        lines[row] = f"{line[:column]}{page}, {line[column:]}"
    return row + 1


def _first_page(lines: list[str], module: Module, page: str) -> int:
    """A line `pages: [page]` above the title of the module; an empty list is filled."""
    own = _rows(lines, module.place)
    for row in own:
        if found := re.match(r"(\s*(?:- )?pages:)\s*(?:\[\s*\])?(\s*(?:#.*)?)$", lines[row]):
            lines[row] = f"{found[1]} [{page}]{found[2]}"
            return row + 1
    margin = " " * (module.place.column - 1)
    row = next((row for row in own if re.match(rf"{margin}(?:draft|title):", lines[row])), own[-1])
    lines.insert(row, f"{margin}pages: [{page}]")
    return row + 1


def _rows(lines: list[str], place: Place) -> range:
    """The lines of a map in a list, counted from 0."""
    start = place.line - 1
    margin = place.column - 1
    for row in range(start + 1, len(lines)):
        line = lines[row]
        if line.strip() and len(line) - len(line.lstrip()) < margin:
            return range(start, row)
    return range(start, len(lines))


def with_entry_in_list(text: str, key: str, entry: str, present: Seq[Place]) -> tuple[str, int]:
    """A file with one more entry at the end of the list `key`, and the line at which it begins.

    `entry` begins with `- `; `present`: the places of the entries that are there.
    """
    lines = text.split("\n")
    if present:
        row = _rows(lines, present[-1]).stop
        margin = " " * max(0, present[-1].column - 3)
    else:
        row = next(n for n, line in enumerate(lines) if re.match(rf"{key}:", line)) + 1
        lines[row - 1] = f"{key}:"
        margin = "  "
    while row and not lines[row - 1].strip():
        row -= 1
    parted = len(present) > 1 and not lines[present[-1].line - 2].strip()
    written = [f"{margin}{line}".rstrip() for line in entry.rstrip("\n").split("\n")]
    if parted:
        written.insert(0, "")
    rest = lines[row:] if any(line.strip() for line in lines[row:]) else [""]
    return "\n".join([*lines[:row], *written, *rest]), row + 1 + parted
