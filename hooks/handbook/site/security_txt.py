"""Where somebody who finds a weakness turns: `.well-known/security.txt`, read by people and machines.

The format: https://www.rfc-editor.org/rfc/rfc9116
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from handbook.book import Book
from handbook.site.settings import Settings

FILE = ".well-known/security.txt"
PAGE = "security"
"""Key of the page that says the same at length."""
_VALID = dt.timedelta(days=365)


def write_security_txt(book: Book, settings: Settings, site_dir: Path) -> None:
    """Write the file, where the site is a host of its own: below a path nobody looks for it."""
    if settings.addresses.base == "/":
        file = site_dir / FILE
        file.parent.mkdir(exist_ok=True)
        file.write_text(security_txt(book, settings), encoding="utf-8")


def security_txt(book: Book, settings: Settings) -> str:
    """The lines of the file; it expires a year after the newest page, so that builds can be repeated."""
    newest = max(page.updated for page in book.pages.values())
    fields = {
        "Contact": f"mailto:{settings.contact}",
        "Expires": f"{dt.date.fromisoformat(newest) + _VALID}T00:00:00Z",
        "Preferred-Languages": ", ".join(book.languages),
        "Canonical": f"{settings.addresses.site_url}{FILE}",
        "Policy": settings.addresses.absolute(book.languages[0], PAGE),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
