"""A PDF without what the typesetter says twice: fewer bytes for a phone, the same pages and tags.

pydyf 0.13 puts a kerning of zero between any two letters and six digits behind each comma; WeasyPrint 70
gives every run of text and every box of the layout an element of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pydyf

_NO_KERNING = b">0<"
_NUMBER = re.compile(rb"(?<![\w/.-])-?\d+\.\d+(?![\d.]| *(?:Tf|cm)\b)")
_LONG = re.compile(rb"(?<![\w/.-])-?\d+\.\d{4,}")
_PLACES = 10
"""Smaller numbers are colours, widths of lines and scales."""
_PLAIN = frozenset(("Type", "S", "K", "Pg", "P"))
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_MEANINGLESS = ("/Span", "/NonStruct", "/Div")


def slim(pdf: pydyf.PDF) -> None:
    """Make a PDF smaller before it is written."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and _is_drawing(thing):
            text = b"\n".join(_bytes(part) for part in thing.stream)
            text = _LONG.sub(_rounded, text).replace(_NO_KERNING, b"")
            thing.stream = [text if "Subtype" in thing.extra else _NUMBER.sub(_placed, text)]
    lifted = _Tags(pdf).lift()
    _renumber(pdf, lifted)


def _is_drawing(stream: pydyf.Stream) -> bool:
    """Pages and forms, and nothing of fonts, pictures and metadata."""
    extra = stream.extra
    data = ("Length1", "FunctionType", "ShadingType")
    return extra.get("Subtype") in (None, "/Form") and not any(name in extra for name in data)


def _bytes(part: Any) -> bytes:
    if isinstance(part, pydyf.Object):
        return bytes(part.data)
    return part if isinstance(part, bytes) else str(part).encode()


def _rounded(number: re.Match[bytes]) -> bytes:
    """Three digits behind the point, enough for any drawing and its scale."""
    return _short(float(number[0]), 3)


def _placed(number: re.Match[bytes]) -> bytes:
    """A place on a sheet, in pixels: a tenth is 26 µm, finer than a printer's dot."""
    value = float(number[0])
    return _short(value, 1 if abs(value) >= _PLACES else 3)


def _short(value: float, digits: int) -> bytes:
    short = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return b"0" if short in ("-0", "") else short.encode()


class _Tags:
    """The tree of tags of a PDF. An element that says nothing is replaced by what is in it."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.named = {thing.reference: thing for thing in pdf.objects[1:]}
        self.lifted: dict[bytes, bytes] = {}

    def lift(self) -> frozenset[bytes]:
        """Replace them all, in the tree and in the list that leads from the text back to it.

        Gives the references of what nothing refers to any more.
        """
        kept = [each for each in self.pdf.objects if _is_element(each) and not _says_nothing(each)]
        for element in kept:
            if "Pg" in element:  # only there a number alone says which text it is
                element["K"] = pydyf.Array(self._kids(element, element))
        for thing in self.pdf.objects:
            if isinstance(thing, pydyf.Dictionary) and "Nums" in thing:
                thing["Nums"] = pydyf.Array(map(self._moved, thing["Nums"]))
        return frozenset(self.lifted)

    def _kids(self, element: pydyf.Dictionary, above: pydyf.Dictionary) -> Iterator[Any]:
        for kid in element["K"]:
            child: Any = self.named.get(kid)
            if _says_nothing(child) and child["Pg"] == above["Pg"]:
                self.lifted[child.reference] = above.reference
                yield from self._kids(child, above)
            else:
                if _is_element(child):
                    child["P"] = above.reference
                yield kid

    def _moved(self, entry: Any) -> Any:
        if isinstance(entry, list):
            return pydyf.Array(self.lifted.get(each, each) for each in entry)
        return self.lifted.get(entry, entry) if isinstance(entry, bytes) else entry


def _renumber(pdf: pydyf.PDF, gone: frozenset[bytes]) -> None:
    """Take objects out and close the ranks (a place in the list is its number); round what is left."""
    kept = [thing for thing in pdf.objects if thing.reference not in gone]
    numbers = {str(thing.number).encode(): str(new).encode() for new, thing in enumerate(kept)}

    def renamed(value: Any) -> Any:
        if isinstance(value, float):
            return round(value, 2)
        if isinstance(value, bytes):
            return _REFERENCE.sub(lambda found: numbers[found[1]] + b" 0 R", value)
        if isinstance(value, dict):
            for name in value:
                value[name] = renamed(value[name])
        elif isinstance(value, list):
            value[:] = map(renamed, value)
        elif isinstance(value, pydyf.Stream):
            renamed(value.extra)
        return value

    for new, thing in enumerate(kept):
        renamed(thing)
        thing.number = new
    pdf.objects[:] = kept


def _is_element(thing: Any) -> bool:
    return isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"


def _says_nothing(thing: Any) -> bool:
    """Whether an element has neither a meaning nor a property."""
    return _is_element(thing) and thing["S"] in _MEANINGLESS and set(thing) == _PLAIN
