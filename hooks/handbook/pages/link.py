"""The links and pictures of a page as Python-Markdown reads them, each target where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from handbook.pages.page import Page
from handbook.problem import Place

Kind = Literal["link", "picture", "tag", "bare", "spaced", "open"]
"""`tag`: written in HTML. `bare`: an address among the words. `spaced`, `open`: an address with a space
in it, and one whose bracket is not closed on its line."""

_HIDDEN = re.compile(
    r"^[ \t]*(?P<fence>```|~~~).*?(?:^[ \t]*(?P=fence)[^\n]*$|\Z)|<!--.*?(?:-->|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|\\[\\\[\]()`]",
    re.DOTALL | re.MULTILINE,
)
_TARGET = re.compile(
    r"[ \t]*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?:[ \t]*\n?[ \t]*(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\]^\n][^\]\n]*)\]:[ \t]*\n?[ \t]*<?(?P<target>[^\s>]*)", re.MULTILINE
)
_USE = re.compile(r"(?<!\])\[(?P<words>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")
_NOTE = re.compile(r"(?P<start>^ {0,3})?\[\^(?P<name>[^\]\s]+)\](?P<colon>:)?", re.MULTILINE)
_TAG = re.compile(r"<(?:a|img)\b[^>]*?\b(?:href|src)\s*=\s*[\"']?(?P<target>[^\"'\s>]*)", re.IGNORECASE)
_BARE = re.compile(r"https?://[^\s<>()\[\]\"“”«»]+", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """One link. `target`: the address as written, at `place`; `words`: what stands in its brackets."""

    kind: Kind
    target: str
    place: Place
    words: str = ""


@dataclass(frozen=True)
class Label:
    """`[words][name]` or `[^name]`, and where it stands."""

    name: str
    place: Place


def links_of(page: Page) -> list[Link]:
    """Every link, picture and address of a page in order; nothing of code and comments."""
    text = hide(page.body)
    found = list(_inline(page, text))
    if "]:" in text:
        found += _written(page, text, "link", _DEFINITION)
    if "<" in text:
        found += _written(page, text, "tag", _TAG)
    if "://" in text:
        found += _bare(page, text, {link.place for link in found})
    return sorted(found, key=lambda link: link.place)


def undefined_of(page: Page) -> list[Label]:
    """The uses of a name in `[words][name]` that no line `[name]: address` defines."""
    if "][" not in page.body:
        return []
    text = hide(page.body)
    defined = {_name(match["name"]) for match in _DEFINITION.finditer(text)}
    return [
        Label(name, _place(page, match.start()))
        for match in _USE.finditer(text)
        if _name(name := match["name"] or match["words"]) not in defined
    ]


def notes_of(page: Page) -> tuple[list[Label], list[Label]]:
    """The footnotes of a page: where they are used, and where they are written."""
    used: list[Label] = []
    written: list[Label] = []
    if "[^" in page.body:
        for match in _NOTE.finditer(hide(page.body)):
            is_written = match["start"] is not None and match["colon"]
            label = Label(match["name"], _place(page, match.start("name") - 2))
            (written if is_written else used).append(label)
    return used, written


def hide(body: str) -> str:
    """The body with blanks for code, comments and escaped brackets; every place stays what it was."""
    if not any(sign in body for sign in ("`", "~~~", "<!--", "\\")):
        return body
    return _HIDDEN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)


def _inline(page: Page, text: str) -> Iterator[Link]:
    behind = text.find("](")
    while behind >= 0:
        opening = _opening(text, behind)
        if opening is not None:
            yield _link(page, text, opening, behind)
        behind = text.find("](", behind + 1)


def _opening(text: str, closing: int) -> int | None:
    """The bracket that belongs to the one at `closing`, in the same paragraph."""
    depth = 0
    for at in range(closing, max(text.rfind("\n\n", 0, closing), -1), -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth == 0:
            return at
    return None


def _link(page: Page, text: str, opening: int, behind: int) -> Link:
    words = text[opening + 1 : behind].strip()
    kind: Kind = "picture" if text[opening - 1 : opening] == "!" else "link"
    start = behind + 2
    if match := _TARGET.match(text, start):
        group = "plain" if match["angle"] is None else "angle"
        start, target = match.start(group), match[group]
    else:
        rest = text[start:].split("\n", 1)[0]
        target, bracket, _ = rest.partition(")")
        kind, target = ("spaced" if bracket else "open"), target.strip()
    return Link(kind, target, _place(page, start), words)


def _written(page: Page, text: str, kind: Kind, form: re.Pattern[str]) -> Iterator[Link]:
    for match in form.finditer(text):
        yield Link(kind, match["target"], _place(page, match.start("target")), words="-")


def _bare(page: Page, text: str, told: set[Place]) -> Iterator[Link]:
    for match in _BARE.finditer(text):
        place = _place(page, match.start())
        if place not in told:
            yield Link("bare", match[0].rstrip(".,;:!?…*_"), place)


def _name(written: str) -> str:
    return " ".join(written.split()).casefold()


def _place(page: Page, at: int) -> Place:
    line_start = page.body.rfind("\n", 0, at) + 1
    return page.place(page.body.count("\n", 0, at), at - line_start + 1)
