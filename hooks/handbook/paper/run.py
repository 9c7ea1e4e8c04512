"""A run of the press: what changed is typeset, in several processes, and every mistake is told."""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from handbook.book import Book
from handbook.fonts import ADDED, FACES, HOUSE
from handbook.paper.glyphs import characters_of, missing_glyphs
from handbook.paper.imprint import Imprint
from handbook.paper.ledger import Entry, Ledger
from handbook.paper.library import Plan, place_of_picture, plans_of
from handbook.paper.press import Print, Spoiled, press
from handbook.paper.resources import Refused
from handbook.problem import Place, Problem

_LOADED = re.compile(r'src="docs:([^"]+)"')
_TYPESETTERS = ("weasyprint", "pydyf", "pypdf", "segno", "fonttools")
_PROCESSES = 4
"""At most: a chapter needs up to 150 MB."""


@dataclass(frozen=True)
class Made:
    """What came out of one PDF: seconds it took, and why there is none."""

    plan: Plan
    seconds: float
    wrong: tuple[Problem, ...] = ()


@dataclass
class Run:
    """`kept`: PDFs that were fresh. `told`: is called with each PDF as it is made, or is not."""

    project: Path
    told: Callable[[int, int, Made], None]
    kept: int = 0
    made: list[Made] = field(default_factory=list)

    def go(self, book: Book, imprint: Imprint, wrong: Iterable[Problem], plans: list[Plan]) -> None:
        """Make `plans` of the book. `wrong`: mistakes in its files, which spoil what shows them."""
        ledger = Ledger.read(self.project)
        jobs: list[tuple[Plan, Print, Entry]] = []
        spoiled: list[Made] = []
        by_file = _by_file(wrong)
        known = self._characters()
        for plan in plans:
            problems = [*plan.wrong, *(each for path in plan.sources for each in by_file.get(path, ()))]
            what = Print("" if problems else plan.make(), plan.styles, plan.folded)
            if not problems and isinstance(known, frozenset):
                problems = missing_glyphs(what.html, self._sources(plan), known)
            elif isinstance(known, Problem):
                problems.append(known)
            entry = Entry(self._digest(what), imprint.version, imprint.addresses.site_url)
            if problems:
                ledger.drop(plan.path)
                spoiled.append(Made(plan, 0, tuple(problems)))
            elif ledger.is_fresh(plan.path, entry.made_from):
                self.kept += 1
            else:
                jobs.append((plan, what, entry))
        self._work(ledger, jobs, spoiled)
        if len(plans) == len(list(plans_of(book, imprint))):
            ledger.keep_only([plan.path for plan in plans])
        ledger.save()

    def _work(self, ledger: Ledger, jobs: list[tuple[Plan, Print, Entry]], spoiled: list[Made]) -> None:
        total = len(jobs) + len(spoiled)
        for made in spoiled:
            self._note(made, total)
        if not jobs:
            return
        with ProcessPoolExecutor(min(os.cpu_count() or 1, _PROCESSES, len(jobs))) as pool:
            waiting: dict[Future[tuple[bytes, float]], tuple[Plan, Entry]] = {
                pool.submit(_timed, what, self.project): (plan, entry) for plan, what, entry in jobs
            }
            for done in as_completed(waiting):
                plan, entry = waiting[done]
                self._note(self._result(ledger, done, plan, entry), total)

    def _result(
        self, ledger: Ledger, done: Future[tuple[bytes, float]], plan: Plan, entry: Entry
    ) -> Made:
        error = done.exception()
        if error is None:
            pdf, seconds = done.result()
            ledger.take_in(plan.path, pdf, entry)
            ledger.save()  # a run that is interrupted goes on from here
            return Made(plan, seconds)
        ledger.drop(plan.path)
        return Made(plan, 0, (self._mistake(error, plan),))

    def _mistake(self, error: BaseException, plan: Plan) -> Problem:
        if isinstance(error, Refused):
            place = place_of_picture(str(error), self._sources(plan))
            return Problem(place, "paper-no-picture", {"name": str(error).partition(":")[2]})
        detail = str(error) if isinstance(error, Spoiled) else f"{type(error).__name__}: {error}"
        return Problem(Place(plan.sources[0]), "paper-spoiled", {"detail": detail})

    def _note(self, made: Made, total: int) -> None:
        self.made.append(made)
        self.told(len(self.made), total, made)

    def _characters(self) -> frozenset[str] | Problem:
        for name in FACES:
            if not (self.project / HOUSE / name).is_file():
                return Problem(Place(f"{HOUSE}/{name}"), "paper-no-font")
        return characters_of(self.project)

    def _sources(self, plan: Plan) -> tuple[tuple[str, str], ...]:
        """Path and text of every file whose words are on a PDF, its own first."""
        data = sorted((self.project / "docs/data").rglob("*.yml"))
        paths = [*plan.sources, *(file.relative_to(self.project).as_posix() for file in data)]
        return tuple(
            (path, (self.project / path).read_text(encoding="utf-8"))
            for path in paths
            if (self.project / path).is_file() and not _of_another_language(path, plan.locale)
        )

    def _digest(self, what: Print) -> str:
        """The same for the same sheets: text, pictures, styles, letters and typesetter."""
        digest = hashlib.sha256(_tools(self.project).encode())
        digest.update(f"{what.html}\0{what.styles}\0{what.folded}".encode())
        for path in sorted(set(_LOADED.findall(what.html))):
            file = self.project / "docs" / path
            digest.update(file.read_bytes() if file.is_file() else b"?")
        return digest.hexdigest()[:32]


def _timed(what: Print, project: Path) -> tuple[bytes, float]:
    start = time.perf_counter()
    pdf = press(what, project)
    return pdf, time.perf_counter() - start


def _by_file(wrong: Iterable[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in wrong:
        found.setdefault(problem.place.path, []).append(problem)
    return found


def _of_another_language(path: str, locale: str) -> bool:
    return path.startswith("docs/data/strings/") and Path(path).stem != locale


@cache
def _tools(project: Path) -> str:
    """Digest of what makes paper: our code, styles, letters and signs, and the libraries."""
    digest = hashlib.sha256(" ".join(map(version, _TYPESETTERS)).encode())
    for file in _files(project):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(project: Path) -> Iterator[Path]:
    signs = project / "overrides/.icons/handbook"
    for folder in (Path(__file__).parent, project / HOUSE, project / ADDED, signs):
        yield from sorted(file for file in folder.rglob("*") if file.suffix in _KINDS)


_KINDS = (".py", ".css", ".ttf", ".svg")
