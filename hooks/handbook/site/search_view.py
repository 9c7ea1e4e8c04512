"""What the page of search shows before anybody searches: where everything is, and every page."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.book import TOP_PAGES, Book, module_keys
from handbook.programme import Module
from handbook.site.paths import DataPaths
from handbook.site.settings import Settings
from handbook.site.shell import Link, foreign_to

SEARCH = "search"
"""Key of the page."""


@dataclass(frozen=True)
class Group:
    """Pages that belong together: those of a module, or those around them."""

    module: Link | None
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class SearchView:
    """`table`: see DataPaths. `groups`: every page.

    `early`: the script that fetches for a search in the address before the others have come.
    """

    table: str
    early: str
    groups: tuple[Group, ...]


def search_view(book: Book, settings: Settings, locale: str, paths: DataPaths) -> SearchView:
    """The page of search in a language. `paths`: where its data are."""

    def link(key: str) -> Link:
        page = book.page(locale, key)
        href = settings.addresses.relative(locale, SEARCH, key)
        return Link(page.title, href, key == SEARCH, foreign_to(locale, page))

    def group(module: Module) -> Group:
        first, *others = module_keys(module)
        landing = Link(module.title[locale], link(first).href)
        return Group(landing, tuple(link(key) for key in others))

    around = Group(None, tuple(link(key) for key in TOP_PAGES if key != SEARCH))
    trainers = Group(None, tuple(link(key) for key in book.trainer_keys))
    modules = [group(module) for module in book.programme.published]
    groups = [around, *modules, *([trainers] if trainers.pages else [])]
    return SearchView(paths.table, settings.search_early, tuple(groups))
