"""The page for an address that does not exist: its tree's language first, then the others."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import Book
from handbook.site.settings import Settings
from handbook.site.shell import Shell, lost_shell
from handbook.strings import Strings

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Voice:
    """The same few words in one language, with the address of its home page."""

    locale: str
    words: Strings
    home: str


@dataclass(frozen=True)
class NotFoundView(Shell):
    """`voices`: many hosts know only one 404 page, so it speaks every language."""

    title: str
    voices: tuple[Voice, ...]


def not_found_view(book: Book, settings: Settings, locale: str) -> NotFoundView:
    """The view of `404.html` of one language."""
    shell = lost_shell(book, settings, locale, "not-found")
    order = [locale, *(other for other in book.languages if other != locale)]
    base = settings.addresses.base
    return NotFoundView(
        **vars(shell),
        title=book.strings[locale]["not-found-title"],
        voices=tuple(
            Voice(other, book.strings[other], base + settings.addresses.root(other)) for other in order
        ),
    )
