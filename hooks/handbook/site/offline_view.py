"""What the page on reading with no network shows before any script runs: parts, files to take."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.book import Book, module_keys
from handbook.offline.groups import MORE, SEARCH, TRAINERS, WEEK
from handbook.offline.handed import File, Handed
from handbook.site.settings import Settings
from handbook.site.shell import Link

PAGE = "offline"


@dataclass(frozen=True)
class Taken:
    """A file to take along: its address and its size in kB."""

    href: str
    size: int


@dataclass(frozen=True)
class OfflineModule:
    """A module that can be saved. `single`: as one file; `pdf`: on paper; each only where it exists."""

    slug: str
    link: Link
    single: Taken | None
    pdf: Taken | None


@dataclass(frozen=True)
class OfflineView:
    """`on`: pages can be saved. `parts`: what stands around the modules, names by id.

    `zip`: all modules of the language. `spoken`: what the scripts say, by name.
    """

    on: bool
    modules: tuple[OfflineModule, ...]
    parts: Map[str, str]
    zip: Taken | None
    spoken: Map[str, str]


def offline_view(book: Book, settings: Settings, locale: str, handed: Handed) -> OfflineView:
    """The view of the page `offline` of a language."""
    words, up = book.strings[locale], settings.addresses.up(locale, PAGE)

    def taken(file: File | None) -> Taken | None:
        return Taken(up + file.path, file.size) if file else None

    return OfflineView(
        on=settings.offline,
        modules=tuple(
            OfflineModule(
                module.slug,
                Link(
                    module.title[locale],
                    settings.addresses.relative(locale, PAGE, module_keys(module)[0]),
                ),
                taken(handed.single(locale, module.slug)),
                taken(handed.pdf(locale, module.slug)),
            )
            for module in book.programme.published
        ),
        parts={
            WEEK: words["seven-days"],
            MORE: words["offline-more"],
            TRAINERS: words["trainers"],
            SEARCH: words["offline-search"],
        },
        zip=taken(handed.zip(locale)),
        spoken={name: text for name, text in words.items() if name.startswith("offline-")},
    )
