"""Pages that only lead elsewhere: the source language also answers under its own folder (`/vi/…`)."""

from __future__ import annotations

import html
from pathlib import Path

from handbook.addresses import relative_path
from handbook.book import Book
from handbook.site.settings import Settings

_PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<script src="{script}" data-target="{target}"></script>
<meta http-equiv="refresh" content="0; url={target}">
<p>{words} <a href="{target}">{title}</a></p>
</html>
"""


def write_redirects(book: Book, settings: Settings, site_dir: Path) -> None:
    """Write `/vi/<page>/` for every published page of the source language."""
    source = book.languages[0]
    words = book.strings[source]
    for key in book.keys:
        there = settings.addresses.path(source, key)
        here = f"{source}/{there}"
        page = _PAGE.format(
            lang=source,
            title=html.escape(book.page(source, key).title),
            canonical=html.escape(settings.addresses.absolute(source, key)),
            script=relative_path(here, settings.assets) + "js/moved.js",
            target=html.escape(relative_path(here, there)),
            words=html.escape(words["moved"]),
        )
        file = site_dir / here / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
