"""Pages that only lead elsewhere: old addresses, and the source language under its own folder."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

from handbook.addresses import Addresses, relative_path
from handbook.book import Book
from handbook.site.settings import Settings

_PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
{policy}<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<script src="{script}" data-target="{target}"></script>
<meta http-equiv="refresh" content="0; url={target}">
<p>{words} <a href="{target}">{title}</a></p>
</html>
"""

_POLICY = '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'


def write_redirects(book: Book, settings: Settings, site_dir: Path) -> None:
    """Write `/vi/<page>/` for every page of the source language, and old addresses in every language."""
    policy = _POLICY.format(policy=settings.policy) if settings.policy else ""
    for here, locale, key in _ways(book, settings):
        there = settings.addresses.path(locale, key)
        page = _PAGE.format(
            lang=locale,
            policy=policy,
            title=html.escape(book.page(locale, key).title),
            canonical=html.escape(settings.addresses.absolute(locale, key)),
            script=relative_path(here, settings.assets) + "js/moved.js",
            target=html.escape(relative_path(here, there)),
            words=html.escape(book.strings[locale]["moved"]),
        )
        file = site_dir / here / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")


def _ways(book: Book, settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Each address that leads elsewhere, with the language and the key to which it leads."""
    source = book.languages[0]
    for key in book.keys:
        yield f"{source}/{settings.addresses.path(source, key)}", source, key
    for old, key in book.moved.items():
        for locale in book.languages:
            yield settings.addresses.path(locale, old), locale, key
        yield f"{source}/{settings.addresses.path(source, old)}", source, key


def moved_addresses(book: Book, addresses: Addresses) -> dict[str, str]:
    """New address by old one in every language, both from the site's root."""
    return {
        addresses.path(locale, old): addresses.path(locale, key)
        for old, key in book.moved.items()
        for locale in book.languages
    }
