"""What a template shows of one page: everything is decided here, nothing in the template."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.addresses import relative_path
from handbook.book import Book, module_keys
from handbook.dates import spoken_date
from handbook.facts import Fact
from handbook.pages.directives import directives_of, facts_of
from handbook.pages.page import Page
from handbook.programme import Module
from handbook.site.settings import Settings
from handbook.strings import Strings


@dataclass(frozen=True)
class Link:
    """`href` relative to the page. `current`: it leads to the page itself."""

    title: str
    href: str
    current: bool = False
    locale: str = ""


@dataclass(frozen=True)
class Card:
    """A module on the home page."""

    link: Link
    kind: str
    minutes: str
    description: str


@dataclass(frozen=True)
class Note:
    """A fact of the page with its sources: (title, address, date) each."""

    about: str
    sources: tuple[tuple[str, str, str], ...]
    dates: str


@dataclass(frozen=True)
class View:
    """`locale`: language of the site around the text. `text_locale`: language of the text."""

    kind: str
    locale: str
    text_locale: str
    title: str
    description: str
    words: Strings
    root: str
    assets: str
    home: str
    about: str
    canonical: str
    alternates: tuple[Link, ...]
    languages: tuple[Link, ...]
    updated: str
    module: Link | None
    lessons: tuple[Link, ...]
    position: int
    previous: Link | None
    next: Link | None
    cards: tuple[Card, ...]
    notes: tuple[Note, ...]
    quiz_types: tuple[str, ...]
    contact: str


def page_view(book: Book, settings: Settings, locale: str, key: str) -> View:
    """The view of a page in a site language; the text may still be in the source language."""
    page = book.page(locale, key)
    addresses, words = settings.addresses, book.strings[locale]
    module = book.module_of(key)
    keys = module_keys(module) if module else ()
    lessons = tuple(_link(book, settings, locale, key, other) for other in keys)
    up = addresses.up(locale, key)
    translated = [other for other in book.languages if (other, key) in book.pages]
    return View(
        kind=_kind(key),
        locale=locale,
        text_locale=page.locale,
        title=page.title,
        description=page.description,
        words=words,
        root=up,
        assets=up + settings.assets,
        home=addresses.relative(locale, key, "index"),
        about=addresses.relative(locale, key, "about"),
        canonical=addresses.absolute(page.locale, key),
        alternates=tuple(
            Link(book.strings[other]["language"], addresses.absolute(other, key), locale=other)
            for other in translated
            if page.locale == locale
        ),
        languages=tuple(
            Link(
                book.strings[other]["language"],
                relative_path(addresses.path(locale, key), addresses.path(other, key)),
                other == locale,
                other,
            )
            for other in book.languages
        ),
        updated=words.fill("updated", date=spoken_date(page.updated, locale)),
        module=Link(module.title[locale], lessons[0].href, keys[0] == key) if module else None,
        lessons=lessons,
        position=keys.index(key) if key in keys else 0,
        previous=lessons[keys.index(key) - 1] if key in keys[1:] else None,
        next=_next(book, settings, locale, key),
        cards=_cards(book, settings, locale, key) if key == "index" else (),
        notes=_notes(book, page, locale),
        quiz_types=_quiz_types(book, page),
        contact=settings.contact,
    )


def _kind(key: str) -> str:
    """home, about, module, quiz, activity or lesson: templates and styles differ by it."""
    if key == "index":
        return "home"
    if "/" not in key:
        return key
    last = key.split("/")[1]
    return {"index": "module", "quiz": "quiz", "activity": "activity"}.get(last, "lesson")


def _link(book: Book, settings: Settings, locale: str, here: str, there: str) -> Link:
    href = settings.addresses.relative(locale, here, there)
    return Link(book.page(locale, there).title, href, here == there)


def _next(book: Book, settings: Settings, locale: str, key: str) -> Link | None:
    """The next page in reading order; after a module's last page the next module or the home page."""
    if book.module_of(key) is None:
        return None
    keys = book.keys
    after = keys[keys.index(key) + 1]
    if book.module_of(after) is None:
        link = _link(book, settings, locale, key, "index")
        return Link(book.strings[locale]["back-home"], link.href)
    return _link(book, settings, locale, key, after)


def _cards(book: Book, settings: Settings, locale: str, key: str) -> tuple[Card, ...]:
    words = book.strings[locale]

    def card(module: Module) -> Card:
        landing = module_keys(module)[0]
        href = settings.addresses.relative(locale, key, landing)
        return Card(
            Link(module.title[locale], href),
            module.kind,
            words.fill("minutes", n=module.minutes),
            book.page(locale, landing).description,
        )

    return tuple(card(module) for module in book.programme.published)


def _quiz_types(book: Book, page: Page) -> tuple[str, ...]:
    """The item types of the page's quizzes; empty on a page without one."""
    quizzes = [d.word for d in directives_of(page) if d.name == "quiz"]
    return tuple(sorted({item.type for slug in quizzes for item in book.quizzes[slug].items}))


def _notes(book: Book, page: Page, locale: str) -> tuple[Note, ...]:
    return tuple(_note(book.facts[name], book.strings[locale], locale) for name in facts_of(page))


def _note(fact: Fact, words: Strings, locale: str) -> Note:
    sources = tuple(
        (source.title, source.url, spoken_date(source.date, locale)) for source in fact.sources
    )
    seen = words["source-undated"]
    if fact.seen:
        seen = words.fill("source-seen", date=spoken_date(fact.seen, locale))
    if fact.kind != "contact":
        return Note(fact.about[locale], sources, seen)
    tested = words["contact-untested"]
    if fact.tested:
        tested = words.fill("contact-tested", date=spoken_date(fact.tested, locale))
    return Note(f"{fact.value[locale]} – {fact.about[locale]}", sources, f"{seen}; {tested}")
