"""What the learner's own pages show before any script runs: the rule, and what there is to tick."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.book import Book, module_keys
from handbook.journey.compile import PAGES
from handbook.site.settings import Settings
from handbook.site.shell import Link


@dataclass(frozen=True)
class JourneyModule:
    """A module that can be passed. `tracks`: names of those that recommend it."""

    slug: str
    code: str
    kind: str
    link: Link
    minutes: str
    tracks: tuple[str, ...]


@dataclass(frozen=True)
class JourneyView:
    """`data`: address of the compiled programme. `links`: addresses of the learner's own pages by key.

    `needed`: how many optional modules the rule asks for. `tracks`: names by id.
    """

    data: str
    modules: tuple[JourneyModule, ...]
    needed: int
    pass_mark: int
    version: str
    tracks: Map[str, str]
    links: Map[str, str]


def journey_view(book: Book, settings: Settings, locale: str, key: str, data: str) -> JourneyView:
    """The journey as the page `key` shows it. `data`: path of the compiled programme."""
    addresses, words, programme = settings.addresses, book.strings[locale], book.programme
    return JourneyView(
        data=addresses.up(locale, key) + data,
        modules=tuple(
            JourneyModule(
                module.slug,
                module.code,
                module.kind,
                Link(module.title[locale], addresses.relative(locale, key, module_keys(module)[0])),
                words.fill("minutes", n=module.minutes),
                tuple(programme.tracks[track].name[locale] for track in module.tracks),
            )
            for module in programme.published
        ),
        needed=programme.optional_needed,
        pass_mark=programme.pass_mark,
        version=programme.version,
        tracks={name: track.name[locale] for name, track in programme.tracks.items()},
        links={page: addresses.relative(locale, key, page) for page in PAGES},
    )
