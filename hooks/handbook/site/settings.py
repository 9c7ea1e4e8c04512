"""What a site is told from outside the content, and what follows from it for every page."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.addresses import Addresses
from handbook.site.repository import Repository


@dataclass(frozen=True)
class Outside:
    """What the generator knows and the content does not.

    `site_url` ends with a slash. `contact`: e-mail address. `theme_css`: the theme's stylesheet.
    `live`: the site is served while it is edited. `only`: the one language of a preview, or empty.
    `offline`: learners may save pages.
    """

    site_url: str
    repo_url: str
    contact: str
    theme_css: str
    live: bool
    only: str = ""
    offline: bool = True


@dataclass(frozen=True)
class Settings:
    """`contact`: e-mail address. `assets`: folder of our scripts and styles, with a closing slash.

    `early`: the inline script of every page; `search_early`: the one that the page of search
    has besides. `policy`, `search_policy`: the content policies of these pages; empty while the site
    is served live, since the live reload is a script of MkDocs. `pictures`: whether pictures for chats
    are drawn. `offline`: whether learners may save pages.
    """

    addresses: Addresses
    repository: Repository
    contact: str
    assets: str
    early: str
    search_early: str
    policy: str
    search_policy: str
    pictures: bool
    offline: bool
