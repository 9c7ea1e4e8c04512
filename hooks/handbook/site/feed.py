"""The new tricks as an Atom feed a language, for readers who follow and for sites that repeat them.

Its dates are those of the entries, never the clock, so that a build can be repeated.
The format: https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

import html
from pathlib import Path
from xml.etree import ElementTree as ET

from handbook.book import Book
from handbook.site.settings import Settings
from handbook.site.trick_list import stopped_by
from handbook.tricks import Trick
from handbook.typography import polish

PAGE = "tricks"
"""Key of the page whose entries the feed repeats."""
TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"


def feed_path(settings: Settings, locale: str) -> str:
    """Path of a language's feed below the site's root: beside the page."""
    return f"{settings.addresses.root(locale)}{PAGE}.xml"


def write_feeds(book: Book, settings: Settings, site_dir: Path) -> None:
    """Write the feed of every language whose page was built; a book without tricks has none."""
    for locale in book.languages if book.tricks else ():
        if (site_dir / settings.addresses.path(locale, PAGE)).is_dir():
            file = site_dir / feed_path(settings, locale)
            file.write_text(_feed(book, settings, locale), encoding="utf-8")


def _feed(book: Book, settings: Settings, locale: str) -> str:
    words, page = book.strings[locale], book.page(locale, PAGE)
    address = settings.addresses.absolute(locale, PAGE)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": locale})
    _add(feed, "id", address)
    _add(feed, "title", polish(f"{page.title} – {words['site-name']}", locale))
    _add(feed, "subtitle", polish(page.description, locale))
    _add(feed, "updated", max(_moment(trick) for trick in book.tricks))
    author = ET.SubElement(feed, "author")
    _add(author, "name", words["site-name"])
    _add(author, "email", settings.contact)
    itself = settings.addresses.site_url + feed_path(settings, locale)
    ET.SubElement(feed, "link", {"rel": "self", "type": TYPE, "href": itself})
    _link(feed, address, locale)
    for trick in book.tricks:
        _entry(feed, trick, book, locale, address)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(feed: ET.Element, trick: Trick, book: Book, locale: str, page: str) -> None:
    told = trick.told[locale]
    address = f"{page}#{trick.id}"
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", address)
    _add(entry, "title", polish(told.title, locale))
    _add(entry, "updated", _moment(trick))
    _link(entry, address, locale)
    stop = stopped_by(trick, book.strings[locale], locale)
    text = f"<p>{html.escape(told.text, quote=False)}</p><p>{stop}</p>"
    _add(entry, "content", polish(text, locale), type="html")


def _link(parent: ET.Element, address: str, locale: str) -> None:
    values = {"rel": "alternate", "type": "text/html", "hreflang": locale, "href": address}
    ET.SubElement(parent, "link", values)


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text


def _moment(trick: Trick) -> str:
    """The beginning of the day or month in which a trick was seen, as RFC 3339 writes it."""
    year, month, day = [*trick.date.split("-"), "01"][:3]
    return f"{year}-{month}-{day}T00:00:00Z"
