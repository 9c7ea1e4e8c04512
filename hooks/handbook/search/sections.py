"""What can be found: every part of every page that readers see, as plain text under its heading."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.book import Book
from handbook.facts import Fact
from handbook.pages.directives import directives_of
from handbook.pages.page import Page
from handbook.pages.prose import FILL, masked, prose_of
from handbook.quiz.markup import FACT, inline, plain
from handbook.quiz.model import Item

_HEAD = re.compile(r"^\s*(?:\d+\.|[-*+]|#{1,6}|>|===[!+]*|/{3})\s+")
_MARKS = re.compile(rf"[*_`|{FILL}]+|\\(?=\W)")
_LIST_OF = {"all-terms": "terms", "all-facts": "facts", "all-tricks": "tricks", "quiz": "items"}


@dataclass
class Section:
    """A part of a page. `id`: of its heading, empty for the beginning of the page. `text`: plain."""

    id: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Document:
    """A page that can be found; its title is that of its first section."""

    key: str
    sections: list[Section] = field(default_factory=list)


def documents_of(book: Book, locale: str) -> list[Document]:
    """Every page that is written in a language, in reading order."""
    pages = [book.pages[(locale, key)] for key in book.keys if (locale, key) in book.pages]
    return [Document(page.key, list(_sections(book, page))) for page in pages]


def _sections(book: Book, page: Page) -> Iterator[Section]:
    found = {"": Section("", page.title)}
    for line in prose_of(page):
        if line.place.line < page.first_line and line.raw == page.title:
            continue
        title = page.headings.get(line.section, "")
        section = found.setdefault(line.section, Section(line.section, _clean(title)))
        text = _clean(_with_facts(line.raw, book, page.locale) if "{{" in line.raw else line.text)
        if text and text != section.title:
            section.text += f"{' ' if section.text else ''}{text}"
    yield from found.values()
    for directive in directives_of(page):
        if directive.name in _LIST_OF:
            yield from _LISTS[directive.name](book, page.locale, directive.word)


def _with_facts(raw: str, book: Book, locale: str) -> str:
    """A line with the values of its facts, and nothing else of what nobody reads."""
    return masked(FACT.sub(lambda match: _value(book.facts.get(match[1]), locale), raw))


def _value(fact: Fact | None, locale: str) -> str:
    return fact.value[locale] if fact else ""


def _clean(text: str) -> str:
    bare = _MARKS.sub("", _HEAD.sub("", text)).replace("[", "").replace("]", "")
    return " ".join(bare.replace("!" + FILL, "").split())


def _terms(book: Book, locale: str, _: str) -> Iterator[Section]:
    for term in book.glossary.sorted_for(locale):
        yield Section(term.id, term.words[locale].term, term.words[locale].definition)


def _facts(book: Book, locale: str, _: str) -> Iterator[Section]:
    for fact in book.facts.values():
        yield Section(fact.id, fact.about[locale], fact.value[locale])


def _tricks(book: Book, locale: str, _: str) -> Iterator[Section]:
    for trick in book.tricks:
        told = trick.told[locale]
        yield Section(trick.id, told.title, f"{told.text} {told.stop}")


def _items(book: Book, locale: str, module: str) -> Iterator[Section]:
    quiz = book.quizzes.get(module)
    for item in quiz.asked_in(locale) if quiz else ():
        yield Section(f"q-{item.id}", _stem(item, locale, book), "")


def _stem(item: Item, locale: str, book: Book) -> str:
    """The question as it is read; a gap stays a gap."""
    asked = f"{item.text(locale, 'scene')} {item.text(locale, 'stem')}".strip()
    return re.sub(r"\{\w+\}", "…", html.unescape(plain(inline(asked, locale, book.facts))))


_LISTS = {"all-terms": _terms, "all-facts": _facts, "all-tricks": _tricks, "quiz": _items}
