"""From a breach in a finished page back to the line that an editor wrote."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.problem import Place
from handbook.walls.wall import Breach

_ID = re.compile(r'\bid="([\w-]+)"')
_QUOTED = re.compile(r'"([^"]{8,})"')
_SHORT = 3
"""A word of fewer letters stands in every file."""


@dataclass(frozen=True)
class Source:
    """A file that an editor wrote, `path` from the project's folder."""

    path: str
    text: str


def places(breach: Breach, page: str, sources: Iterable[Source]) -> list[Place]:
    """The places in `sources` from which a breach in the HTML `page` comes.

    The most telling words of the breach are looked for first, in every source, the likeliest source
    first; all their places in that source are returned. When nothing is found: the heading above, in the
    first source.
    """
    texts = list(sources)
    for words in _telling(breach):
        for source in texts:
            found = [_place(source, match.start()) for match in words.finditer(source.text)]
            if found:
                return found
    return [_heading_above(breach, page, texts[0])] if texts else []


def _telling(breach: Breach) -> Iterator[re.Pattern[str]]:
    """What may stand in the source, the most telling first; Markdown changes spaces and breaks."""
    for words in dict.fromkeys(_words(breach)):
        if len(words) >= _SHORT:
            yield re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)


def _words(breach: Breach) -> Iterator[str]:
    yield from (breach.tag, html.unescape(breach.tag))
    if breach.code == "wall-sign":
        yield from _QUOTED.findall(breach.tag)  # an editor's words in a tag of the template
        yield from (breach.tag[:length] for length in (24, 12, 4))
    if breach.code == "wall-attribute":  # its value alone may stand anywhere
        yield from (f"{breach.name}={breach.value}", f"{breach.name}=")
    yield from _raw_values(breach)
    yield breach.value
    if breach.code == "wall-tag":
        yield f"<{breach.name}"


def _raw_values(breach: Breach) -> Iterator[str]:
    """The refused value with its entities, as the page has it."""
    if breach.value:
        for sign in "\"'":
            for raw in re.findall(f"={sign}([^{sign}]*){sign}", breach.tag):
                if html.unescape(raw) == breach.value:
                    yield raw


def _heading_above(breach: Breach, page: str, source: Source) -> Place:
    above = _ID.findall(page, 0, breach.offset)
    for name in reversed(above):
        at = source.text.find(f"#{name}}}")
        if at >= 0:
            return Place(source.path, _place(source, at).line)
    return Place(source.path)


def _place(source: Source, at: int) -> Place:
    line_start = source.text.rfind("\n", 0, at) + 1
    return Place(source.path, source.text.count("\n", 0, at) + 1, at - line_start + 1)
