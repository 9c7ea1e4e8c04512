"""Single sheets: help for the wall, the poster of the four steps, the seven days, cards to cut out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from handbook.book import Book
from handbook.pages.blocks import Block, blocks_of
from handbook.pages.page import Page
from handbook.paper.bake import Oven
from handbook.paper.context import PaperContext
from handbook.paper.foot import Foot, document, text
from handbook.paper.imprint import Imprint
from handbook.paper.links import Reach, anchor
from handbook.paper.markdown import to_html
from handbook.paper.tree import (
    add,
    having,
    inner,
    parents,
    parse,
    remove,
    serialise,
    words,
)
from handbook.paper.worksheet import seed_fragment, worksheet, worksheet_title
from handbook.problem import Problems
from handbook.programme import Module
from handbook.strings import Strings

HELP, WEEK, HOME = "help", "seven-days", "index"
STEPS = ("stop", "check", "ask", "report")


@dataclass(frozen=True)
class Press:
    """What every sheet of a language needs."""

    book: Book
    imprint: Imprint
    locale: str

    @property
    def words(self) -> Strings:
        """The words of the language."""
        return self.book.strings[self.locale]

    def page(self, key: str) -> Page:
        """A page of the book in the language, or in the source language."""
        return self.book.page(self.locale, key)

    def oven(self, *keys: str) -> Oven:
        """An oven for a sheet that holds only these pages."""
        reach = Reach(self.book, self.imprint, self.locale, frozenset(keys))
        return Oven(self.book, reach, _no_quiz, deeper=0)

    def text(self, page: Page) -> Element:
        """The text of a page, its links made for a sheet of its own."""
        return self.oven(page.key).bake(page)

    def foot(self, page: Page, title: str, fragment: str = "") -> str:
        """The foot of the sheets."""
        return Foot(self.imprint, self.words, self.locale, title).of(page, fragment)

    def sheet(self, page: Page, title: str, body: str, kind: str) -> str:
        """A whole document with a foot that leads to a page."""
        lang = f' lang="{page.locale}"' if page.locale != self.locale else ""
        whole = f"{self.foot(page, title)}<h1{lang}>{text(title)}</h1><div{lang}>{body}</div>"
        return document(title, self.locale, self.words, whole, kind)


def _no_quiz(_module: str) -> str:
    return ""


def help_sheet(press: Press) -> str:
    """The page of help on one sheet, for the wall."""
    page = press.page(HELP)
    root = press.text(page)
    _drop_choice(root, anchor(HELP, "other"))
    return press.sheet(page, page.title, inner(root), "help")


def _drop_choice(root: Element, name: str) -> None:
    """A list of links to what stands below on the same sheet: a finger needs it, an eye does not."""
    above = parents(root)
    for heading in [each for each in root.iter() if each.get("id") == name]:
        parent = above[heading]
        choice = list(parent)[list(parent).index(heading) + 1]
        for element in (heading, choice):
            remove(parent, element)
    for link in [each for each in root.iter("a") if each.get("href") == f"#{name}"]:
        link.tag, link.attrib = "span", {}


def week_sheet(press: Press) -> str:
    """The seven days on a sheet that is folded once."""
    page = press.page(WEEK)
    return press.sheet(page, page.title, inner(press.text(page)), "week")


def drill_poster(press: Press) -> str:
    """The four steps, to be read from three metres; their sentences come from the home page."""
    page = press.page(HOME)
    said = _drill_of(page)
    rows = "".join(
        f'<li class="step-{step}">{said.get(step) or f"<p><strong>{text(name)}</strong></p>"}</li>'
        for step, name in zip(STEPS, _names(press.words), strict=True)
    )
    title = press.words["paper-poster"]
    return press.sheet(page, title, f'<ol class="steps">{rows}</ol>', "poster")


def _names(words_of: Strings) -> Iterable[str]:
    return (words_of[f"drill-{step}"] for step in STEPS)


def _drill_of(page: Page) -> dict[str, str]:
    """The steps of the drill as the home page tells them: a bold word, then a sentence."""
    root = blocks_of(page.body, page.path, page.first_line, Problems())
    drills = [each for each in root.children if isinstance(each, Block) and each.name == "drill"]
    lines = [line for drill in drills[:1] for line in drill.children if isinstance(line, str)]
    rows = list(parse(to_html("\n".join(lines))).iter("li"))
    return {step: _step(row) for step, row in zip(STEPS, rows, strict=False)}


def _step(row: Element) -> str:
    """The bold word large, and what behind its colon begins with a capital letter."""
    bold = row.find(".//strong")
    name = words(bold) if bold is not None else words(row)
    sentence = words(row).removeprefix(name).lstrip(" :\u00a0\u202f")
    said = f"<p>{text(sentence[:1].upper() + sentence[1:])}</p>" if sentence else ""
    return f"<p><strong>{text(name)}</strong></p>{said}"


def kit(press: Press, key: str) -> str:
    """The cards of a page, to be cut out; empty when it has none."""
    page = press.page(key)
    root = press.text(page)
    found = list(having(root, "kit-card"))
    if not found:
        return ""
    return press.sheet(page, page.title, "".join(map(serialise, _rows(found))), "kit")


def kit_page(press: Press, key: str) -> str:
    """A page with cards: its words first, each row of cards below the heading that they belong to."""
    page = press.page(key)
    root = press.text(page)
    for group in having(root, "kit"):
        group[:] = _rows(list(group))
    return press.sheet(page, page.title, inner(root), "kit")


def worksheet_sheet(press: Press, module: Module, letter: str) -> str:
    """One of the worksheets of a module, its key on a sheet of its own."""
    page, seed = press.page(f"{module.slug}/quiz"), f"{letter}1"
    oven, title = press.oven(), module.title[press.locale]
    link = partial(oven.reach.see, module.slug)
    context = PaperContext(press.locale, press.words, press.book.facts, link)
    quiz, foot = press.book.quizzes[module.slug], press.foot(page, title, seed_fragment(seed))
    body = parse(worksheet(quiz, context, title, seed))
    name = worksheet_title(title, context, seed)
    return document(name, press.locale, press.words, foot + inner(oven.led(body, page)), "worksheets")


def _rows(cards: list[Element]) -> list[Element]:
    """Cards two by two, as high as the higher one."""
    rows = []
    for first in range(0, len(cards), 2):
        row = Element("div", {"class": "row"})
        row[:] = cards[first : first + 2]
        if len(row) == 1:
            add(row, "div", class_="kit-card nothing")
        rows.append(row)
    return rows


LEAFLETS: dict[str, tuple[Callable[[Press], str], tuple[str, ...], str]] = {
    "help": (help_sheet, ("paper", "chapter", "help"), HELP),
    "poster": (drill_poster, ("paper", "poster"), HOME),
    "seven-days": (week_sheet, ("paper", "chapter", "a5", "week"), WEEK),
}
"""By the name of the file: how it is made, its stylesheets, the page that it is made from."""
