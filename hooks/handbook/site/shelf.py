"""The PDFs that lie in build/paper: published with the site, each beside the page that it prints."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from pathlib import Path

from handbook.book import TRAINERS, Book
from handbook.paper.ledger import Ledger
from handbook.paper.worksheet import LETTERS
from handbook.site.settings import Settings
from handbook.site.shell import Link

FOLDER = "paper/"
"""Below the site's root."""
_POSTER = ("poster", "paper-drill")
_BY_PAGE = {
    "help": (("help", "paper-help"), _POSTER),
    "seven-days": (("seven-days", "paper-week"),),
    f"{TRAINERS}/index": (_POSTER,),
    f"{TRAINERS}/kit": (("kit", "paper-kit"), _POSTER),
}
"""Files of pages that belong to no module, and the words for each."""


class Shelf:
    """What was printed from a project; nothing is linked that is not there."""

    def __init__(self, project: Path) -> None:
        self.ledger = Ledger.read(project)
        self.ready = self.ledger.ready

    def links(self, book: Book, settings: Settings, locale: str, key: str) -> tuple[Link, ...]:
        """The links of a page, each with the size (kB) and the version of its file."""
        words, up = book.strings[locale], settings.addresses.up(locale, key)
        links = []
        for name, what in _files_of(book, key):
            path = f"{locale}/{name}.pdf"
            if path not in self.ready:
                continue
            size = math.ceil((self.ledger.folder / path).stat().st_size / 1000)
            said, _, letter = what.partition(" ")
            values = {"size": size, "version": self.ready[path].version}
            title = words.fill("paper-file", what=words.fill(said, letter=letter), **values)
            links.append(Link(title, f"{up}{FOLDER}{path}"))
        return tuple(links)

    def publish(self, site_dir: Path) -> None:
        """Copy the files below `site_dir`."""
        for path in self.ready:
            target = site_dir / FOLDER / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.ledger.folder / path, target)


def _files_of(book: Book, key: str) -> Iterator[tuple[str, str]]:
    """Names of the files that belong to a page, and the words for each."""
    yield from _BY_PAGE.get(key, ())
    slug, _, page = key.partition("/")
    if page == "index" and slug != TRAINERS:
        yield f"{slug}-learner", "paper-learner"
        yield f"{slug}-booklet", "paper-booklet"
    elif slug == TRAINERS and book.programme.module(page):
        yield f"{page}-trainer", "paper-trainer-chapter"
        yield f"kit-{page}", "paper-kit"
        for letter in LETTERS:
            yield f"{page}-worksheet-{letter.lower()}", f"paper-worksheet {letter}"
    elif page and slug != TRAINERS:
        yield from [(f"kit-{slug}", "paper-kit")] if page == "activity" else []
