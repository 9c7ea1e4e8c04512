"""The picture that a chat shows for a shared link: the page's title on paper, with our sign.

Drawn in grey levels and coloured by a palette: small files, a few milliseconds each, no network.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw

from handbook.site.lettering import Lettering
from handbook.writing import CLUSTER

FOLDER = "assets/share"
WIDTH, HEIGHT = 600, 315
"""Pixels; half of the 1200 × 630 that chats crop to, enough for a phone's preview."""
_MARGIN = 44
_ROOM = WIDTH - 2 * _MARGIN
_LETTERS = re.compile(rf"{CLUSTER}|.", re.DOTALL)
_PAPER, _LEAD = (251, 246, 234), (15, 92, 77)
_SIZES = (46, 40, 34, 28)
_LINES = 4


_SOURCE = Path(__file__).read_bytes()  # a change of the drawing draws anew


@functools.cache
def _digest(fonts: tuple[Path, ...]) -> bytes:
    return hashlib.sha256(b"".join(font.read_bytes() for font in fonts)).digest()


@functools.cache
def _palette() -> list[int]:
    """256 colours from paper to river green, so that a grey level becomes a shade between them."""
    return [
        round(paper + (lead - paper) * level / 255)
        for level in range(256)
        for paper, lead in zip(_PAPER, _LEAD, strict=True)
    ]


class SharePictures:
    """The pictures of a site, each drawn once. `fonts`: files, the first that has a letter draws it.

    `cache`: folder that later builds find them in.
    """

    def __init__(self, fonts: tuple[Path, ...], cache: Path) -> None:
        self.fonts = fonts
        self.cache = cache
        self.wanted: dict[str, tuple[str, str]] = {}

    def add(self, title: str, name: str) -> str:
        """Ask for the picture of a title; returns its path below the site's root.

        Empty where no font has all of its letters: no picture is better than one of empty boxes.
        """
        if not Lettering(self.fonts, _SIZES[-1]).has(title + name):
            return ""
        drawing = _SOURCE + _digest(self.fonts) + f"{title}\0{name}".encode()
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
                target.write_bytes(share_picture(title, name, self.fonts))
                _same_file(target, kept)


def _same_file(have: Path, wanted: Path) -> None:
    """Give a file a second name, or copy it where the system cannot."""
    try:
        os.link(have, wanted)
    except OSError:
        shutil.copyfile(have, wanted)


def share_picture(title: str, name: str, fonts: tuple[Path, ...]) -> bytes:
    """A PNG of WIDTH × HEIGHT pixels with a page's title and the handbook's name.

    `fonts`: files that together hold the letters. Long titles are set smaller, then cut.
    """
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 18, HEIGHT), fill=255)
    face, lines = _fitted(title, fonts)
    height = face.size * 1.3
    top = (HEIGHT - 56 - height * len(lines)) / 2
    for number, line in enumerate(lines):
        face.draw(draw, (_MARGIN, top + number * height), line, fill=255)
    draw.line((_MARGIN, HEIGHT - 72, WIDTH - _MARGIN, HEIGHT - 72), fill=70, width=2)
    Lettering(fonts, 24).draw(draw, (_MARGIN, HEIGHT - 58), name, fill=200)
    picture.putpalette(_palette())
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=1)
    return data.getvalue()


def _fitted(title: str, fonts: tuple[Path, ...]) -> tuple[Lettering, list[str]]:
    """The largest size at which the title fits, and its lines."""
    face = Lettering(fonts, _SIZES[-1])
    for size in _SIZES:
        face = Lettering(fonts, size)
        lines = _wrapped(title, face)
        if len(lines) <= _LINES and len(lines) * size * 1.3 <= HEIGHT - 100:
            return face, lines
    kept = _wrapped(title, face)[:_LINES]
    kept[-1] += " …"
    return face, kept


def _wrapped(title: str, face: Lettering) -> list[str]:
    lines: list[str] = []
    for space, word in _pieces(title, face):
        longer = f"{lines[-1]}{space}{word}" if lines else word
        if lines and face.length(longer) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(title: str, face: Lettering) -> Iterator[tuple[str, str]]:
    """The pieces between which a line may end, each with what stands before it on the same line.

    A word without an end, as in Lao, is cut between letters.
    """
    for word in title.split():
        pieces = [word] if face.length(word) <= _ROOM else _LETTERS.findall(word)
        yield from zip([" ", *[""] * (len(pieces) - 1)], pieces, strict=True)
