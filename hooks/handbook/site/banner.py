"""What readers must know of a translation before they read it, and where they can mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.addresses import relative_path
from handbook.book import Book
from handbook.pages.blocks import Block, blocks_of
from handbook.pages.directives import directives_of
from handbook.pages.page import Page
from handbook.pages.stamp import START, TITLE, stale_sections
from handbook.problem import Problems
from handbook.site.settings import Settings
from handbook.site.shell import Link

HELP = "help"
_HEADING = re.compile(r'<(h[2-6])\b[^>]*\sid="([^"]+)"[^>]*>.*?</\1>', re.DOTALL)


@dataclass(frozen=True)
class Banner:
    """`said`: sentences in the reader's language, the first one says it all. `ways`: what one can do.

    `parts`: what may be out of date.
    """

    said: tuple[str, ...]
    ways: tuple[Link, ...]
    parts: tuple[Link, ...] = ()


def page_banner(book: Book, settings: Settings, locale: str, key: str) -> Banner | None:
    """The banner of a page in a site language; None where the text is simply what it should be."""
    page = book.pages.get((locale, key))
    if page is None:
        return _missing(book, settings, locale, key)
    links = dict.fromkeys(_part(book, settings, page, name) for name in _stale(book, page))
    parts = tuple(link for link in links if link.title)
    draft = _is_draft(page)
    if not parts and not draft:
        return None
    words = book.strings[locale]
    said = [words["machine-draft"], words["trust-source"]] if draft else []
    said += [words["source-newer"]] if parts else []
    read = Link(words["read-source"], _in_source(book, settings, page))
    mend = settings.repository.edit(page.path)
    ways = (read, Link(words["check-translation" if draft else "update-translation"], mend))
    return Banner(tuple(said), ways if mend else ways[:1], parts)


def mending(book: Book, settings: Settings, locale: str, key: str) -> Link | None:
    """Where to change the text of a page: its file, or the file that a translation would be."""
    words = book.strings[locale]
    if page := book.pages.get((locale, key)):
        link = Link(words["edit-page"], settings.repository.edit(page.path))
    else:
        written = [page.path for page in book.pages.values()]
        address = settings.repository.new(f"docs/{locale}/{key}.md", written)
        link = Link(words["translate-page"], address)
    return link if link.href else None


def marked_parts(book: Book, settings: Settings, page: Page, html: str) -> str:
    """The page's HTML with a line below each heading whose part may be out of date.

    Many arrive in the middle of a page, from a quiz or a chat, and never see its banner. What to do
    after a fraud must not wait for a translator: such a part also leads to the page of help, with the
    numbers that every language shows from the same facts.
    """
    words, stale = book.strings[page.locale], _stale(book, page)
    draft = _is_draft(page)
    if not stale and not draft:
        return html
    urgent = {name for name in _after_fraud(page) if draft or name in stale}
    urgent = set() if page.key == HELP else urgent
    source = _in_source(book, settings, page)
    help_ = settings.addresses.relative(page.locale, page.key, HELP)

    def marked(match: re.Match[str]) -> str:
        name, said = match[2], []
        if name in stale:
            said.append(f'<a href="{source}#{name}">{words["part-newer"]}</a>')
        if name in urgent:
            said.append(f'{words["stale-help"]} <a href="{help_}">{words["just-scammed"]}</a>')
        return f'{match[0]}\n<p class="banner">{" ".join(said)}</p>' if said else match[0]

    return _HEADING.sub(marked, html)


def _missing(book: Book, settings: Settings, locale: str, key: str) -> Banner:
    words = book.strings[locale]
    said = [words["not-translated"], words["source-shown"]]
    if any(directive.name == "quiz" for directive in directives_of(book.page(locale, key))):
        said.append(words["quiz-translated"])
    way = mending(book, settings, locale, key)
    return Banner(tuple(said), (way,) if way else ())


def _stale(book: Book, page: Page) -> tuple[str, ...]:
    """Ids of what changed in the source since the page was translated."""
    source = book.languages[0]
    if page.locale == source:
        return ()
    return stale_sections(book.pages[(source, page.key)], page) or ()


def _is_draft(page: Page) -> bool:
    """Whether a machine translated the page and nobody has read it through."""
    made = page.translation
    return made is not None and made.by == "machine" and not made.reviewed


def _part(book: Book, settings: Settings, page: Page, name: str) -> Link:
    """Link to a part of the page, or to a part that only the source has; title empty for neither."""
    if name in (TITLE, START):
        return Link(book.strings[page.locale]["page-start"], "#content")
    if name in page.headings:
        return Link(page.headings[name], f"#{name}")
    source = book.pages[(book.languages[0], page.key)]
    address = f"{_in_source(book, settings, page)}#{name}"
    return Link(source.headings.get(name, ""), address, locale=source.locale)


def _in_source(book: Book, settings: Settings, page: Page) -> str:
    """Relative address of the same page in the source language."""
    addresses = settings.addresses
    return relative_path(
        addresses.path(page.locale, page.key), addresses.path(book.languages[0], page.key)
    )


def _after_fraud(page: Page) -> set[str]:
    """Ids of the frames that say what to do when it has already happened."""
    root = blocks_of(page.body, page.path, page.first_line, Problems())
    return {b.id for b in root.children if isinstance(b, Block) and b.name == "happened"}
