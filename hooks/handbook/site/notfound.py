"""The page for an address that does not exist: in the language of its tree, and in the others too."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import Book
from handbook.site.settings import Settings
from handbook.strings import Strings

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class NotFoundWords:
    """The same few words in one language, with the address of its home page."""

    locale: str
    words: Strings
    home: str


@dataclass(frozen=True)
class NotFoundView:
    """`voices`: the tree's language first. Many hosts know only one 404 page, so it speaks them all.

    Addresses are absolute paths: the page is shown at any depth.
    """

    kind: str
    locale: str
    title: str
    words: Strings
    assets: str
    voices: tuple[NotFoundWords, ...]


def not_found_view(book: Book, settings: Settings, locale: str) -> NotFoundView:
    """The view of `404.html` of one language."""
    base = "/" + settings.addresses.site_url.split("/", 3)[3]
    order = [locale, *(other for other in book.languages if other != locale)]
    return NotFoundView(
        kind="not-found",
        locale=locale,
        title=book.strings[locale]["not-found-title"],
        words=book.strings[locale],
        assets=base + settings.assets,
        voices=tuple(
            NotFoundWords(other, book.strings[other], base + settings.addresses.root(other))
            for other in order
        ),
    )
