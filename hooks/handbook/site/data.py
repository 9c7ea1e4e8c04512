"""Everything that a browser loads as data: quizzes, single items, the programme."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from handbook.book import Book
from handbook.compiled import Compiled
from handbook.journey.compile import compile_journey
from handbook.journey.items import ItemFiles, compile_items
from handbook.quiz.compile import compile_quiz
from handbook.search.index import SearchIndex, build_index
from handbook.site.forms import Forms
from handbook.site.paths import DataPaths
from handbook.site.search_view import SEARCH
from handbook.site.settings import Settings
from handbook.typography import polish


class SiteData:
    """Each part is made when it is first asked for: a preview of one page needs few of them."""

    def __init__(self, book: Book, settings: Settings) -> None:
        self.book = book
        self.settings = settings
        self.forms = Forms(book, settings)
        self._indexes: dict[str, SearchIndex] = {}

    @cached_property
    def quizzes(self) -> dict[tuple[str, str], Compiled]:
        """Every quiz of a published module, and the booster, by (module, language)."""
        return {
            (quiz.module, locale): compile_quiz(
                quiz, locale, self.book.strings[locale], partial(polish, locale=locale)
            )
            for quiz in (*self.book.published_quizzes, self.book.booster)
            for locale in self.book.languages
            if quiz.items
        }

    @cached_property
    def items(self) -> dict[str, ItemFiles]:
        """Every item by itself, for the pages on which it comes back, by language."""
        return {
            locale: compile_items(
                self.book,
                locale,
                self.forms.among_others(locale, "today"),
                partial(polish, locale=locale),
            )
            for locale in self.book.languages
        }

    @cached_property
    def journeys(self) -> dict[str, Compiled]:
        """The programme for the learner's own pages, by language."""
        return {
            locale: compile_journey(
                self.book,
                locale,
                self.settings.addresses,
                self.items[locale],
                partial(polish, locale=locale),
            )
            for locale in self.book.languages
        }

    def index(self, locale: str) -> SearchIndex:
        """What readers search in a language; made once, and only for a page that asks for it."""
        if locale not in self._indexes:
            self._indexes[locale] = build_index(
                self.book, locale, self.settings.addresses, partial(polish, locale=locale)
            )
        return self._indexes[locale]

    def paths(self, locale: str, key: str) -> DataPaths:
        """Where the page `key` finds its data."""
        paths = DataPaths(self.journeys[locale].path, self.items[locale].index.path)
        if key != SEARCH:
            return paths
        table = json.dumps(self.index(locale).table, ensure_ascii=False, separators=(",", ":"))
        # Between single quotes, since JSON is full of double ones.
        return replace(paths, table=html.escape(table, quote=False).replace("'", "&#39;"))

    def write(self, site_dir: Path) -> None:
        """Write the files of all parts below `site_dir`."""
        for one in self._files():
            file = site_dir / one.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(one.text, encoding="utf-8")

    def _files(self) -> Iterator[Compiled]:
        yield from self.quizzes.values()
        yield from self.journeys.values()
        for files in self.items.values():
            yield from (files.index, *files.items)
        for index in self._indexes.values():
            yield from index.files
