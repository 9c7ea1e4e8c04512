"""One site in the making: from the checked book to pages and files."""

from __future__ import annotations

import hashlib
from functools import cached_property, partial
from pathlib import Path

from rjsmin import jsmin

from handbook.addresses import Addresses
from handbook.book import Book
from handbook.compiled import Compiled
from handbook.contact import call_line
from handbook.journey.compile import compile_journey
from handbook.pages.expand import ExpandContext, expand
from handbook.pages.pictures import sized_pictures
from handbook.pages.terms import with_terms
from handbook.quiz.compile import compile_quiz
from handbook.quiz.render import FormContext, quiz_form
from handbook.site.assets import Assets
from handbook.site.banner import marked_parts
from handbook.site.boards import board_list
from handbook.site.csp import content_policy
from handbook.site.feed import feed_path, write_feeds
from handbook.site.lists import facts_list, glossary_list
from handbook.site.redirects import write_redirects
from handbook.site.repository import Repository
from handbook.site.settings import Outside, Settings
from handbook.site.share_picture import SharePictures
from handbook.site.shelf import Shelf
from handbook.site.shell import foreign_to
from handbook.site.sitemap import write_sitemap
from handbook.site.theme_css import Signature, ThemeCss
from handbook.site.trick_list import trick_list
from handbook.site.view import View, page_view
from handbook.typography import polish

FONT = "overrides/fonts/NotoSans-Bold.ttf"
CACHE = "build/cache/share"
THEME_ADDRESS = "assets/theme.css"
"""Stands in the pages until the stylesheet has its name, which comes from all of them."""


def open_site(project: Path, book: Book, outside: Outside) -> Site:
    """The site of a checked book; `project` is the folder with overrides/, docs/ and quizzes/."""
    overrides = project / "overrides"
    early = str(jsmin((overrides / "partials/early.js").read_text(encoding="utf-8"))).strip()
    assets = Assets(overrides / "assets", overrides / ".icons/handbook")
    settings = Settings(
        addresses=Addresses(outside.site_url, sorted_languages(book.languages, outside.only)),
        repository=Repository(outside.repo_url),
        contact=outside.contact,
        assets=assets.folder,
        early=early,
        policy="" if outside.live else content_policy(early),
        pictures=not outside.live,
    )
    return Site(project, book, settings, assets, ThemeCss(outside.theme_css))


def sorted_languages(languages: tuple[str, ...], only: str) -> tuple[str, ...]:
    """The language at the root first: the source, or the only one of a preview."""
    return (only, *(other for other in languages if other != only)) if only else languages


