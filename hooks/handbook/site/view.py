"""What a template shows of one page: everything is decided here, nothing in the template."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.book import Book, module_keys
from handbook.dates import spoken_date
from handbook.journey.compile import PAGES as JOURNEY_PAGES
from handbook.offline.handed import Handed
from handbook.pages.directives import directives_of, facts_of
from handbook.pages.page import Page
from handbook.programme import Module
from handbook.site.banner import HELP, Banner, mending, page_banner
from handbook.site.feed import PAGE as FEED_PAGE
from handbook.site.feed import feed_path
from handbook.site.journey_view import JourneyView, journey_view
from handbook.site.module_lists import Card, ModulePath, coming, module_cards, module_paths, pass_rule
from handbook.site.offline_view import PAGE as OFFLINE
from handbook.site.offline_view import OfflineView, Taken, offline_view
from handbook.site.paths import NOWHERE, DataPaths
from handbook.site.search_view import SEARCH, SearchView, search_view
from handbook.site.settings import Settings
from handbook.site.shell import Link, Shell, foreign_to, page_shell
from handbook.sources import Note, notes_on

_FOLDED = re.compile(r"^///\s+local\b.*\sfolded\s*$", re.MULTILINE)


@dataclass(frozen=True)
class View(Shell):
    """`foreign`: language of the text where it is not the page's: a translation is missing.

    `name`: of the handbook, in the language of the text. `mending`: where to change the text.
    `facts`, `help`, `progress`, `week`: addresses of the list of all facts, of help after a fraud, of
    how far one is, of the seven days.
    `theme`: the text uses a component that the theme styles; `help_style`: one of the page of help.
    `slug`: of the page's module. `journey`: of one of the learner's own pages, else None.
    `offline`: of the page on reading with no network, else None; `keep`: where its module can be saved;
    `single`: the module as one file, where that exists.
    `picture`: for chats, absolute. `feed`: address of the feed that repeats the page, or empty.
    `papers`: PDFs of the page.
    """

    foreign: str
    name: str
    banner: Banner | None
    mending: Link | None
    title: str
    description: str
    canonical: str
    alternates: tuple[Link, ...]
    updated: str
    module: Link | None
    slug: str
    journey: JourneyView | None
    offline: OfflineView | None
    keep: str
    single: Taken | None
    lessons: tuple[Link, ...]
    position: int
    previous: Link | None
    next: Link | None
    cards: tuple[Card, ...]
    paths: tuple[ModulePath, ...]
    rule: str
    coming: str
    help: str
    progress: str
    week: str
    search_page: SearchView | None
    notes: tuple[Note, ...]
    facts: str
    quiz_types: tuple[str, ...]
    theme: bool
    help_style: bool
    picture: str
    feed: str
    papers: tuple[Link, ...]


def page_view(
    book: Book,
    settings: Settings,
    locale: str,
    key: str,
    *,
    theme: bool = False,
    picture: str = "",
    paths: DataPaths = NOWHERE,
    papers: tuple[Link, ...] = (),
    handed: Handed,
) -> View:
    """The view of a page in a site language; the text may still be in the source language.

    `paths`: where its data are. `papers`: links to the PDFs of the page.
    `handed`: files to take along.
    """
    page = book.page(locale, key)
    addresses, words = settings.addresses, book.strings[locale]
    module = book.module_of(key)
    keys = module_keys(module) if module else ()
    lessons = tuple(_link(book, settings, locale, key, other) for other in keys)
    translated = [other for other in book.languages if (other, key) in book.pages]
    return View(
        **vars(page_shell(book, settings, locale, key, _kind(book, key))),
        foreign=foreign_to(locale, page),
        name=book.strings[page.locale]["site-name"],
        banner=page_banner(book, settings, locale, key),
        mending=mending(book, settings, locale, key),
        title=page.title,
        description=page.description,
        canonical=addresses.absolute(page.locale, key),
        alternates=tuple(
            Link("", addresses.absolute(other, key), locale=other)
            for other in translated
            if page.locale == locale
        ),
        updated=words.fill("updated", date=spoken_date(page.updated, locale)),
        module=Link(module.title[locale], lessons[0].href, keys[0] == key) if module else None,
        slug=module.slug if module else "",
        journey=journey_view(book, settings, locale, key, paths) if key in JOURNEY_PAGES else None,
        offline=offline_view(book, settings, locale, handed) if key == OFFLINE else None,
        keep=_keep(settings, locale, key, module),
        single=_single(settings, locale, key, module, handed),
        lessons=lessons,
        position=keys.index(key) if key in keys else 0,
        previous=lessons[keys.index(key) - 1] if key in keys[1:] else None,
        next=_next(book, settings, locale, key),
        cards=module_cards(book, settings, locale, key) if key in ("index", "modules") else (),
        paths=module_paths(book, settings, locale, key) if key == "modules" else (),
        rule=pass_rule(book.programme, words),
        coming=coming(book.programme.modules, words),
        help=addresses.relative(locale, key, "help"),
        progress=addresses.relative(locale, key, "progress"),
        week=addresses.relative(locale, key, "seven-days"),
        search_page=search_view(book, settings, locale, paths) if key == SEARCH else None,
        notes=notes_on(facts_of(page), book.facts, words, locale),
        facts=addresses.relative(locale, key, "facts"),
        quiz_types=_quiz_types(book, page),
        theme=theme,
        help_style=_wants_help_style(page),
        picture=picture,
        feed=_feed(book, settings, locale, key),
        papers=papers,
    )


def _keep(settings: Settings, locale: str, key: str, module: Module | None) -> str:
    """From the page of a module: the place where it can be saved; empty elsewhere."""
    if module is None or not settings.offline or not key.endswith("/index"):
        return ""
    return settings.addresses.relative(locale, key, OFFLINE, f"save-{module.slug}")


def _single(
    settings: Settings, locale: str, key: str, module: Module | None, handed: Handed
) -> Taken | None:
    """On the page of a module: the module as one file, where somebody made it."""
    if module is None or not key.endswith("/index"):
        return None
    file = handed.single(locale, module.slug)
    return Taken(settings.addresses.up(locale, key) + file.path, file.size) if file else None


def _feed(book: Book, settings: Settings, locale: str, key: str) -> str:
    if key != FEED_PAGE or not book.tricks:
        return ""
    return settings.addresses.up(locale, key) + feed_path(settings, locale)


def _wants_help_style(page: Page) -> bool:
    """Whether a page shows numbers to call or tricks, folds a country, or is the page of help."""
    calls = any(directive.name in ("call", "all-tricks") for directive in directives_of(page))
    return calls or page.key == HELP or bool(_FOLDED.search(page.body))


def _kind(book: Book, key: str) -> str:
    """home, modules, help, module, quiz, lesson …: templates and styles differ by it."""
    if key == "index":
        return "home"
    if "/" not in key:
        return key
    if key in book.trainer_keys:
        return "trainer"
    last = key.split("/")[1]
    return {"index": "module", "quiz": "quiz", "activity": "activity"}.get(last, "lesson")


def _link(book: Book, settings: Settings, locale: str, here: str, there: str) -> Link:
    href = settings.addresses.relative(locale, here, there)
    page = book.page(locale, there)
    return Link(page.title, href, here == there, foreign_to(locale, page))


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


def _quiz_types(book: Book, page: Page) -> tuple[str, ...]:
    """The item types of the page's quizzes; empty on a page without one."""
    quizzes = [d.word for d in directives_of(page) if d.name == "quiz"]
    return tuple(
        sorted({item.type for slug in quizzes for item in book.quiz(slug).asked_in(page.locale)})
    )
