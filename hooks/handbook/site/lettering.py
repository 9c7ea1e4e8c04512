"""Letters drawn into a picture: each by the first font that has it."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageDraw, ImageFont, features

from handbook.writing import BREAK

_NOWHERE = "\U0010ffff"
"""A character that no font has."""


@functools.cache
def _face(file: Path, size: int, *, shaped: bool) -> ImageFont.FreeTypeFont:
    engine = (
        ImageFont.Layout.RAQM if shaped and features.check_feature("raqm") else ImageFont.Layout.BASIC
    )
    return ImageFont.truetype(str(file), size, layout_engine=engine)


@functools.cache
def _draws(file: Path, sign: str) -> bool:
    """Whether a font has a character: what it lacks, it draws as it draws what nobody has."""
    face = _face(file, 24, shaped=False)
    return bytes(face.getmask(sign)) != bytes(face.getmask(_NOWHERE))


@dataclass(frozen=True)
class Lettering:
    """`fonts`: files; the first is ours, the others serve for letters that it lacks. `size`: pixels."""

    fonts: tuple[Path, ...]
    size: int

    def has(self, text: str) -> bool:
        """Whether every letter can be drawn."""
        return all(sign.isspace() or self._font_of(sign) for sign in text.replace(BREAK, ""))

    def length(self, text: str) -> float:
        """How wide a text is, in pixels."""
        return sum(face.getlength(part) for face, part in self._runs(text))

    def draw(self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, fill: int) -> None:
        """Draw one line. `at`: its upper left corner; all fonts stand on the same line."""
        left, top = at
        ascent, _ = self._face_of(self.fonts[0]).getmetrics()
        for face, part in self._runs(text):
            draw.text((left, top + ascent), part, fill=fill, font=face, anchor="ls")
            left += face.getlength(part)

    def _runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """The text in parts of one font; a mark stays with the letter that bears it."""
        last, part = self.fonts[0], ""
        for sign in text.replace(BREAK, ""):
            stays = sign.isspace() or unicodedata.category(sign).startswith("M")
            font = last if stays else self._font_of(sign) or self.fonts[0]
            if font != last and part:
                yield self._face_of(last), part
                part = ""
            last, part = font, part + sign
        yield self._face_of(last), part

    def _font_of(self, sign: str) -> Path | None:
        return next((font for font in self.fonts if _draws(font, sign)), None)

    def _face_of(self, font: Path) -> ImageFont.FreeTypeFont:
        return _face(font, self.size, shaped=font != self.fonts[0])
