"""Where beginnings are written: everything is looked at first, then all of it is written, or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from pathlib import Path

import click

from handbook import facts as facts_of
from handbook import programme as programme_of
from handbook.dates import today_of
from handbook.messages import phrase, spoken
from handbook.problem import Place, Problem, Problems, in_order
from handbook.programme import RESERVED, Module, read_programme
from handbook.project import load_book
from handbook.reader import SLUG, Reader
from handbook.skeleton.beginnings import Beginning, Change
from handbook.skeleton.lists import with_page

_SOURCES = (programme_of.SOURCE, facts_of.SOURCE)


class RefusalError(click.ClickException):
    """Nothing is written; the editor is told why, and the exit code is 1."""

    def __init__(
        self, say: str, code: str, place: Place | None = None, values: Map[str, str] | None = None
    ) -> None:
        sentence = phrase(code, say).format_map(values or {})
        super().__init__(f"{place}: {sentence}" if place else sentence)

    def show(self, file: object = None) -> None:
        """Print the sentence alone."""
        del file
        click.echo(self.message)


class Desk:
    """The handbook around the current folder, and what is to be written into it."""

    def __init__(self, say: str | None) -> None:
        here = Path.cwd()
        roots = (folder for folder in (here, *here.parents) if (folder / programme_of.SOURCE).exists())
        self.root = next(roots, here)
        self.say = say or spoken(os.environ)
        problems = Problems()
        self.book = load_book(self.root, problems)
        wrong = [each for each in problems.errors() if each.place.path in _SOURCES]
        wrong = [each for each in wrong if each.code not in ("pencil", "page-missing")]
        if wrong:
            raise RefusalError(self.say, wrong[0].code, wrong[0].place, wrong[0].values)
        self.beginning = Beginning(self.book, self.root, today_of(os.environ))
        self._listed: list[Change] = []
        """The programme, page by page; the last one holds them all."""

    def tell(self, code: str, **values: str) -> None:
        """Say one sentence."""
        click.echo(phrase(code, self.say).format_map(values))

    def check_slugs(self, *names: str) -> None:
        """Each may stand in an address, is named once, and is not taken by another part of the site."""
        for number, name in enumerate(names):
            if not SLUG.fullmatch(name):
                raise RefusalError(self.say, "not-a-slug", None, {"word": name})
            if name in (*RESERVED, *self.book.languages, *names[:number]):
                raise RefusalError(self.say, "slug-taken", None, {"word": name})

    def module(self, slug: str) -> Module:
        """The module of this name."""
        found = self.book.programme.module(slug)
        if found is None:
            problems = Problems()
            known = [module.slug for module in self.book.programme.modules]
            Reader(problems).unknown(Place(""), "new-no-module", slug, known)
            raise RefusalError(self.say, problems.found[0].code, None, problems.found[0].values)
        return found

    def country(self, asked: str | None) -> str:
        """A country for which the book has words; the first one where none is asked for."""
        known = self.book.strings[self.book.languages[0]].countries("facts")
        if asked and known and asked not in known:
            values = {"word": asked, "known": ", ".join(known)}
            raise RefusalError(self.say, "unknown-country", None, values)
        return asked or next(iter(known), "")

    def begin(self, code: str, slug: str, kind: str, titles: dict[str, str]) -> Module:
        """A draft at the end of the programme."""
        programme = self.book.programme
        if not SLUG.fullmatch(code.lower()):
            raise RefusalError(self.say, "not-a-slug", None, {"word": code})
        if any(other.code == code for other in programme.modules):
            raise RefusalError(self.say, "module-twice", None, {"key": "code", "word": code})
        for locale in titles:
            if locale not in self.book.languages:
                values = {"word": locale, "known": ", ".join(self.book.languages)}
                raise RefusalError(self.say, "unknown-value", None, values)
        change = self.beginning.entry(code, slug, kind, titles)
        found = read_programme(change.text, Problems()).module(slug)
        if found is None:
            raise self._by_hand(slug, code)
        self._listed.append(change)
        return found

    def list_pages(self, module: Module, pages: Iterable[str]) -> None:
        """Put the pages into the list of their module, those that are not there yet."""
        text = self._listed[-1].text if self._listed else self.beginning.read(programme_of.SOURCE)
        now: Module | None = read_programme(text, Problems()).module(module.slug)
        for page in pages:
            if now is not None and page not in now.pages:
                changed = with_page(text, now, page)
                if changed is None:
                    raise self._by_hand(module.slug, page)
                text = changed[0]
                now = read_programme(text, Problems()).module(module.slug)
                self._listed.append(Change(programme_of.SOURCE, *changed, listed=page))

    def _by_hand(self, module: str, page: str) -> RefusalError:
        place = Place(programme_of.SOURCE)
        return RefusalError(self.say, "new-by-hand", place, {"module": module, "page": page})

    def write(self, changes: Iterable[Change]) -> None:
        """Write all files, none of them twice, and tell which; a file that is there stops everything."""
        files = list(changes)
        for change in files:
            if change.path not in _SOURCES and (self.root / change.path).exists():
                raise RefusalError(self.say, "new-exists", Place(change.path))
        for change in [*files, *self._listed[-1:]]:
            file = self.root / change.path
            file.parent.mkdir(parents=True, exist_ok=True)
            returns = file.exists() and b"\r\n" in file.read_bytes()
            file.write_text(change.text, encoding="utf-8", newline="\r\n" if returns else "\n")
        told = [_told(change) for change in files]
        for problem in in_order([*told, *self._told_lists()]):
            click.echo(problem.text(self.say))

    def _told_lists(self) -> Iterator[Problem]:
        """What was added to the programme: a module, and the pages of one."""
        yield from (_told(change) for change in self._listed if not change.listed)
        pages = [change.listed for change in self._listed if change.listed]
        if pages:
            place = Place(programme_of.SOURCE, self._listed[-1].line)
            yield Problem(place, "new-listed", {"pages": ", ".join(pages)}, "notice")


def _told(change: Change) -> Problem:
    return Problem(Place(change.path, change.line), "new-written", {}, "notice")
