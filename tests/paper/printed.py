"""What a run of the press left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbook.book import Book
from handbook.paper.chapter import Chapter
from handbook.paper.imprint import Imprint

MODULE = "safe-accounts"
"""Stands for all of them where every test prints (the others: marked every_page)."""


@dataclass(frozen=True)
class Printed:
    """`output`: what the command said."""

    project: Path
    output: str

    def file(self, locale: str, name: str) -> Path:
        """A PDF of the module: `learner`, `trainer`, `booklet`, `worksheet-a`."""
        return self.project / f"build/paper/{locale}/{MODULE}-{name}.pdf"

    @property
    def files(self) -> list[Path]:
        """Every PDF."""
        return sorted((self.project / "build/paper").glob("*/*.pdf"))


@dataclass(frozen=True)
class Room:
    """The press in a test's own process."""

    book: Book
    imprint: Imprint
    project: Path

    def chapter(self, locale: str, form: str, slug: str = MODULE) -> Chapter:
        """A chapter: `learner` or `trainer`."""
        module = self.book.programme.module(slug)
        assert module
        return Chapter(self.book, self.imprint, locale, module, trainer=form == "trainer")
