"""The expanded handbook: a tree a language, settings for a successor, and what pages load."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from rcssmin import cssmin

from handbook.leaving.page import STYLES, open_pages
from handbook.leaving.settings import SWITCH, SWITCH_TEMPLATE, tree_settings
from handbook.leaving.style import BRIDGE, article_style
from handbook.offline.worker import write_worker
from handbook.site.feed import PAGE as FEED_PAGE
from handbook.site.feed import write_feeds
from handbook.site.redirects import write_redirects
from handbook.site.site import Site

BUILD = "build.sh"
"""The script that builds all languages."""
MARK = "# Written by handbook expand, which empties this folder every time.\n"
"""Stands in that script: without it no folder is emptied."""
DATA = "data"
"""The folder of docs/ that is not published."""
EVERYWHERE = "css/handbook.css"
"""The style of every page."""
ROOT_SCRIPT = 'document.documentElement.dataset.root = new URL("..", import.meta.url).href;\n'
"""Our pages say in an attribute of <html> where the root of the site is; another theme's do not."""


def is_ours(folder: Path) -> bool:
    """Whether a folder may be emptied: it is not there, is empty, or came from `write_trees`."""
    if not folder.exists():
        return True
    script = folder / BUILD
    marked = script.is_file() and MARK in script.read_text(encoding="utf-8")
    return folder.is_dir() and (marked or not any(folder.iterdir()))


def write_trees(site: Site, folder: Path, settings: dict[str, Any]) -> int:
    """Write everything below `folder`, which is emptied first; returns how many pages there are.

    `settings`: those of mkdocs.yml. Only the tree of the first language holds what all of them load.
    """
    shutil.rmtree(folder, ignore_errors=True)
    pages = open_pages(site, site.project / "overrides")
    for locale in site.book.languages:
        for key in site.book.keys:
            _write(folder / locale / f"{key}.md", pages.markdown(locale, key))
        _copy_pictures(site, locale, folder / locale)
        _write(folder / f"{locale}.yml", tree_settings(site, settings, locale))
    _write_shared(site, folder / site.book.languages[0])
    _write(folder / SWITCH, SWITCH_TEMPLATE.read_text(encoding="utf-8"))
    _write(folder / BUILD, _build_script(site.book.languages))
    return len(site.book.languages) * len(site.book.keys)


def _copy_pictures(site: Site, locale: str, tree: Path) -> None:
    """What lies in docs/ and is no page: shared by all, then of the source language, then its own."""
    docs = site.project / "docs"
    shared = [each for each in docs.iterdir() if each.name not in (*site.book.languages, DATA)]
    for each in filter(Path.is_dir, shared):
        shutil.copytree(each, tree / each.name, dirs_exist_ok=True)
    for own in dict.fromkeys((site.book.languages[0], locale)):
        no_pages = shutil.ignore_patterns("*.md")
        shutil.copytree(docs / own, tree, ignore=no_pages, dirs_exist_ok=True)


def _write_shared(site: Site, tree: Path) -> None:
    """Scripts, data, feeds, redirects and files to take along, below the tree of the site's root.

    Sitemap, headers and lists of saved pages stay behind: they are those of the pages as we build them.
    """
    site.assets.publish(tree)
    site.data.write(tree)
    site.shelf.publish(tree)
    site.handed.publish(tree)
    write_redirects(site.book, site.settings, tree)
    _write_feeds(site, tree)
    write_worker(site.project / "overrides/offline", tree, on=False)
    styles = {path: text for path, text in site.assets.files.items() if path.endswith(".css")}
    for path, text in styles.items():
        made = article_style(text.decode())
        if path == EVERYWHERE:
            made += cssmin(BRIDGE.read_text(encoding="utf-8"))
        _write(tree / STYLES / path.removeprefix("css/"), made)
    _write(tree / "assets/root.js", ROOT_SCRIPT)


def _write_feeds(site: Site, tree: Path) -> None:
    """The feeds, each beside the place where its page will be built."""
    places = [tree / site.settings.addresses.path(locale, FEED_PAGE) for locale in site.book.languages]
    for place in places:
        place.mkdir(parents=True)
    write_feeds(site.book, site.settings, tree)
    for place in places:
        place.rmdir()


def _build_script(languages: tuple[str, ...]) -> str:
    """It builds the source language first, which lies at the root of the site."""
    builds = (f"zensical build --strict --config-file {locale}.yml\n" for locale in languages)
    return f'#!/bin/sh\n{MARK}set -e\ncd "$(dirname "$0")"\n{"".join(builds)}'


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
