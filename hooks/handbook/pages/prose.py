"""The text of a page as its readers meet it, line by line, every column where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from handbook.pages.blocks import BLOCK_OPENING, is_fence
from handbook.pages.page import Page
from handbook.problem import Place

FILL = "\u25a2"
"""Stands for each character that nobody reads: code, addresses, tags, ids, directives."""
_CLOSING = re.compile(r"///\s*$")
# Every branch begins with a sign of its own, which lets the search pass over all other text.
_HIDDEN = re.compile(
    r"``*[^`]*`+"  # code
    r"|<!--.*?-->|</?[a-zA-Z][^>]*>"  # comments and tags
    r"|\{\{[^{}]*\}\}|\{[#.:][^}]*\}|\{ *[\w-]+=[^}]*\}"  # directives and lists of attributes
    r"|\((?<=\]\()[^)]*\)|\[(?<=\]\[)[^\]]*\]"  # targets of links
    r"|https?://[^\s)>]*|&#?\w+;"
)
_SIGNS = re.compile(r"[`<{\]&]|://")
"""Without one of them nothing is hidden; most lines have none."""
_TAB = re.compile(r'(?P<head>\s*===[!+]*\s+")(?P<title>[^"]*)"\s*$')
_HIDDEN_HEAD = re.compile(r"///\s+(?:local\b.*|[\w-]+\s*\|?)")


@dataclass(frozen=True)
class Line:
    """One line. `text` is as long as `raw`, with FILL for what nobody reads.

    `blocks`: the names of the blocks around, outermost first. `section`: the id of the heading or frame
    above, empty before the first one and in the front matter.
    """

    place: Place
    raw: str
    text: str
    blocks: tuple[str, ...] = ()
    section: str = ""

    def at(self, offset: int) -> Place:
        """The place of a character, `offset` counted from 0."""
        return Place(self.place.path, self.place.line, self.place.column + offset)


@lru_cache(maxsize=4096)  # every rule asks again, and a large book has fewer pages
def prose_of(page: Page) -> tuple[Line, ...]:
    """The title, the description and every line of the body that holds words, in order."""
    return tuple(_prose(page))


def _prose(page: Page) -> Iterator[Line]:
    for place, text in ((page.title_place, page.title), (page.description_place, page.description)):
        if place and text:
            yield Line(place, text, text)
    stack: list[str] = []
    section = ""
    fenced = False
    for number, line in enumerate(page.lines):
        fence = is_fence(line)
        fenced = fenced != fence
        if fence or fenced or not line.strip():
            continue
        opening = BLOCK_OPENING.match(line)
        if _CLOSING.match(line):
            stack = stack[:-1]
            continue
        section = page.id_at(number) or section
        if opening:
            stack = [*stack, opening["name"]]
        text = _without_head(masked(line))
        yield Line(page.place(number), line, text, tuple(stack), section)


def masked(text: str) -> str:
    """The text with FILL for what nobody reads."""
    if not _SIGNS.search(text):
        return text
    return _HIDDEN.sub(lambda found: FILL * len(found[0]), text)


def _without_head(text: str) -> str:
    """A message's sender and a tab's title are read, a block's name and a country's code are not."""
    if tab := _TAB.match(text):
        return FILL * tab.end("head") + tab["title"] + FILL * (len(text) - tab.end("title"))
    head = _HIDDEN_HEAD.match(text) if text.startswith("///") else None
    return FILL * head.end() + text[head.end() :] if head else text
