"""What a link of the book can lead to, as MkDocs reads addresses: from the file that holds them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass
from urllib.parse import unquote

from handbook.pages.directives import directives_of
from handbook.pages.page import Page
from handbook.reader import nearest

_PAGE_ENDS = ("", ".md", ".html", ".htm")


@dataclass(frozen=True)
class Targets:
    """`languages`: the source first. `pages` by (language, key). `published`: keys that readers see.

    `drafts`: slugs of modules that readers do not see. `files`: every other file below docs/, such as
    `assets/img/lock.svg`. `items`: ids of the questions by quiz.
    """

    languages: tuple[str, ...]
    pages: Map[tuple[str, str], Page]
    published: frozenset[str]
    drafts: frozenset[str]
    files: frozenset[str]
    items: Map[str, tuple[str, ...]]

    def find(self, page: Page, path: str) -> str:
        """The file of `files`, or the key of a page, to which a path leads from a page; else empty.

        What is missing in the page's language is taken from the source language. A key that is published
        and not written is found too: its lack is told elsewhere.
        """
        here = place_of(page, path)
        locale, _, rest = here.partition("/")
        if locale != page.locale:
            return here if here in self.files and locale not in self.languages else ""
        if here in self.files:
            return here
        key = rest.removesuffix(".md")
        if key != rest and (self.read(locale, key) or key in self.published):
            return key
        original = f"{self.languages[0]}/{rest}"
        return original if original in self.files else ""

    def read(self, locale: str, key: str) -> Page | None:
        """The page that is read in a language, translated or not."""
        return self.pages.get((locale, key)) or self.pages.get((self.languages[0], key))

    def reached(self, page: Page, key: str) -> Iterable[Page]:
        """The pages to which a link on `page` to `key` leads its readers.

        A page that is not translated is read in several languages, and its links lead into each.
        """
        locales = [page.locale]
        if page.locale == self.languages[0]:
            locales += [each for each in self.languages if (each, page.key) not in self.pages]
        return filter(None, (self.read(locale, key) for locale in locales))

    def ids(self, page: Page) -> frozenset[str]:
        """What can stand behind `#` in a link to a page: its headings, and the questions of its quiz."""
        quizzes = [each.word for each in directives_of(page) if each.name == "quiz"]
        items = [f"q-{item}" for slug in quizzes for item in self.items.get(slug, ())]
        return frozenset([*page.headings, *items])

    def meant(self, page: Page, path: str, *, picture: bool) -> str:
        """The path that was probably meant by one that leads nowhere; empty when nothing is near."""
        wanted = place_of(page, path)
        end = posixpath.splitext(wanted)[1]
        if is_page(wanted) and not picture:
            # Its folder of a language falls away: a page stands under the same key in each.
            parts = wanted.removesuffix(end).strip("/").split("/")
            key = _meant_among(
                "/".join(parts[1:] if parts[0] in self.languages else parts), self._keys()
            )
            found = f"{page.locale}/{key}.md" if key else ""
        else:
            others = {*self.languages} - {page.locale}
            found = _meant_among(
                wanted, [each for each in self.files if each.split("/")[0] not in others]
            )
        return posixpath.relpath(found, posixpath.dirname(_below_docs(page))) if found else ""

    def _keys(self) -> set[str]:
        return {key for _, key in self.pages if key in self.published}


def place_of(page: Page, path: str) -> str:
    """Where a path written on a page leads, counted from docs/; one that begins with / from docs/."""
    joined = posixpath.join(posixpath.dirname(_below_docs(page)), unquote(path))
    return posixpath.normpath(joined).lstrip("/")


def is_page(path: str) -> bool:
    """Whether the author of a path probably meant a page."""
    return posixpath.splitext(path)[1] in _PAGE_ENDS


def _below_docs(page: Page) -> str:
    return page.path.removeprefix("docs/")


def _meant_among(wanted: str, known: Iterable[str]) -> str:
    """The same path, else the one with the same last part, else with the nearest; empty for none."""
    names = set(known)
    if wanted in names or f"{wanted}/index" in names:
        return wanted if wanted in names else f"{wanted}/index"
    lasts = {name.rsplit("/", 1)[-1].casefold() for name in names}
    last = nearest(wanted.rsplit("/", 1)[-1].casefold(), lasts)
    alike = [name for name in names if name.rsplit("/", 1)[-1].casefold() == last]
    return alike[0] if len(alike) == 1 else nearest(wanted, alike) or ""
