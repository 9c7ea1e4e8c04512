"""The lists of what can be saved: every file with the hash of its content and its size on the wire.

One list a language under a name with its hash, and `offline.json` at the root of the site, which names
the lists of now. A page is listed by its content: one edited page means one file to fetch.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping as Map
from pathlib import Path

from handbook.addresses import Addresses
from handbook.book import Book
from handbook.dates import spoken_date
from handbook.offline.groups import CORE, SEARCH, SEARCH_FILES, Group, groups_of
from handbook.offline.needs import page_needs
from handbook.typography import polish

CATALOGUE = "offline.json"
"""At one address for ever, and never under assets/, which browsers may keep."""
LOST = "not-saved.html"
"""Name of the page that stands for one that is not saved."""
DIGITS = 16
"""Hexadecimal digits of SHA-256 that tell one content from another."""


def write_lists(book: Book, addresses: Addresses, site_dir: Path, moved: Map[str, str]) -> None:
    """Write the lists of all languages that were built below `site_dir`, whose pages are final.

    `moved`: new address by old one, both from the site's root.
    """
    built = [lang for lang in book.languages if (site_dir / addresses.path(lang, "offline")).is_dir()]
    catalogue = {}
    for locale in built:  # a preview has one language
        words, groups = book.strings[locale], _groups(book, addresses, locale, site_dir)
        text = _text(
            {
                "lang": locale,
                "home": f"{book.languages[0]}/",
                "root": addresses.root(locale),
                "lost": addresses.root(locale) + LOST,
                "moved": dict(moved),
                "groups": groups,
            }
        )
        path = f"assets/offline/{locale}.{_digest(text)}.json"
        (site_dir / path).parent.mkdir(parents=True, exist_ok=True)
        (site_dir / path).write_text(text, encoding="utf-8")
        catalogue[locale] = {
            "list": path,
            "page": addresses.path(locale, "offline"),
            "say": polish(words["offline-newer-say"], locale),
            "more": polish(words["offline-newer-more"], locale),
            "groups": {str(group["id"]): group["digest"] for group in groups},
        }
    (site_dir / CATALOGUE).write_text(_text(catalogue), encoding="utf-8")


def _groups(book: Book, addresses: Addresses, locale: str, site_dir: Path) -> list[dict[str, object]]:
    """The groups as the list tells them. What the core holds is saved with it, and not told again."""
    told: list[dict[str, object]] = []
    core = frozenset[str]()
    for group in groups_of(book, locale, site_dir):
        paths = _paths(addresses, locale, group, site_dir) - core
        core = paths if group.id == CORE else core
        rows = [_row(site_dir, path) for path in sorted(paths)]
        days = [book.page(locale, key).updated for key in group.keys or book.keys]
        told.append(
            {
                "id": group.id,
                "title": polish(group.title, locale),
                "href": addresses.path(locale, group.lead),
                "text": spoken_date(max(days, default=""), locale),
                "digest": _digest(_text(rows)),
                "files": rows,
            }
        )
    return told


def _paths(addresses: Addresses, locale: str, group: Group, site_dir: Path) -> frozenset[str]:
    """Files of a group. A page may name the search's own files, which are heavy and saved apart."""
    pages = [f"{addresses.path(locale, key)}index.html" for key in group.keys]
    if group.id == CORE:
        pages.append(addresses.root(locale) + LOST)
    pages = [page for page in pages if (site_dir / page).is_file()]  # a preview has not all
    needed = (page_needs(site_dir, page, addresses.base) for page in pages)
    found = frozenset({*pages, *group.files}).union(*needed)
    return frozenset(path for path in found if group.id == SEARCH or not path.startswith(SEARCH_FILES))


def _row(site_dir: Path, path: str) -> tuple[str, str, int]:
    """Address (a page's ends in a slash), hash of the content, and compressed size in bytes."""
    content = (site_dir / path).read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:DIGITS]
    return path.removesuffix("index.html"), digest, len(gzip.compress(content, 9))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
