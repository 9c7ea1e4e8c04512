"""What every sheet says of itself: the handbook's address, its contact and its version."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path

from handbook.addresses import Addresses
from handbook.book import Book
from handbook.settings_file import read_settings, site_url_of


@dataclass(frozen=True)
class Imprint:
    """`contact`: e-mail address. `version`: of the programme."""

    addresses: Addresses
    contact: str
    version: str

    def address(self, locale: str, key: str, fragment: str = "") -> str:
        """The whole address of a page, for a QR code."""
        behind = f"#{fragment}" if fragment else ""
        return self.addresses.absolute(locale, key) + behind

    def short(self, locale: str, key: str, fragment: str = "") -> str:
        """The address as somebody types it from paper."""
        return typed(self.address(locale, key, fragment))


def typed(address: str) -> str:
    """An address without what nobody needs to type: its scheme and the slash at its end."""
    return address.partition("://")[2].removesuffix("/") or address


def read_imprint(project: Path, book: Book, environment: Map[str, str]) -> Imprint:
    """The imprint as mkdocs.yml and the environment say it."""
    settings = read_settings(project, environment)
    site_url = site_url_of(settings)
    contact = str(settings["extra"]["contact"])
    return Imprint(Addresses(site_url, book.languages), contact, book.programme.version)
