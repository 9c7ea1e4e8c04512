"""Every character must be in our font: else an empty box, or a font of the machine, comes on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

from handbook.problem import Place, Problem

FOLDER = "overrides/fonts"
FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_INVISIBLE = ("Cc", "Cf")
"""Ends of lines, soft hyphens and the like: no font draws them."""


def characters_of(project: Path) -> frozenset[str]:
    """The characters that every weight of our font holds; all of FONTS must be there."""
    maps = [TTFont(project / FOLDER / name, lazy=True).getBestCmap() for name in FONTS]
    return frozenset(map(chr, set.intersection(*map(set, maps))))


def missing_glyphs(
    html: str, sources: Iterable[tuple[str, str]], known: frozenset[str]
) -> list[Problem]:
    """Where characters stand that no font of ours holds.

    `html`: what is to be printed. `sources`: path and text of the files that it was made from.
    """
    lost = {sign for sign in set(html) - known if unicodedata.category(sign) not in _INVISIBLE}
    if not lost:
        return []
    found = [
        _problem(Place(path, number, column), sign)
        for path, text in sources
        for number, line in enumerate(text.split("\n"), start=1)
        for column, sign in enumerate(line, start=1)
        if sign in lost
    ]
    told = {problem.values["sign"] for problem in found}
    first = next(iter(sources), ("docs", ""))[0]  # written as an entity, such as &#128512;
    return [*found, *(_problem(Place(first), sign) for sign in sorted(lost - told))]


def _problem(place: Place, sign: str) -> Problem:
    name = unicodedata.name(sign, "").lower()
    return Problem(place, "paper-no-glyph", {"sign": sign, "code": f"U+{ord(sign):04X} {name}".strip()})
