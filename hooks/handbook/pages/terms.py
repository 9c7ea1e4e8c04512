"""The words of the glossary on a page: the first use in a section becomes a link to its note."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from handbook.glossary import Glossary
from handbook.pages.page import Page
from handbook.pages.prose import FILL, Line, prose_of

_NOT_IN = ("message", "card")
"""A message looks like a message, and a card is cut out of paper: neither holds links."""
_LINK_TEXT = re.compile(rf"!?\[[^\]]*\](?={FILL})")
_HEAD = re.compile(r"#|///")


@dataclass(frozen=True)
class Use:
    """The first use of a term in a section: `line` in the file, `start` and `end` in the line."""

    term: str
    section: str
    line: int
    start: int
    end: int


def first_uses(page: Page, glossary: Glossary) -> Iterator[Use]:
    """The first use of each term in each section, where a link may stand, in order."""
    seen: set[tuple[str, str]] = set()
    for line in prose_of(page):
        if line.place.line < page.first_line or _HEAD.match(line.raw) or set(_NOT_IN) & set(line.blocks):
            continue
        for start, end, term in glossary.uses(_without_links(line), page.locale):
            if (line.section, term) not in seen:
                seen.add((line.section, term))
                yield Use(term, line.section, line.place.line, start, end)


def _without_links(line: Line) -> str:
    """No link within a link, and none in the words of a picture."""
    return _LINK_TEXT.sub(lambda found: FILL * len(found[0]), line.text)


def with_terms(page: Page, glossary: Glossary, address: Callable[[str], str]) -> Page:
    """The page with its first uses as links. `address`: of a term's entry in the glossary.

    The definition travels with the link, so that it opens at once, without a network, and on paper.
    """
    lines = page.body.split("\n")
    for use in reversed(list(first_uses(page, glossary))):
        number = use.line - page.first_line
        text = lines[number]
        note = html.escape(glossary.terms[use.term].words[page.locale].definition)
        link = f'<a class="term" href="{address(use.term)}" data-note="{note}">'
        lines[number] = f"{text[: use.start]}{link}{text[use.start : use.end]}</a>{text[use.end :]}"
    return replace(page, body="\n".join(lines))
