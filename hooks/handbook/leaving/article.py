"""What a reader gets from a built page, whoever built it: words, headings, links and questions."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

ANYWHERE = "https://site.example/"
"""Stands for the root of a site, so that links of two sites can be compared."""
_REGIONS = (("main", "id", "content"), ("article", "class", "md-content__inner"))
"""Where our theme, and that of Material and Zensical, show a page."""
_AROUND = frozenset(("eyebrow", "own-state", "path", "steps", "listen"))
"""Classes of what our theme says around the text: where in the module one is, and what comes next."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTROLS = ("input", "select", "option", "textarea")
_NAMED = ("type", "name", "value", "id")
"""What decides about a control."""


@dataclass
class Item:
    """A question as it stands in a form. `reasons`: what the page says to each answer."""

    id: str
    type: str
    stem: list[str] = field(default_factory=list)
    controls: list[tuple[str, ...]] = field(default_factory=list)
    reasons: list[list[str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass
class Article:
    """`headings`: (tag, id, text). `links`: whole addresses. `controls`: those outside questions."""

    words: list[str] = field(default_factory=list)
    headings: list[tuple[str, str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    controls: list[tuple[str, ...]] = field(default_factory=list)


@dataclass
class _Open:
    """An element that is being read: it ends where its name has been closed as often as opened."""

    tag: str
    words: list[str]
    kind: str = ""
    id: str = ""
    depth: int = 1


def read_article(html: str, path: str) -> Article | None:
    """The article of a built page; None for a file that shows none, such as a redirect.

    `path`: of the page below the root of its site, such as `fr/scams/`.
    """
    reader = _Reader(urljoin(ANYWHERE, path))
    reader.feed(html)
    reader.close()
    return reader.article if reader.found else None


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.article = Article()
        self.found = False
        self.open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for one in self.open:
            one.depth += one.tag == tag
        if not self.open:
            if any(tag == name and value in given.get(key, "").split() for name, key, value in _REGIONS):
                self.found = True
                self._begin(tag, self.article.words, "page")
        elif not self._within("left"):
            self._element(tag, given)

    def _element(self, tag: str, given: dict[str, str]) -> None:
        names = given.get("class", "").split()
        items = self.article.items
        if tag in ("script", "style") or (_AROUND & set(names) and not self._within("item")):
            self._begin(tag, [], "left")
        elif tag in _HEADINGS:
            self._begin(tag, [], "heading", given.get("id", ""))
        elif "data-item" in given:
            items.append(Item(given["data-item"], given.get("data-type", "")))
            self._begin(tag, items[-1].words, "item")
        elif tag == "legend" and self._within("item"):
            self._begin(tag, items[-1].stem, "stem")
        elif "reason" in names and self._within("item"):
            items[-1].reasons.append([])
            self._begin(tag, items[-1].reasons[-1], "reason")
        elif tag in _CONTROLS:
            place = items[-1] if self._within("item") else self.article
            place.controls.append((tag, *(given.get(name, "") for name in _NAMED)))
        elif tag == "a" and "href" in given:
            self.article.links.append(urljoin(self.address, given["href"]))

    def handle_endtag(self, tag: str) -> None:
        for one in reversed(self.open):
            one.depth -= one.tag == tag
        while self.open and not self.open[-1].depth:
            done = self.open.pop()
            if done.kind == "heading":
                self.article.headings.append((done.tag, done.id, " ".join(done.words)))

    def handle_data(self, data: str) -> None:
        if self.open and not self._within("left"):
            # No-break spaces part words as others do.
            words = unicodedata.normalize("NFC", data).split()
            for one in self.open:
                one.words += words

    def _begin(self, tag: str, words: list[str], kind: str, id_: str = "") -> None:
        self.open.append(_Open(tag, words, kind, id_))

    def _within(self, kind: str) -> bool:
        return any(one.kind == kind for one in self.open)
