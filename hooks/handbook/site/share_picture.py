"""The picture that a chat shows for a shared link: the page's title on paper, with our sign.

Drawn in grey levels and coloured by a palette: small files, a few milliseconds each, no network.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
import shutil
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FOLDER = "assets/share"
WIDTH, HEIGHT = 600, 315
"""Pixels; half of the 1200 × 630 that chats crop to, enough for a phone's preview."""
_MARGIN = 44
_PAPER, _LEAD = (251, 246, 234), (15, 92, 77)
_SIZES = (46, 40, 34, 28)
_LINES = 4


_SOURCE = Path(__file__).read_bytes()  # a change of the drawing draws anew


@functools.cache
def _font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _palette() -> list[int]:
    """256 colours from paper to river green, so that a grey level becomes a shade between them."""
    return [
        round(paper + (lead - paper) * level / 255)
        for level in range(256)
        for paper, lead in zip(_PAPER, _LEAD, strict=True)
    ]


class SharePictures:
    """The pictures of a site, each drawn once. `cache`: folder that later builds find them in."""

    def __init__(self, font: Path, cache: Path) -> None:
        self.font = font
        self.cache = cache
        self.wanted: dict[str, tuple[str, str]] = {}

    def add(self, title: str, name: str) -> str:
        """Ask for the picture of a title; returns its path below the site's root."""
        drawing = _SOURCE + f"{title}\0{name}".encode()
        path = f"{FOLDER}/{hashlib.sha256(drawing).hexdigest()[:12]}.png"
        self.wanted[path] = (title, name)
        return path

    def write(self, site_dir: Path) -> None:
        """Write every picture that was asked for."""
        self.cache.mkdir(parents=True, exist_ok=True)
        (site_dir / FOLDER).mkdir(parents=True, exist_ok=True)
        for path, (title, name) in self.wanted.items():
            target = site_dir / path
            kept = self.cache / target.name
            if kept.exists():
                _same_file(kept, target)
            else:
                target.write_bytes(share_picture(title, name, self.font))
                _same_file(target, kept)


def _same_file(have: Path, wanted: Path) -> None:
    """Give a file a second name, or copy it where the system cannot."""
    try:
        os.link(have, wanted)
    except OSError:
        shutil.copyfile(have, wanted)


def share_picture(title: str, name: str, font: Path) -> bytes:
    """A PNG of WIDTH × HEIGHT pixels with a page's title and the handbook's name.

    `font`: a file that holds the letters of every language. Long titles are set smaller, then cut.
    """
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 18, HEIGHT), fill=255)
    face, lines = _fitted(title, font)
    height = face.size * 1.3
    top = (HEIGHT - 56 - height * len(lines)) / 2
    for number, line in enumerate(lines):
        draw.text((_MARGIN, top + number * height), line, fill=255, font=face)
    draw.line((_MARGIN, HEIGHT - 72, WIDTH - _MARGIN, HEIGHT - 72), fill=70, width=2)
    draw.text((_MARGIN, HEIGHT - 58), name, fill=200, font=_font(font, 24))
    picture.putpalette(_palette())
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=1)
    return data.getvalue()


def _fitted(title: str, font: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest size at which the title fits, and its lines."""
    face = _font(font, _SIZES[-1])
    for size in _SIZES:
        face = _font(font, size)
        lines = _wrapped(title, face)
        if len(lines) <= _LINES and len(lines) * size * 1.3 <= HEIGHT - 100:
            return face, lines
    kept = _wrapped(title, face)[:_LINES]
    kept[-1] += " …"
    return face, kept


def _wrapped(title: str, face: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
