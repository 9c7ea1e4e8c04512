"""Compares a page with the list, and names everything that is not on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from handbook.problem import Place, Problem
from handbook.walls.allowed import ADDRESSES, HEAD, SHELL, TEXT, Attributes, values_of
from handbook.walls.tags import PIECES, Tag, address_of, tag_of

_LONGEST = 60
"""Characters of a page that a message repeats."""
_END_OF_HEAD = "</head>"
_TOLD = {
    "tag": ("name",),
    "attribute": ("name", "element", "value"),
    "value": ("name", "value"),
    "address": ("value",),
    "sign": ("value",),
}
"""What a message says of a breach, by the end of its code."""


@dataclass(frozen=True)
class Breach:
    """One thing that is not on the list.

    `code`: of the message. `name`: of the element or attribute. `value`: the refused value. `tag`: as it
    stands in the page, at `offset`. `element`: whose attribute it is.
    """

    code: str
    tag: str
    offset: int
    name: str = ""
    value: str = ""
    element: str = ""

    @property
    def short(self) -> str:
        """What was refused, on one line that can be read at a glance."""
        words = " ".join((self.value or self.tag).split())
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


@dataclass
class Wall:
    """`table`: the elements that are allowed. `head`: it is for whole pages, which begin with a head.

    `exact`: what a head may hold besides, word for word.
    """

    table: Map[str, Attributes]
    exact: frozenset[str] = frozenset()
    head: bool = False
    good: set[str] = field(default_factory=set)
    """The tags that were found to be on the list: pages share most of them."""

    def breaches(self, html: str) -> list[Breach]:
        """Everything in `html` that is not on the list, in order."""
        if self.head:
            top, end, rest = html.partition(_END_OF_HEAD)
            html = self._without_head(top) + end + rest
        pieces = PIECES.split(html)
        if self.good.issuperset(pieces[1::2]) and not any("<" in text for text in pieces[::2]):
            return []
        return list(self._look(pieces))

    def _without_head(self, top: str) -> str:
        """What is allowed only as our template writes it is blotted out, so that offsets stay."""
        for known in self.exact:
            top = top.replace(known, " " * len(known))
        return HEAD.sub(lambda found: " " * len(found[0]), top)

    def _look(self, pieces: list[str]) -> Iterator[Breach]:
        offset = 0
        refused = set()
        for number, piece in enumerate(pieces):
            if number % 2 and piece.lower() in refused:
                pass  # the closing tag of what was told
            elif number % 2 == 0:
                if (at := piece.find("<")) >= 0:
                    yield Breach("wall-sign", piece[at : at + 40].strip(), offset + at)
            elif piece not in self.good:
                found = list(self._judge(piece, offset))
                yield from found
                refused |= {f"</{each.name}>" for each in found if each.code == "wall-tag"}
                if not found:
                    self.good.add(piece)
            offset += len(piece)

    def _judge(self, piece: str, offset: int) -> Iterator[Breach]:
        tag = tag_of(piece)
        if tag is None:
            yield Breach("wall-sign", piece, offset)
        elif tag.name not in self.table:
            words = [value for _, value in tag.attributes if "<" in value] if self.head else []
            if words:  # of our own template, with an editor's words in it
                yield Breach("wall-sign", words[0], offset)
            else:
                yield Breach("wall-tag", piece, offset, tag.name)
        else:
            yield from self._attributes(tag, piece, offset)

    def _attributes(self, tag: Tag, piece: str, offset: int) -> Iterator[Breach]:
        seen = set()
        for written, value in tag.attributes:
            name = written.lower()
            values = values_of(self.table, tag.name, name)
            if values is None or name in seen:
                yield Breach("wall-attribute", piece, offset, name, value, tag.name)
            elif values in ADDRESSES and not values.fullmatch(address_of(value)):
                yield Breach("wall-address", piece, offset, name, value, tag.name)
            elif not values.fullmatch(value):
                yield Breach("wall-value", piece, offset, name, value, tag.name)
            seen.add(name)


def problem_of(breach: Breach, place: Place) -> Problem:
    """What an editor is told, once for all breaches of one kind at one place."""
    told = {"name": breach.name, "value": breach.short, "element": breach.element}
    values = {name: told[name] for name in _TOLD[breach.code.partition("-")[2]]}
    return Problem(place, breach.code, values)


def text_wall() -> Wall:
    """For the text of a page alone, as Markdown, our blocks and the quizzes made it."""
    return Wall(TEXT)


def foot_wall() -> Wall:
    """For what stands behind the text in a page."""
    return Wall(SHELL)


def page_wall(scripts: Iterable[str], policies: Iterable[str]) -> Wall:
    """For a whole page. `scripts`: its inline ones. `policies`: content policies that it may have."""
    exact = {f"<script>{script}</script>" for script in scripts}
    exact |= {
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        for policy in policies
        if policy
    }
    return Wall(SHELL, frozenset(exact), head=True)
