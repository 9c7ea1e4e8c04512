"""The sitemap: every page once, with its translations, absolute addresses only."""

from __future__ import annotations

import html
from pathlib import Path

from handbook.book import Book
from handbook.site.settings import Settings


def write_sitemap(book: Book, settings: Settings, site_dir: Path) -> None:
    """Write `sitemap.xml`. A page that is not translated is listed in its own language only."""
    entries = []
    for key in book.keys:
        locales = [locale for locale in book.languages if (locale, key) in book.pages]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{locale}" href="{_url(settings, locale, key)}"/>'
            for locale in locales
        )
        for locale in locales:
            updated = book.pages[(locale, key)].updated
            entries.append(
                f"<url><loc>{_url(settings, locale, key)}</loc><lastmod>{updated}</lastmod>{links}</url>"
            )
    (site_dir / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(entries) + "\n</urlset>\n",
        encoding="utf-8",
    )


def _url(settings: Settings, locale: str, key: str) -> str:
    return html.escape(settings.addresses.absolute(locale, key))
