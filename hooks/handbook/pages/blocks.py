"""The blocks of a page: `/// story | Title {#id}` … `///`.

The layout is that of pymdownx blocks, read by ourselves: a mistake there turns silently into text
on the page, and paper and exports need the same blocks without MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from handbook.problem import Place, Problems
from handbook.reader import Reader

FRAMES = ("outcomes", "story", "drill", "do", "why", "happened", "try", "day")
"""Blocks whose title is a heading of the page: the frame of every lesson."""
ASIDES = ("message", "local", "card")
"""Blocks that no link can lead to."""
NAMES = (*FRAMES, *ASIDES)
FOLDED = "folded"
"""Behind the country of a `local` block: only its name shows until it is opened, or printed."""

BLOCK_OPENING = re.compile(
    r"///\s+(?P<name>[\w-]+)\s*(?:\|\s*(?P<title>.*?)\s*(?:\{#(?P<id>[^}\s]+)\})?)?\s*$"
)
_CLOSING = re.compile(r"///\s*$")


@dataclass
class Block:
    """`children` are lines of text and further blocks. `line` is counted from 0 in the body.

    `folded`: a `local` block of which only the country shows until it is opened.
    """

    name: str
    title: str = ""
    id: str = ""
    line: int = 0
    children: list[str | Block] = field(default_factory=list)
    folded: bool = False


def blocks_of(
    body: str,
    path: str,
    first_line: int,
    problems: Problems,
    countries: Collection[str] = (),
) -> Block:
    """The tree of blocks of a page's body; the root has no name. `countries`: none allows all.

    Reports unknown names (with the nearest), blocks never closed and closings too many.
    """
    root = Block("")
    stack = [root]
    fenced = False
    for number, line in enumerate(body.split("\n")):
        place = Place(path, first_line + number)
        if is_fence(line):
            fenced = not fenced
        if fenced or not line.startswith("///"):
            stack[-1].children.append(line)
        elif _CLOSING.match(line):
            if len(stack) == 1:
                problems.add(place, "block-closed-twice")
            else:
                stack.pop()
        else:
            block = _open(line, number, place, problems, countries)
            stack[-1].children.append(block)
            stack.append(block)
    for block in stack[1:]:
        if block.name == "?":
            continue  # said already: its line opens no block
        problems.add(Place(path, first_line + block.line), "block-not-closed", name=block.name)
    return root


def is_fence(line: str) -> bool:
    """Whether a line begins or ends a passage of code."""
    return line.lstrip().startswith(("```", "~~~"))


def _open(line: str, number: int, place: Place, problems: Problems, countries: Collection[str]) -> Block:
    opening = BLOCK_OPENING.match(line)
    if opening is None:
        problems.add(place, "block-opening")
        return Block("?", line=number)
    block = Block(opening["name"], opening["title"] or "", opening["id"] or "", number)
    if block.name == "local" and block.title.endswith(f" {FOLDED}"):
        block.title, block.folded = block.title.removesuffix(FOLDED).rstrip(), True
    reader = Reader(problems)
    name_place = Place(place.path, place.line, opening.start("name") + 1)
    if block.name not in NAMES:
        reader.unknown(name_place, "unknown-block", block.name, NAMES)
    elif block.name in FRAMES and not (block.title and block.id):
        problems.add(name_place, "frame-without-title", name=block.name)
    elif block.name == "local" and countries and block.title not in countries:
        reader.unknown(name_place, "unknown-country", block.title, countries)
    return block
