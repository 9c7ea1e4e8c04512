"""What a typeset page may load: our drawings, fonts and signs, and QR codes; nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import segno
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from handbook.fonts import ADDED, HOUSE
from handbook.paper.ink import on_paper

_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ttf": "font/ttf",
}
_MODULE = 4
"""Pixels for a module of a QR code, so that no viewer smooths its edges away."""


class Refused(FatalURLFetchingError):  # type: ignore[misc]  # noqa: N818 (printers’ word)
    """A picture or font that is not there, or an address that paper may not load."""


class Resources(URLFetcher):  # type: ignore[misc]
    """Answers `docs:PATH`, `font:NAME`, `added:NAME`, `sign:NAME` and `qr:ADDRESS`, nothing else."""

    def __init__(self, project: Path) -> None:
        super().__init__()
        self.project = project

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The content of an address; Refused when there is none."""
        del headers
        content, kind = content_of(self.project, url)
        return URLFetcherResponse(url, content, {"Content-Type": kind})


def content_of(project: Path, url: str) -> tuple[bytes, str]:
    """What stands behind one of our own addresses, and its media type."""
    scheme, _, name = url.partition(":")
    if scheme == "qr":
        return _qr(name), "image/png"
    folders = {
        "docs": project / "docs",
        "font": project / HOUSE,
        "added": project / ADDED,
        "sign": project / "overrides/.icons/handbook",
    }
    if scheme not in folders:
        raise Refused(url)
    file = folders[scheme] / (f"{name}.svg" if scheme == "sign" else name)
    if not file.resolve().is_relative_to(folders[scheme].resolve()) or not file.is_file():
        raise Refused(url)
    content = file.read_bytes()
    if scheme == "docs" and file.suffix == ".svg":
        content = on_paper(content.decode("utf-8")).encode()
    return content, _TYPES.get(file.suffix, "application/octet-stream")


def _qr(address: str) -> bytes:
    """A QR code as PNG, with the most repair that its size allows."""
    out = io.BytesIO()
    segno.make(address, micro=False, error="l").save(out, kind="png", scale=_MODULE, border=3)
    return out.getvalue()
