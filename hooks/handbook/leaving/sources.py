"""Addresses of the built site turned into those between the files of a tree."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from handbook.addresses import Addresses
from handbook.book import Book
from handbook.site.boards import FRAGMENT as BOARD

_ATTRIBUTE = re.compile(r'(\s(?:href|src)=")([^"]*)(")')
_OUTSIDE = re.compile(r"(\]\(<?|^\[[^\]]+\]:[ ]*<?)((?:\.\./)+)(?=\w)", re.MULTILINE)
"""The beginning of an address in Markdown that leads upwards."""


@dataclass(frozen=True)
class Sources:
    """The files of all trees. A tree is named after its language and holds its own pictures."""

    book: Book
    addresses: Addresses

    def addressed(self, text: str, locale: str, key: str) -> str:
        """The text of a page with its links in HTML, and its pictures, as seen from its file."""

        def replaced(match: re.Match[str]) -> str:
            address = self._source(html.unescape(match[2]), locale, key)
            return match[1] + html.escape(address) + match[3]

        def inside(match: re.Match[str]) -> str:
            """What all languages share lies beside them in docs/, and within each tree."""
            leaves = match[2].count("/") > key.count("/")
            return match[1] + (match[2].removeprefix("../") if leaves else match[2])

        return _OUTSIDE.sub(inside, _ATTRIBUTE.sub(replaced, text))

    def _source(self, address: str, locale: str, key: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return address
        built = posixpath.normpath(posixpath.join("/", self.addresses.path(locale, key), parts.path))
        folder = posixpath.join("/", self.addresses.root(locale), posixpath.dirname(key))
        behind = f"#{parts.fragment}" if parts.fragment else ""
        if parts.fragment == BOARD:  # no heading: a generator that looks for one would complain
            return f"{posixpath.relpath(built, folder)}/{behind}"
        return posixpath.relpath(self._pages.get(built, built), folder) + behind

    @cached_property
    def _pages(self) -> dict[str, str]:
        """The file of each page by its built address, both as paths from the root of the site."""
        return {
            posixpath.normpath(f"/{self.addresses.path(locale, key)}"): (
                f"/{self.addresses.root(locale)}{key}.md"
            )
            for locale in self.book.languages
            for key in self.book.keys
        }
