"""The pages for an address that does not exist or is not saved: its tree's language comes first."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import Book
from handbook.site.settings import Settings
from handbook.site.shell import Shell, lost_shell
from handbook.strings import Strings

NOT_FOUND = "404.html"
NOT_SAVED = "not-saved.html"
"""A worker shows it where a page is not saved and there is no network."""
LOST = (NOT_FOUND, NOT_SAVED)


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


def lost_view(book: Book, settings: Settings, locale: str, name: str) -> NotFoundView:
    """The view of one of the two pages (`name`, of LOST) of one language."""
    kind = "not-found" if name == NOT_FOUND else "not-saved"
    shell = lost_shell(book, settings, locale, kind)
    order = [locale, *(other for other in book.languages if other != locale)]
    base = settings.addresses.base
    return NotFoundView(
        **vars(shell),
        title=book.strings[locale][f"{kind}-title"],
        voices=tuple(
            Voice(other, book.strings[other], base + settings.addresses.root(other)) for other in order
        ),
    )
