"""What can be saved together: the core, each module, and the parts around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.book import TOP_PAGES, Book, module_keys

CORE = "core"
CORE_PAGES = (
    "index", "modules", "help", "progress", "certificate", "today", "glossary", "offline",
)  # fmt: skip
"""Saved with whatever is saved first: the way around, help, and what is the learner's own."""
WEEK_PAGES = ("seven-days", "booster")
WEEK, MORE, TRAINERS, SEARCH = "seven-days", "more", "trainers", "search"
SEARCH_FILES = "assets/search/"
"""Where the index of the search stands, by language; its scripts are scripts like others."""


@dataclass(frozen=True)
class Group:
    """`keys` of its pages, `files` beside what these need; `lead`: the page that it opens with."""

    id: str
    title: str
    lead: str
    keys: tuple[str, ...]
    files: tuple[str, ...] = ()


def groups_of(book: Book, locale: str, site_dir: Path) -> Iterator[Group]:
    """The groups of a language in the order in which they are offered."""
    words = book.strings[locale]
    yield Group(CORE, words["offline-core"], "index", CORE_PAGES)
    for module in book.programme.published:
        keys = module_keys(module)
        items = _items(book, locale, module.slug, site_dir)
        yield Group(module.slug, module.title[locale], keys[0], keys, items)
    yield Group(WEEK, words["seven-days"], WEEK_PAGES[0], WEEK_PAGES)
    others = tuple(key for key in TOP_PAGES if key not in (*CORE_PAGES, *WEEK_PAGES, SEARCH))
    yield Group(MORE, words["offline-more"], others[0], others)
    if book.trainer_keys:
        yield Group(TRAINERS, words["trainers"], book.trainer_keys[0], book.trainer_keys)
    search = _search(locale, book.languages, site_dir)
    yield Group(SEARCH, words["offline-search"], SEARCH, (SEARCH,), search)


def _items(book: Book, locale: str, slug: str, site_dir: Path) -> tuple[str, ...]:
    """The single questions of a module, which come back on the page of today."""
    numbers = [number for name, number in book.register.numbers.items() if name.startswith(f"{slug}/")]
    found = [
        file for number in numbers for file in site_dir.glob(f"assets/quiz/item/{number}.{locale}.*.js")
    ]
    return tuple(file.relative_to(site_dir).as_posix() for file in found)


def _search(locale: str, languages: tuple[str, ...], site_dir: Path) -> tuple[str, ...]:
    """The search's own files: those of the language, and those of none."""
    others = {other for other in languages if other != locale}
    found = sorted(file for file in (site_dir / SEARCH_FILES).rglob("*") if file.is_file())
    paths = (file.relative_to(site_dir) for file in found)
    return tuple(path.as_posix() for path in paths if others.isdisjoint(_parts(path)))


def _parts(path: Path) -> set[str]:
    return {part for piece in path.parts for part in piece.split(".")}
