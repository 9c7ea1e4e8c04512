"""What the items of a quiz need from the page that shows them."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace

from handbook.book import Book, module_keys
from handbook.quiz.model import Item
from handbook.quiz.render import FormContext
from handbook.quiz.review import module_of
from handbook.site.settings import Settings
from handbook.site.shell import foreign_to


@dataclass(frozen=True)
class Forms:
    """The contexts of forms, on any page of a book."""

    book: Book
    settings: Settings

    def link(self, locale: str, key: str, see: str) -> tuple[str, str]:
        """Address and title of a page or heading (`module/page#heading`), for the page `key`."""
        target, _, heading = see.partition("#")
        page = self.book.page(locale, target)
        address = self.settings.addresses.relative(locale, key, target, heading)
        return address, page.headings.get(heading, page.title)

    def around(self, locale: str, key: str, data: str, below: str = "") -> FormContext:
        """Of items on the page `key`; the pages that they name to read again stand `below`.

        `data`: address of the compiled quiz.
        """

        def link(see: str) -> tuple[str, str]:
            return self.link(locale, key, below + see)

        def foreign(see: str) -> str:
            return foreign_to(locale, self.book.page(locale, (below + see).partition("#")[0]))

        return FormContext(locale, self.book.strings[locale], self.book.facts, data, link, foreign)

    def among_others(self, locale: str, key: str, data: str = "") -> FormContext:
        """Of items of several modules on the page `key`: each names its module."""

        def above(item: Item) -> str:
            module = self.book.programme.module(module_of(item))
            if module is None:
                return ""
            address = self.settings.addresses.relative(locale, key, module_keys(module)[0])
            return f'<p class="eyebrow"><a href="{address}">{html.escape(module.title[locale])}</a></p>'

        return replace(self.around(locale, key, data), above=above)
