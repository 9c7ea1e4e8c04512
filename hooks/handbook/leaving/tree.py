"""The expanded handbook as a folder: a tree a language, settings for a successor, and what pages load."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from rcssmin import cssmin

from handbook.leaving.page import STYLES, open_pages
from handbook.leaving.settings import SWITCH, switch_template, tree_settings
from handbook.leaving.style import BRIDGE, article_style
from handbook.site.site import Site

EVERYWHERE = "css/handbook.css"
"""The style of every page."""
ROOT_SCRIPT = 'document.documentElement.dataset.root = new URL("..", import.meta.url).href;\n'
"""Our pages say in an attribute of <html> where the root of the site is; another theme's do not."""


def write_trees(site: Site, folder: Path, settings: dict[str, Any]) -> int:
    """Write everything below `folder`, which is emptied first; returns how many pages there are.

    `settings`: those of mkdocs.yml. Only the tree of the first language holds what all of them load.
    """
    shutil.rmtree(folder, ignore_errors=True)
    pages = open_pages(site, site.project / "overrides")
    for locale in site.book.languages:
        for key in site.book.keys:
            _write(folder / locale / f"{key}.md", pages.markdown(locale, key))
        shutil.copytree(site.project / "docs/assets", folder / locale / "assets", dirs_exist_ok=True)
        _write(folder / f"{locale}.yml", tree_settings(site, settings, locale))
    _write_shared(site, folder / site.book.languages[0])
    _write(folder / SWITCH, switch_template(site.book))
    _write(folder / "build.sh", _build_script(site.book.languages))
    return len(site.book.languages) * len(site.book.keys)


def _write_shared(site: Site, tree: Path) -> None:
    """Scripts, data, feeds, redirects and PDFs, below the tree that becomes the root of the site."""
    site.finish(tree)
    (tree / "sitemap.xml").unlink()  # a generator lists what it builds
    styles = {path: text for path, text in site.assets.files.items() if path.endswith(".css")}
    for path, text in styles.items():
        made = article_style(text.decode())
        if path == EVERYWHERE:
            made += cssmin(BRIDGE.read_text(encoding="utf-8"))
        _write(tree / STYLES / path.removeprefix("css/"), made)
    _write(tree / "assets/root.js", ROOT_SCRIPT)


def _build_script(languages: tuple[str, ...]) -> str:
    first, *others = (f"zensical build --strict --config-file {locale}.yml" for locale in languages)
    return "\n".join(["#!/bin/sh", "# One site in site/: the source language first, since it empties it.",
                      "set -e", 'cd "$(dirname "$0")"', first, *others, ""])  # fmt: skip


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
