"""A drawing is a small document: opened by itself, it could run a script or load something.

The same strictness as for pages (tags.py), so that no entity, comment or declaration hides anything.
Source: https://www.w3.org/TR/SVG2/ (elements that only draw).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.walls.tags import PIECES, tag_of
from handbook.walls.wall import Breach

_ELEMENTS = (
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc "
    "pattern clippath mask marker lineargradient radialgradient stop"
)
_ATTRIBUTES = (
    "aria-label class clip-path clip-rule clippathunits color cx cy d display dx dy fill "
    "fill-opacity fill-rule font-family font-size font-style font-weight fx fy gradienttransform "
    "gradientunits height id lang letter-spacing marker-end marker-mid marker-start markerheight "
    "markerunits markerwidth mask offset opacity orient patterncontentunits patterntransform "
    "patternunits points preserveaspectratio r refx refy role rx ry spreadmethod stop-color "
    "stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width text-anchor transform version viewbox width x "
    "x1 x2 y y1 y2"
)
_FIRST_LINE = re.compile(
    r"\ufeff?\s*<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'][Uu][Tt][Ff]-8[\"'])?\s*\?>"
)
_SPACE = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(_ELEMENTS.split())
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_WITHIN = re.compile(r"#[\w.-]+")
_WORDS = re.compile(r"(?!.*\burl\((?!#))[^:/\\&<>@]*", re.DOTALL | re.IGNORECASE)
"""No address and nothing that could become one; `url(#name)` points into the drawing itself."""


def drawing_breaches(text: str) -> Iterator[Breach]:
    """Everything in the SVG file `text` that does more than draw, in order."""
    opening = _FIRST_LINE.match(text)
    text = " " * opening.end() + text[opening.end() :] if opening else text
    offset = 0
    for number, piece in enumerate(PIECES.split(text)):
        if number % 2 == 0 and (at := piece.find("<")) >= 0:
            yield Breach("drawing-sign", piece[at : at + 40].strip(), offset + at)
        elif number % 2:
            yield from _judge(piece, offset)
        offset += len(piece)


def _judge(piece: str, offset: int) -> Iterator[Breach]:
    tag = tag_of(piece)
    if tag is None:
        yield Breach("drawing-sign", piece, offset)
    elif tag.closes:
        return  # told with the tag that opens
    elif tag.name not in ELEMENTS:
        yield Breach("drawing-tag", piece, offset, tag.name)
    else:
        for name, value in tag.attributes:
            if not _is_drawn(name.lower(), value):
                yield Breach("drawing-attribute", piece, offset, name, value, tag.name)


def _is_drawn(name: str, value: str) -> bool:
    if name == "xmlns":
        return value == _SPACE
    if name == "href":
        return bool(_WITHIN.fullmatch(value))
    return name in ATTRIBUTES and bool(_WORDS.fullmatch(value))
