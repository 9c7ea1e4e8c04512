"""What the learner's own pages show before any script runs: the rule, and what there is to tick."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.book import Book, module_keys
from handbook.journey.compile import PAGES
from handbook.programme import Module
from handbook.site.paths import DataPaths
from handbook.site.settings import Settings
from handbook.site.shell import Link


@dataclass(frozen=True)
class JourneyModule:
    """A module that can be passed. `tracks`: names of those that recommend it.

    `quiz`: address of its quiz; empty when it has none.
    """

    slug: str
    code: str
    kind: str
    link: Link
    minutes: str
    tracks: tuple[str, ...]
    quiz: str = ""


@dataclass(frozen=True)
class JourneyView:
    """`data`: address of the compiled programme. `items`: of the index of items.

    `links`: addresses of the learner's own pages by key.
    `needed`: how many optional modules the rule asks for. `tracks`: names by id.
    """

    data: str
    items: str
    modules: tuple[JourneyModule, ...]
    needed: int
    pass_mark: int
    version: str
    tracks: Map[str, str]
    links: Map[str, str]


def journey_view(book: Book, settings: Settings, locale: str, key: str, paths: DataPaths) -> JourneyView:
    """The journey as the page `key` shows it.

    `paths`: where its data are.
    """
    addresses, words, programme = settings.addresses, book.strings[locale], book.programme
    return JourneyView(
        data=addresses.up(locale, key) + paths.journey,
        items=addresses.up(locale, key) + paths.items,
        modules=tuple(
            JourneyModule(
                module.slug,
                module.code,
                module.kind,
                Link(module.title[locale], addresses.relative(locale, key, module_keys(module)[0])),
                words.fill("minutes", n=module.minutes),
                tuple(programme.tracks[track].name[locale] for track in module.tracks),
                _quiz(settings, locale, key, module),
            )
            for module in programme.published
        ),
        needed=programme.optional_needed,
        pass_mark=programme.pass_mark,
        version=programme.version,
        tracks={name: track.name[locale] for name, track in programme.tracks.items()},
        links={page: addresses.relative(locale, key, page) for page in PAGES},
    )


def _quiz(settings: Settings, locale: str, here: str, module: Module) -> str:
    """Relative address of a module's quiz."""
    keys = [key for key in module_keys(module) if key.endswith("/quiz")]
    return settings.addresses.relative(locale, here, keys[0]) if keys else ""
