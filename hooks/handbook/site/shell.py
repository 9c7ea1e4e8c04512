"""What stands around every page: header, menu, languages, footer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handbook.addresses import relative_path
from handbook.book import TRAINERS, Book
from handbook.pages.page import Page
from handbook.site.settings import Settings
from handbook.strings import Strings
from handbook.writing import direction_of


@dataclass(frozen=True)
class Link:
    """`href` as the page needs it. `current`: it leads to the page itself.

    `locale`: language of the title where it is not the page's.
    """

    title: str
    href: str
    current: bool = False
    locale: str = ""


@dataclass(frozen=True)
class Shell:
    """`direction`: `ltr` or `rtl`. `languages`: the same page in each language.

    `wishes`: "go on in …", for who chose another language. `places`: the parts of the book. `promises`:
    pages on what readers can rely on. `root`: from the page to the site's root.
    """

    kind: str
    locale: str
    direction: str
    words: Strings
    root: str
    assets: str
    home: str
    search: str
    languages: tuple[Link, ...]
    wishes: tuple[Link, ...]
    places: tuple[Link, ...]
    promises: tuple[Link, ...]
    contact: str
    source_code: str
    early: str
    policy: str


def foreign_to(locale: str, page: Page) -> str:
    """The language of a page's text where it is not the site's, else empty."""
    return "" if page.locale == locale else page.locale


def page_shell(book: Book, settings: Settings, locale: str, key: str, kind: str) -> Shell:
    """The shell of a page of the book; its links are relative."""
    here = settings.addresses.path(locale, key)
    around = _Around(book, settings, locale, key, settings.addresses.up(locale, key))
    return around.shell(kind, lambda path: relative_path(here, path))


def lost_shell(book: Book, settings: Settings, locale: str, kind: str) -> Shell:
    """The shell of a page that is shown at any address; its links begin at the host."""
    base = settings.addresses.base
    return _Around(book, settings, locale, "", base).shell(kind, lambda path: base + path)


@dataclass(frozen=True)
class _Around:
    book: Book
    settings: Settings
    locale: str
    key: str
    root: str

    def shell(self, kind: str, to: Callable[[str], str]) -> Shell:
        words = self.book.strings[self.locale]
        return Shell(
            kind=kind,
            locale=self.locale,
            direction=direction_of(self.locale),
            words=words,
            root=self.root,
            assets=self.root + self.settings.assets,
            home=to(self._path("index")),
            search=to(self._path("search")),
            languages=tuple(
                Link(
                    self.book.strings[other]["language"],
                    to(self._same(other)),
                    other == self.locale,
                    other,
                )
                for other in self.book.languages
            ),
            wishes=tuple(
                Link(self.book.strings[other]["continue-here"], to(self._same(other)), locale=other)
                for other in self.book.languages
                if other != self.locale
            ),
            places=(
                Link(words["home"], to(self._path("index")), self.key == "index"),
                Link(words["modules"], to(self._path("modules")), self.key == "modules"),
                Link(words["progress"], to(self._path("progress")), self.key == "progress"),
                Link(words["just-scammed"], to(self._path("help")), self.key == "help"),
                *(
                    Link(words[name], to(self._path(name)), self.key.removesuffix("/index") == name)
                    for name in self._further
                ),
            ),
            promises=tuple(
                Link(words[name], to(self._path(name)), self.key == name)
                for name in ("privacy", "accessibility", "security")
            ),
            contact=self.settings.contact,
            source_code=self.settings.repository.url,
            early=self.settings.early,
            policy=self.settings.search_policy if self.key == "search" else self.settings.policy,
        )

    @property
    def _further(self) -> tuple[str, ...]:
        """The menu of a lesson is short; elsewhere it also leads to what is new."""
        always = ("about", "glossary")
        if self.book.module_of(self.key):
            return always
        trainers = (TRAINERS,) if self.book.trainer_keys else ()
        return ("tricks", "seven-days", "offline", *trainers, *always)

    def _path(self, key: str) -> str:
        key = f"{key}/index" if key == TRAINERS else key
        return self.settings.addresses.path(self.locale, key)

    def _same(self, other: str) -> str:
        """The page in another language; of a page without a place, the home page."""
        return self.settings.addresses.path(other, self.key or "index")
