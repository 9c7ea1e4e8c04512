"""The modules as readers choose among them: cards, a path for each kind of reader, the pass rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.book import Book, module_keys
from handbook.programme import Module, Programme, Track
from handbook.site.settings import Settings
from handbook.site.shell import Link, foreign_to
from handbook.strings import Strings


@dataclass(frozen=True)
class Card:
    """A module in a list. `tracks`: names of the tracks that recommend it.

    `locale`: language of the description where it is not the page's.
    """

    slug: str
    link: Link
    kind: str
    minutes: str
    description: str
    tracks: tuple[str, ...]
    locale: str


@dataclass(frozen=True)
class ModulePath:
    """A track: for whom, its modules that readers can open, and how many are still being written."""

    name: str
    about: str
    modules: tuple[Link, ...]
    coming: str


def module_cards(book: Book, settings: Settings, locale: str, key: str) -> tuple[Card, ...]:
    """The published modules in order, as the page `key` shows them."""
    words = book.strings[locale]

    def card(module: Module) -> Card:
        landing = module_keys(module)[0]
        page = book.page(locale, landing)
        href = settings.addresses.relative(locale, key, landing)
        return Card(
            module.slug,
            Link(module.title[locale], href),
            module.kind,
            words.fill("minutes", n=module.minutes),
            page.description,
            tuple(book.programme.tracks[track].name[locale] for track in module.tracks),
            foreign_to(locale, page),
        )

    return tuple(card(module) for module in book.programme.published)


def module_paths(book: Book, settings: Settings, locale: str, key: str) -> tuple[ModulePath, ...]:
    """The tracks in order, their links as the page `key` needs them."""

    def path(name: str, track: Track) -> ModulePath:
        modules = [module for module in book.programme.modules if name in module.tracks]
        links = (
            Link(m.title[locale], settings.addresses.relative(locale, key, module_keys(m)[0]))
            for m in modules
            if not m.draft
        )
        writing = coming(modules, book.strings[locale])
        return ModulePath(track.name[locale], track.about[locale], tuple(links), writing)

    return tuple(path(name, track) for name, track in book.programme.tracks.items())


def coming(modules: Iterable[Module], words: Strings) -> str:
    """How many of the modules are still being written; empty for none."""
    drafts = sum(module.draft for module in modules)
    return words.fill("more-coming", n=drafts) if drafts else ""


def pass_rule(programme: Programme, words: Strings) -> str:
    """What it takes to complete the programme, in words."""
    values = {
        "compulsory": sum(module.kind == "compulsory" for module in programme.modules),
        "optional": programme.optional_needed,
        "pass": programme.pass_mark,
    }
    return words.fill("pass-rule", **values)
