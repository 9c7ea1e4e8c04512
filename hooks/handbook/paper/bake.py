"""A page as paper needs it: everything opened, every link with its page or address, nothing to press."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from handbook.book import Book
from handbook.contact import call_line
from handbook.pages.expand import ExpandContext, expand
from handbook.pages.page import Page
from handbook.pages.terms import with_terms
from handbook.paper.links import Reach, Target, anchor
from handbook.paper.markdown import to_html
from handbook.paper.tree import (
    add,
    classes,
    having,
    parents,
    parse,
    remove,
    unwrap,
    words,
)
from handbook.rules.targets import place_of

_HEADING = re.compile(r"h([1-5])")
_TERM = "term:"
_TO_PRESS = ("button", "input", "select", "textarea", "script", "style")
_QUIZ = "paper-quiz"


@dataclass(frozen=True)
class Oven:
    """What bakes the pages of one PDF. `quiz`: the questions of a module as HTML.

    `deeper`: by how many levels the headings of a page go down below that of its chapter.
    """

    book: Book
    reach: Reach
    quiz: Callable[[str], str]
    deeper: int = 1

    def bake(self, page: Page) -> Element:
        """The text of a page, in an element of its own; the title is left to the chapter."""
        root = parse(to_html(self._expanded(page)))
        _open(root)
        _name_tabs(root)
        _shift_headings(root, self.deeper)
        _scope_headers(root)
        self._note_terms(root, page)
        self._ask(root)
        return self.led(root, page)

    def led(self, root: Element, page: Page) -> Element:
        """HTML that belongs to a page, with ids of its own and links that say where they lead."""
        self._lead(root, page)
        for element in root.iter():
            if name := element.get("id"):
                element.set("id", anchor(page.key, name))
        return root

    def _expanded(self, page: Page) -> str:
        words_of = self.book.strings[page.locale]
        contact = self.reach.imprint.contact
        values = {
            "fact": lambda word: self.book.facts[word].html(page.locale),
            "call": lambda word: call_line(self.book.facts[word], words_of, page.locale),
            "contact": lambda _: f"[{contact}](mailto:{contact})",
            "quiz": lambda word: f'\n<div class="{_QUIZ}" data-module="{word}"></div>\n',
        }
        if self.book.module_of(page.key):
            page = with_terms(page, self.book.glossary, lambda term: _TERM + term)
        return expand(page, ExpandContext(words_of, values))

    def _note_terms(self, root: Element, page: Page) -> None:
        """Words of the glossary are explained below the text; the first use of each is marked."""
        noted: dict[str, None] = {}
        for element in having(root, "term"):
            term = element.get("href", "").removeprefix(_TERM)
            element.tag = "span"
            element.attrib = {"class": "term"}
            noted[term] = None
        if not noted:
            return
        box = add(root, "div", class_="terms")
        add(box, "p", self.book.strings[page.locale]["paper-terms"], class_="small-title")
        rows = add(box, "ul")
        for term in noted:
            word = self.book.glossary.terms[term].words[page.locale]
            row = add(rows, "li")
            add(row, "strong", word.term).tail = f": {word.definition}"

    def _ask(self, root: Element) -> None:
        for place in having(root, _QUIZ):
            place.append(parse(self.quiz(place.attrib.pop("data-module"))))

    def _lead(self, root: Element, page: Page) -> None:
        """Links say where they lead; pictures are read from docs/."""
        above = parents(root)
        label = self.book.strings[self.reach.locale]["paper-to-page"]
        for link in list(root.iter("a")):
            if "footnote-backref" in classes(link):
                remove(above[link], link)
            elif href := link.get("href"):
                target = self.reach.target(page, href)
                link.set("href", target.href)
                self._show(above[link], link, target, label)
        for picture in root.iter("img"):
            picture.set("src", f"docs:{place_of(page, picture.get('src', ''))}")

    def _show(self, parent: Element, link: Element, target: Target, label: str) -> None:
        """Behind a link stands its page, or the address that somebody has to type."""
        if target.inside and "footnote-ref" not in classes(link):
            link.set("class", f"{link.get('class', '')} to-page".strip())
            link.set("data-page", label)
        elif target.shown and target.shown not in words(link):
            behind = Element("span", {"class": "address"})
            behind.text, behind.tail, link.tail = f"({target.shown})", link.tail, " "
            parent.insert(list(parent).index(link) + 1, behind)


def _open(root: Element) -> None:
    """What a screen folds is open on paper; what only a screen can do is left out."""
    above = parents(root)
    for element in list(root.iter()):
        if element.tag == "details":
            element.tag = "div"
            element.set("class", " ".join(["opened", *classes(element)]))
        elif element.tag == "summary":
            element.tag = "p"
            element.set("class", " ".join(["opened-title", *classes(element)]))
        elif element.tag in _TO_PRESS and element in above:
            remove(above[element], element)


def _name_tabs(root: Element) -> None:
    """Tabs become blocks one below the other, each under its own title."""
    for tabs in having(root, "tabbed-set"):
        titles = [words(label) for label in tabs.iter("label")]
        above = parents(tabs)
        for labels in having(tabs, "tabbed-labels"):
            remove(above[labels], labels)
        for title, block in zip(titles, having(tabs, "tabbed-block"), strict=True):
            head = Element("p", {"class": "tab-title"})
            head.text = title
            block.insert(0, head)
        for content in having(tabs, "tabbed-content"):
            unwrap(above[content], content)


def _shift_headings(root: Element, deeper: int) -> None:
    for element in root.iter():
        if level := _HEADING.fullmatch(element.tag):
            element.tag = f"h{min(6, int(level[1]) + deeper)}"


def _scope_headers(root: Element) -> None:
    """A screen reader tells the header of each cell."""
    for header in root.iter("th"):
        if "scope" not in header.attrib:
            header.set("scope", "col")