class Site:
    """`project`: folder with overrides/, docs/ and quizzes/. Nothing is written before `finish`."""

    def __init__(
        self, project: Path, book: Book, settings: Settings, assets: Assets, theme: ThemeCss
    ) -> None:
        self.project = project
        self.book = book
        self.settings = settings
        self.assets = assets
        self.theme = theme
        self.pictures = SharePictures(project / FONT, project / CACHE)
        self.shelf = Shelf(project)
        self._icons: dict[str, str] = {}
        self._themed: dict[str, frozenset[Signature]] = {}

    @cached_property
    def compiled(self) -> dict[tuple[str, str], Compiled]:
        """Every quiz of a published module by (module, language)."""
        return {
            (slug, locale): compile_quiz(
                quiz,
                locale,
                self.book.strings[locale],
                partial(polish, locale=locale),
            )
            for slug, quiz in self.book.quizzes.items()
            if self.book.programme.module(slug) in self.book.programme.published
            for locale in self.book.languages
        }

    @cached_property
    def journeys(self) -> dict[str, Compiled]:
        """The programme for the learner's own pages, by language."""
        return {
            locale: compile_journey(
                self.book, locale, self.settings.addresses, "", partial(polish, locale=locale)
            )
            for locale in self.book.languages
        }

    def markdown(self, locale: str, key: str) -> str:
        """The text of a page for a site language, every block and directive written out."""
        page = self.book.page(locale, key)
        words = self.book.strings[page.locale]
        contact = f"[{self.settings.contact}](mailto:{self.settings.contact})"
        values = {
            "fact": lambda word: self.book.facts[word].html(page.locale),
            "call": lambda word: call_line(self.book.facts[word], words, page.locale),
            "contact": lambda _: contact,
            "quiz": lambda word: self.form(word, locale, key),
            "all-terms": lambda _: glossary_list(self.book, page.locale),
            "all-facts": lambda _: facts_list(self.book, page.locale),
            "all-tricks": lambda _: self._tricks(page.locale, locale, key),
            "all-boards": lambda _: self._boards(page.locale, locale, key),
        }
        if not self.book.module_of(key):  # the pages around the lessons explain themselves
            return expand(page, ExpandContext(words, values))
        entry = partial(self.settings.addresses.relative, locale, key, "glossary")
        return expand(with_terms(page, self.book.glossary, entry), ExpandContext(words, values))

    def _boards(self, spoken: str, locale: str, key: str) -> str:
        return board_list(self.book, self.settings.addresses, spoken, locale, key)

    def _tricks(self, spoken: str, locale: str, key: str) -> str:
        feed = self.settings.addresses.up(locale, key) + feed_path(self.settings, locale)

        def link(see: str) -> tuple[str, str]:
            address, _ = self._link(locale, key, see)
            return address, self.book.page(locale, see.partition("#")[0]).title

        return trick_list(self.book, spoken, link, feed if self.book.tricks else "")

    def _link(self, locale: str, key: str, see: str) -> tuple[str, str]:
        """Address and title of a page or heading (`module/page#heading`), for the page `key`."""
        target, _, heading = see.partition("#")
        page = self.book.page(locale, target)
        address = self.settings.addresses.relative(locale, key, target, heading)
        return address, page.headings.get(heading, page.title)

    def content(self, html: str, locale: str, key: str) -> str:
        """The page's HTML with what the build knows better than its author."""
        page = self.book.page(locale, key)
        if page.locale == locale:
            html = marked_parts(self.book, self.settings, page, html)
        return sized_pictures(html, self.project / "docs")

    def form(self, module: str, locale: str, key: str) -> str:
        """The form of a quiz on the page `key`, in the site's language even where the page is not."""

        def link(see: str) -> tuple[str, str]:
            return self._link(locale, key, f"{module}/{see}")

        def foreign(see: str) -> str:
            return foreign_to(locale, self.book.page(locale, f"{module}/{see.partition('#')[0]}"))

        data = self.settings.addresses.up(locale, key) + self.compiled[(module, locale)].path
        words = self.book.strings[locale]
        context = FormContext(locale, words, self.book.facts, data, link, foreign)
        return quiz_form(self.book.quizzes[module], context)

    def view(self, locale: str, key: str, content: str, file: str) -> View:
        """What the template shows around the text `content`, to be written to `file`."""
        elements = self.theme.elements(content)
        if elements:
            self._themed[file] = elements
        page = self.book.page(locale, key)
        picture = ""
        if self.settings.pictures:
            name = self.book.strings[page.locale]["site-name"]
            picture = self.settings.addresses.site_url + self.pictures.add(page.title, name)
        themed = bool(elements)
        journey = self.journeys[locale].path
        return page_view(
            self.book,
            self.settings,
            locale,
            key,
            theme=themed,
            picture=picture,
            journey=journey,
            papers=self.shelf.links(self.book, self.settings, locale, key),
        )

    def icon(self, name: str) -> str:
        """A sign as inline SVG, hidden from screen readers: a word always stands beside it."""
        if name not in self._icons:
            file = self.project / "overrides/.icons/handbook" / f"{name}.svg"
            drawing = file.read_text(encoding="utf-8").strip()
            # Inside HTML an <svg> needs no namespace.
            drawing = drawing.replace(' xmlns="http://www.w3.org/2000/svg"', "")
            self._icons[name] = drawing.replace("<svg ", '<svg class="sign" aria-hidden="true" ', 1)
        return self._icons[name]

    def finish(self, site_dir: Path) -> None:
        """Write what is no page of the generator: scripts, quizzes, paper, redirects, sitemap, feeds."""
        self.assets.publish(site_dir)
        for data in (*self.compiled.values(), *self.journeys.values()):
            file = site_dir / data.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(data.text, encoding="utf-8")
        self.pictures.write(site_dir)
        self.shelf.publish(site_dir)
        self._write_theme(site_dir)
        write_redirects(self.book, self.settings, site_dir)
        write_sitemap(self.book, self.settings, site_dir)
        write_feeds(self.book, self.settings, site_dir)

    def _write_theme(self, site_dir: Path) -> None:
        """The theme's rules for all components used, and their address in the pages that wait for it."""
        if not self._themed:
            return
        css = self.theme.cut(frozenset().union(*self._themed.values()))
        digest = hashlib.sha256(css.encode()).hexdigest()[:10]
        address = f"assets/theme.{digest}.css"
        (site_dir / address).write_text(css, encoding="utf-8")
        for file in self._themed:
            page = site_dir / file
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(THEME_ADDRESS, address), encoding="utf-8")
