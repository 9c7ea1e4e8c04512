"""The settings with which Zensical builds the tree of a language: it knows one language a build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from handbook.book import TRAINERS, Book, module_keys
from handbook.leaving.page import STYLES
from handbook.programme import Module
from handbook.site.site import Site

SWITCH = "theme/partials/alternate.html"
"""Our template of the language switch: it leads to the same page."""
SWITCH_TEMPLATE = Path(__file__).with_name("alternate.html")


def tree_settings(site: Site, settings: dict[str, Any], locale: str) -> str:
    """The file of settings of one language. `settings`: those of mkdocs.yml."""
    book, addresses = site.book, site.settings.addresses
    words, root = book.strings[locale], addresses.root(locale)
    up = "../" if root else ""
    made = {
        "site_name": words["site-name"],
        "site_url": addresses.site_url + root,
        "docs_dir": locale,
        "site_dir": f"site/{root}".rstrip("/"),
        "theme": {
            "name": "material",
            "custom_dir": SWITCH.partition("/")[0],
            "language": locale,
            "font": False,  # no request to a stranger
            "features": ["navigation.footer"],
            "palette": [
                {"media": "(prefers-color-scheme: light)", "scheme": "default"},
                {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
            ],
        },
        "extra_css": [f"{up}{STYLES}handbook.css"],
        "extra": {
            "languages": words["languages"],
            "alternate": [
                {
                    "name": book.strings[other]["language"],
                    "link": up + addresses.root(other) or "./",
                    "lang": other,
                }
                for other in book.languages
            ],
        },
        "markdown_extensions": settings["markdown_extensions"],
        "nav": _nav(book, locale),
    }
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=10_000)


def _nav(book: Book, locale: str) -> list[dict[str, Any]]:
    """Every page, in reading order; those of a module under its title."""

    def entry(key: str) -> dict[str, Any]:
        return {book.page(locale, key).title: f"{key}.md"}

    def of_module(module: Module) -> dict[str, Any]:
        return {module.title[locale]: [entry(key) for key in module_keys(module)]}

    words = book.strings[locale]
    within = [key for module in book.programme.published for key in module_keys(module)]
    around = [key for key in book.keys if key not in within and key not in book.trainer_keys]
    trainers = [entry(key) for key in book.trainer_keys]
    modules = [of_module(module) for module in book.programme.published]
    pages = [*map(entry, around[:2]), *modules, *map(entry, around[2:])]
    return [*pages, {words[TRAINERS]: trainers}] if trainers else pages
