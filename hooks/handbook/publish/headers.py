"""Which headers a server sends with which file: the one table from which every host's own is written.

Paths are files below the site's root (`fr/help/index.html`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from typing import Literal

Kind = Literal["page", "asset", "content", "chapter", "paper"]

BEGINNINGS: tuple[tuple[str, Kind], ...] = (
    ("assets/(?:.*[./])?[0-9a-f]{8,64}[./]", "asset"),  # a hash of the content is in the name
    ("assets/", "content"),
    ("single/", "chapter"),
    ("paper/", "paper"),
)
"""What a file is by the beginning of its path (an expression of every server), the first that fits.

Everything else is a page.
"""

_NEVER = (
    *("accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "encrypted-media"),
    *("fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone"),
    *("midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb"),
    "xr-spatial-tracking",
)
"""What no page asks of a phone. All that pages do ask, to copy and to hand on, is theirs without a word;
browsers that cannot hand on would complain of its name."""

EVERYWHERE: Map[str, str] = {
    # Whoever opened us, an app or a chat, has no hand on our window; no page opens one that answers.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER),
    # Whoever reads about a fraud or a threat tells no other site from where they come.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # browsers that do not know frame-ancestors; 404 pages on plain hosts
}
REVALIDATED = "public, max-age=0, must-revalidate"
_CACHE: Map[Kind, str] = {
    "page": REVALIDATED,  # also sw.js, offline.json, manifests, feeds: their names stay the same
    "asset": "public, max-age=31536000, immutable",
    "content": "public, max-age=3600, stale-while-revalidate=604800",  # an old one harms nobody
    "chapter": REVALIDATED,
    "paper": REVALIDATED,
}
_HEADER_ONLY = "; object-src 'none'; frame-ancestors 'none'"
"""What a page cannot say of itself, or what old browsers want spelled out."""
_CHAPTER = "base-uri 'none'; connect-src 'none'; form-action 'none'; frame-src 'none'" + _HEADER_ONLY
"""A one-file chapter carries its own policy with the hashes of its script and style."""
_CONTENT = "default-src 'none'; frame-ancestors 'none'"
"""A drawing that is opened by itself is a document: whatever hides in it stays still."""

HEADERS = ("Content-Security-Policy", "Cache-Control", *EVERYWHERE)
"""Every header that is sent, in the order in which files list them."""


def kind_of(path: str) -> Kind:
    """What a file is, by its path below the site's root."""
    return next((kind for beginning, kind in BEGINNINGS if re.match(beginning, path)), "page")


def headers_of(kind: Kind, policy: str) -> dict[str, str]:
    """What is sent with a file of this kind beside EVERYWHERE. `policy`: the one in the pages.

    No policy for paper: viewers of PDFs in browsers are documents with styles and scripts of their own.
    """
    policies: dict[Kind, str] = {
        "page": policy + _HEADER_ONLY,
        "content": _CONTENT,
        "chapter": _CHAPTER,
    }
    sent = {"Content-Security-Policy": policies[kind]} if kind in policies else {}
    return {**sent, "Cache-Control": _CACHE[kind]}


def all_headers(path: str, policy: str) -> dict[str, str]:
    """Everything that is sent with a file, but for its type."""
    return {**EVERYWHERE, **headers_of(kind_of(path), policy)}
