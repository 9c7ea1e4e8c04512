"""Every page is compared with the list of what it may hold; what is not on it is told at its source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook import facts as facts_of
from handbook import glossary as glossary_of
from handbook import programme as programme_of
from handbook import strings as strings_of
from handbook import tricks as tricks_of
from handbook.book import Book
from handbook.pages.directives import directives_of
from handbook.problem import Problem, Problems
from handbook.site.settings import Settings
from handbook.walls.trace import Source, places
from handbook.walls.wall import Breach, foot_wall, page_wall, problem_of, text_wall

_SHARED = (facts_of.SOURCE, tricks_of.SOURCE, glossary_of.SOURCE, programme_of.SOURCE)


class Guard:
    """`project`: the folder in which the sources stand."""

    def __init__(self, project: Path, book: Book, settings: Settings) -> None:
        self.project = project
        self.book = book
        self._problems = Problems()
        self._seen: dict[tuple[str, str], str] = {}
        self._text = text_wall()
        self._page = page_wall(
            (settings.early, settings.search_early), (settings.policy, settings.search_policy)
        )
        self._foot = foot_wall()

    def text(self, html: str, locale: str, key: str) -> None:
        """The text of a page, before a template stands around it."""
        self._tell(self._text.breaches(html), html, locale, key)
        self._seen[(locale, key)] = html

    def page(self, html: str, locale: str, key: str = "") -> None:
        """A whole page in a site language; `key` is empty for those that show no page of the book."""
        seen = self._seen.pop((locale, key), "")
        # What was looked at is left out; what stands before and behind it has to be whole by itself.
        before, _, behind = html.partition(seen) if seen else (html, "", "")
        self._tell(self._page.breaches(before), before, locale, key)
        self._tell(self._foot.breaches(behind), behind, locale, key)

    def take(self) -> list[Problem]:
        """What was found in all pages and languages since it was last asked for, in order."""
        problems, self._problems = self._problems, Problems()
        return problems.errors()

    def _tell(self, breaches: list[Breach], html: str, locale: str, key: str) -> None:
        sources = list(self._sources(locale, key)) if breaches else []
        for breach in breaches:
            for place in places(breach, html, sources):
                self._problems.found.append(problem_of(breach, place))

    def _sources(self, locale: str, key: str) -> Iterator[Source]:
        """Every file that may stand behind a page, the likeliest first."""
        paths: list[str] = []
        if key:
            page = self.book.page(locale, key)
            shown = [each.word for each in directives_of(page) if each.name == "quiz"]
            paths += [page.path, *(f"quizzes/{name}.yml" for name in shown)]
        others = [locale, *(each for each in self.book.languages if each != locale)]
        paths += [f"{strings_of.FOLDER}/{each}.yml" for each in others]
        paths += _SHARED
        paths += [page.path for page in self.book.pages.values()]
        paths += [f"quizzes/{name}.yml" for name in self.book.quizzes]
        for path in dict.fromkeys(paths):
            if (self.project / path).is_file():
                yield Source(path, (self.project / path).read_text(encoding="utf-8"))
