"""The type of each file, by the end of its name: with `nosniff` a wrong one costs a page its script."""

from __future__ import annotations

from collections.abc import Mapping as Map

FEED = "tricks.xml"
FEED_TYPE = "application/atom+xml"
TYPES: Map[str, str] = {
    "css": "text/css",
    "html": "text/html",
    "ico": "image/x-icon",
    "ics": "text/calendar",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
TEXT = ("css", "html", "ics", "js", "json", "svg", "txt", "webmanifest", "xml")
"""What is UTF-8, and becomes smaller when it is compressed."""


def type_of(path: str) -> str:
    """The whole Content-Type of a file."""
    name = path.rpartition("/")[2]
    end = name.rpartition(".")[2]
    media = FEED_TYPE if name == FEED else TYPES.get(end, "application/octet-stream")
    return f"{media}; charset=utf-8" if end in TEXT else media


def text_types() -> list[str]:
    """Types of everything that is text, feeds included, without their characters."""
    return sorted({TYPES[end] for end in TEXT} | {FEED_TYPE})
