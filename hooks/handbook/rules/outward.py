"""Addresses outside the book. Nothing is fetched: only their form is looked at."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from handbook.pages.link import Link
from handbook.problem import Problems

_FORMS = {
    "https": re.compile(
        r"https://[^\s/?#@:.][^\s/?#@:]*\.[^\s/?#@:.]{2,}(:\d+)?([/?#]\S*)?", re.IGNORECASE
    ),
    "tel": re.compile(r"tel:\+?[0-9*#][0-9*#.-]+", re.IGNORECASE),
    "sms": re.compile(r"sms:\+?[0-9][0-9.-]+(\?\S*)?", re.IGNORECASE),
    "mailto": re.compile(r"mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+(\?\S*)?", re.IGNORECASE),
}
_HOST = re.compile(r"www\.|[\w-]+(\.[\w-]+)*\.(com|org|net|int|info|vn|fr|uk|eu)(/|$)", re.IGNORECASE)
_MAIL = re.compile(r"[^\s/@#]+@[^\s/@#]+\.[^\s/@#]+")


def looks_outward(target: str) -> bool:
    """Whether an address leads out of the book, or was meant to."""
    return target.startswith("//") or bool(
        re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target) or _HOST.match(target) or _MAIL.fullmatch(target)
    )


def check_outward(link: Link, problems: Problems) -> None:
    """Report an address outside the book that no browser would open, or only unprotected."""
    target = link.target
    scheme = target.partition(":")[0].lower()
    if link.kind == "picture":
        problems.add(link.place, "link-picture")
    elif target.startswith("//") or ":" not in target.split("/", maxsplit=1)[0]:
        start = "mailto:" if _MAIL.fullmatch(target) else "https://"
        problems.add(link.place, "link-no-scheme", word=target, near=start + target.lstrip("/"))
    elif scheme not in (*_FORMS, "http"):
        problems.add(link.place, "not-an-address", word=target)
    elif not _is_complete(target):
        problems.add(link.place, "link-malformed", word=target)
    elif scheme == "http":
        problems.add(link.place, "link-http", "warning", near=_encrypted(target))


def _is_complete(target: str) -> bool:
    address = _encrypted(target)
    try:
        return urlsplit(address).port != 0 and bool(
            _FORMS[address.partition(":")[0].lower()].fullmatch(address)
        )
    except ValueError:
        return False


def _encrypted(target: str) -> str:
    return re.sub(r"(?i)^http:", "https:", target)
