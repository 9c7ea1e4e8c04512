"""The handbook on the home screen: a web app manifest for each language.

Addresses are relative to the manifest, so they hold under any path of a host. Each language is an app of
its own, since name and first page differ (https://www.w3.org/TR/appmanifest/#id-member).
"""

from __future__ import annotations

import json
from pathlib import Path

from handbook.addresses import Addresses
from handbook.book import Book
from handbook.typography import polish

LEAD, PAPER = "#0f5c4d", "#fbf6ea"
"""The leading colour and the ground of handbook.css."""
_ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
)


def write_manifests(book: Book, addresses: Addresses, assets: str, site_dir: Path) -> None:
    """Write `app.<language>.webmanifest` at the root of the site. `assets`: where the icons' img/ is."""
    for locale in book.languages:
        words = book.strings[locale]
        data = {
            "id": addresses.base + addresses.root(locale),
            "lang": locale,
            "name": polish(words["site-name"], locale),
            "short_name": words["app-short"],
            "description": polish(book.page(locale, "index").description, locale),
            "start_url": f"./{addresses.root(locale)}",
            "scope": "./",
            "display": "standalone",
            "theme_color": LEAD,
            "background_color": PAPER,
            "icons": [
                {"src": f"{assets}img/{name}", "sizes": size, "type": "image/png", "purpose": purpose}
                for name, size, purpose in _ICONS
            ],
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (site_dir / f"app.{locale}.webmanifest").write_text(text, encoding="utf-8")
