"""One site in the making: from the checked book to pages and files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rjsmin import jsmin

from handbook.addresses import Addresses
from handbook.book import Book
from handbook.fonts import families_of
from handbook.offline.handed import Handed
from handbook.offline.install import write_manifests
from handbook.offline.manifest import write_lists
from handbook.offline.worker import write_worker
from handbook.pages.pictures import sized_pictures
from handbook.publish.files import write_for_hosts
from handbook.publish.hosting import Hosting
from handbook.site.assets import Assets
from handbook.site.banner import marked_parts
from handbook.site.csp import content_policy
from handbook.site.data import SiteData
from handbook.site.feed import write_feeds
from handbook.site.guard import Guard
from handbook.site.redirects import moved_addresses, write_redirects
from handbook.site.repository import Repository
from handbook.site.security_txt import write_security_txt
from handbook.site.settings import Outside, Settings
from handbook.site.share_picture import SharePictures
from handbook.site.shelf import Shelf
from handbook.site.sitemap import write_sitemap
from handbook.site.texts import Texts
from handbook.site.theme_css import Signature, ThemeCss
from handbook.site.view import View, page_view

_INLINE = ("early", "search-early")
CACHE = "build/cache/share"
THEME_ADDRESS = "assets/theme.css"
"""Stands in the pages until the stylesheet has its name, which comes from all of them."""


def open_site(project: Path, book: Book, outside: Outside) -> Site:
    """The site of a checked book; `project` is the folder with overrides/, docs/ and quizzes/."""
    overrides = project / "overrides"
    early, search_early = (_inline(overrides / f"partials/{name}.js") for name in _INLINE)
    assets = Assets(overrides / "assets", overrides / ".icons/handbook", book.languages)
    settings = Settings(
        addresses=Addresses(outside.site_url, sorted_languages(book.languages, outside.only)),
        repository=Repository(outside.repo_url),
        contact=outside.contact,
        assets=assets.folder,
        early=early,
        search_early=search_early,
        policy="" if outside.live else content_policy(early),
        search_policy="" if outside.live else content_policy(early, search_early),
        pictures=not outside.live,
        # Whoever edits wants to see the page as it is now.
        offline=outside.offline and not outside.live,
    )
    return Site(project, book, settings, assets, ThemeCss(outside.theme_css))


def _inline(script: Path) -> str:
    return str(jsmin(script.read_text(encoding="utf-8"))).strip()


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
        self.pictures = SharePictures(
            tuple(family.bold for family in families_of(project)), project / CACHE
        )
        self.data = SiteData(book, settings)
        self.texts = Texts(book, settings, self.data)
        self.shelf = Shelf(project)
        self.handed = Handed(project / "build", self.shelf.ready)
        self.guard = Guard(project, book, settings)
        self._icons: dict[str, str] = {}
        self._themed: dict[str, frozenset[Signature]] = {}

    def markdown(self, locale: str, key: str) -> str:
        """The text of a page for a site language, every block and directive written out."""
        return self.texts.markdown(locale, key)

    def content(self, html: str, locale: str, key: str) -> str:
        """The page's HTML with what the build knows better than its author."""
        page = self.book.page(locale, key)
        if page.locale == locale:
            html = marked_parts(self.book, self.settings, page, html)
        html = sized_pictures(html, self.project / "docs")
        self.guard.text(html, locale, key)
        return html

    def view(self, locale: str, key: str, content: str, file: str) -> View:
        """What the template shows around the text `content`, to be written to `file`."""
        elements = self.theme.elements(content)
        if elements:
            self._themed[file] = elements
        page = self.book.page(locale, key)
        picture = ""
        if self.settings.pictures:
            name = self.book.strings[page.locale]["site-name"]
            drawn = self.pictures.add(page.title, name)
            picture = self.settings.addresses.site_url + drawn if drawn else ""
        themed = bool(elements)
        paths = self.data.paths(locale, key)
        return page_view(
            self.book,
            self.settings,
            locale,
            key,
            theme=themed,
            picture=picture,
            paths=paths,
            papers=self.shelf.links(self.book, self.settings, locale, key),
            handed=self.handed,
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
        self.data.write(site_dir)
        self.pictures.write(site_dir)
        self.shelf.publish(site_dir)
        self._write_theme(site_dir)
        write_redirects(self.book, self.settings, site_dir)
        write_sitemap(self.book, self.settings, site_dir)
        write_feeds(self.book, self.settings, site_dir)
        write_security_txt(self.book, self.settings, site_dir)
        self.handed.publish(site_dir)
        write_manifests(self.book, self.settings.addresses, self.settings.assets, site_dir)
        write_worker(self.project / "overrides/offline", site_dir, on=self.settings.offline)
        if self.settings.offline:  # last: it lists what everything else has written
            moved = moved_addresses(self.book, self.settings.addresses)
            write_lists(self.book, self.settings.addresses, site_dir, moved)
        if self.settings.policy:  # not while it is served live
            write_for_hosts(self._hosting(), site_dir)

    def _hosting(self) -> Hosting:
        addresses = self.settings.addresses
        roots = tuple(addresses.root(locale) for locale in addresses.languages[1:])
        return Hosting(addresses.site_url, roots, self.settings.search_policy)  # allows most

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
