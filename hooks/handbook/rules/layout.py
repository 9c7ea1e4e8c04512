"""Text that Markdown silently makes into something else: what stands too far right or too close.

Each rule was tried with Python-Markdown 3.11 (https://python-markdown.github.io/#differences): it wants
four spaces for what belongs to a list item, and an empty line before a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from handbook.pages.blocks import BLOCK_OPENING, NAMES
from handbook.pages.page import Page
from handbook.problem import Place, Problems

_FENCE = re.compile(r"\s*(```|~~~)")
_CLOSING = re.compile(r"///\s*$")
_FOREIGN = re.compile(r"\s*(?P<sign>!!!|\?\?\?\+?|:::|>\s*\[!)\s*\w")
_ITEM = re.compile(r"(?P<sign>[*+-]|\d+\.)\s+\S")
_NO_ITEM = re.compile(r"(?P<sign>[•◦▪‣·]|\d{1,2}\))\s*\S")
_HEADING = re.compile(r"#{2,6}\s+\S")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*$")
_ROW = re.compile(r"\|.*\|\s*$")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
_TAB = re.compile(r'===[!+]*\s+"')
_WIDTH = 4


@dataclass
class _Run:
    """Lines without an empty line between them, and the list in which they stand.

    `opened`: how the first line of the run began (text, item or row), empty before it; "said" when the
    run was told of. `base`: how far that line is indented. `items`: how far the items above are, the
    innermost last. `ordered`: the kind of the outermost list.
    """

    opened: str = ""
    base: int = 0
    items: list[int] = field(default_factory=list)
    ordered: bool = False

    def begin(self, kind: str, indent: int) -> None:
        """The first line of a run: text at the margin ends the list above."""
        if not self.opened:
            self.opened, self.base = kind, indent
            if kind == "text" and not indent:
                self.items = []


def check_layout(page: Page, problems: Problems) -> None:
    """Report what Markdown reads otherwise than it looks, and blocks in which nothing stands."""
    run = _Run()
    empty: tuple[int, str] | None = None
    fenced = False
    for number, line in enumerate(page.lines):
        fence = bool(_FENCE.match(line))
        fenced = fenced != fence
        if fence or fenced:
            run, empty = _Run(opened="text"), None
        elif not line.strip():
            run.opened = ""
        elif line.startswith("///"):
            if empty and _CLOSING.match(line):
                problems.add(page.place(empty[0]), "block-empty", name=empty[1])
            opening = BLOCK_OPENING.match(line)
            empty = (number, opening["name"]) if opening and opening["name"] in NAMES else None
            run = _Run()
        else:
            empty = None
            if line[0] == "#":
                run = _Run()
            elif line[0].isalpha():  # as most lines begin
                run.begin("text", 0)
            else:
                _check_line(line.expandtabs(_WIDTH), page.place(number), run, problems)


def _check_line(line: str, start: Place, run: _Run, problems: Problems) -> None:
    words = line.lstrip()
    indent = len(line) - len(words)
    place = Place(start.path, start.line, indent + 1)
    item = _ITEM.match(words)
    if words.startswith("///"):
        problems.add(place, "block-indented")
    elif foreign := _FOREIGN.match(words):
        problems.add(place, "foreign-block", sign=foreign["sign"], known=", ".join(NAMES))
    elif indent and _HEADING.match(words):
        problems.add(place, "heading-indented")
    elif not run.opened and indent >= _deepest(run):
        problems.add(place, "text-as-code")
    elif item:
        _check_item(item["sign"], indent, place, run, problems)
    elif found := _NO_ITEM.match(words):
        problems.add(place, "list-sign", sign=found["sign"])
    else:
        _check_text(words, indent, place, run, problems)
    run.begin("item" if item else "row" if _ROW.match(words) else "text", indent)
    if _FOOTNOTE.match(words):
        run.items = [indent]  # more of it stands further right, as in a list
    elif _TAB.match(words):
        run.opened, run.items = "", [indent]


def _deepest(run: _Run) -> int:
    """From this indentation on a new paragraph is code."""
    return (run.items[-1] // _WIDTH + 2) * _WIDTH if run.items else _WIDTH


def _check_item(sign: str, indent: int, place: Place, run: _Run, problems: Problems) -> None:
    ordered = sign.endswith(".")
    # An item further left than the first one of its run would be swallowed by that one's list.
    if run.opened in ("text", "row") or (run.opened and indent // _WIDTH < run.base // _WIDTH):
        problems.add(place, "list-glued")
        run.opened = "said"
        return
    while run.items and run.items[-1] > indent:
        run.items.pop()
    inner = run.items[-1] if run.items else indent
    if indent > inner + 1 and indent // _WIDTH == inner // _WIDTH:
        problems.add(place, "list-indent", spaces=_WIDTH * (indent // _WIDTH + 1))
        return
    if indent < _WIDTH and run.items and ordered != run.ordered:
        problems.add(place, "lists-merge")
    if indent < _WIDTH:
        run.ordered = ordered
    if indent != inner or not run.items:
        run.items.append(indent)


def _check_text(words: str, indent: int, place: Place, run: _Run, problems: Problems) -> None:
    if run.opened in ("text", "item") and _UNDERLINE.match(words):
        problems.add(place, "underlined-heading")
    elif run.opened in ("text", "item") and _ROW.match(words):
        problems.add(place, "table-glued")
        run.opened = "said"
    elif not run.opened and run.items and 0 < indent < _WIDTH:
        problems.add(place, "list-text-indent")
