"""Where a link leads from paper: to a page of the same PDF, else to an address that can be typed."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import Book
from handbook.pages.page import Page
from handbook.paper.imprint import Imprint, typed
from handbook.rules.targets import place_of

_MARK = "p:"
"""Begins every id of a PDF, which holds many pages with the same ids."""


@dataclass(frozen=True)
class Target:
    """`href`: in the PDF (`#…`) or a whole address. `shown`: what is to be read beside the words."""

    href: str
    shown: str = ""

    @property
    def inside(self) -> bool:
        """Whether it is in the same PDF."""
        return self.href.startswith("#")


def anchor(key: str, name: str = "") -> str:
    """The id in a PDF of a page, or of something on it."""
    return f"{_MARK}{key}:{name}" if name else f"{_MARK}{key}"


@dataclass(frozen=True)
class Reach:
    """What the links of one PDF can lead to. `keys`: of the pages that it holds."""

    book: Book
    imprint: Imprint
    locale: str
    keys: frozenset[str]

    def target(self, page: Page, href: str) -> Target:
        """Where a link written on a page leads."""
        if href.startswith(f"#{_MARK}"):
            return Target(href)
        if href.startswith("#"):
            return self.to(page.key, href[1:])
        if href.startswith(("http://", "https://")):
            return Target(href, typed(href))
        if ":" in href.partition("/")[0]:  # mailto:, tel:, sms:
            return Target(href)
        path, _, name = href.partition("#")
        place = place_of(page, path)
        if not place.endswith(".md"):
            address = self.imprint.addresses.site_url + place
            return Target(address, typed(address))
        return self.to(place.partition("/")[2].removesuffix(".md"), name)

    def to(self, key: str, name: str = "") -> Target:
        """A page of the book, or something on it."""
        if key in self.keys:
            return Target(f"#{anchor(key, name)}")
        address = self.imprint.address(self.locale, key, name)
        return Target(address, typed(address))

    def see(self, module: str, see: str) -> tuple[str, str]:
        """Address and title of `page#heading` of a module, for a quiz."""
        name, _, heading = see.partition("#")
        page = self.book.page(self.locale, f"{module}/{name}")
        return self.to(page.key, heading).href, page.headings.get(heading, page.title)
