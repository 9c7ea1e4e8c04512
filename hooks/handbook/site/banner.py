"""What readers must know of a translation before they read it, and where they can mend it."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import Book
from handbook.pages.directives import directives_of
from handbook.site.settings import Settings
from handbook.site.shell import Link


@dataclass(frozen=True)
class Banner:
    """`said`: sentences in the reader's language, the first one says it all. `ways`: what one can do."""

    said: tuple[str, ...]
    ways: tuple[Link, ...]


def page_banner(book: Book, settings: Settings, locale: str, key: str) -> Banner | None:
    """The banner of a page in a site language; None where the text is simply what it should be."""
    if (locale, key) in book.pages:
        return None
    words = book.strings[locale]
    said = [words["not-translated"], words["source-shown"]]
    if any(directive.name == "quiz" for directive in directives_of(book.page(locale, key))):
        said.append(words["quiz-translated"])
    way = mending(book, settings, locale, key)
    return Banner(tuple(said), (way,) if way else ())


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
