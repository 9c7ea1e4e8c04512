"""Every character must be in our fonts: else an empty box, or a font of the machine, comes on paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

from handbook.fonts import families_of
from handbook.problem import Place, Problem

_FEW = 5
"""So many different signs are slips; more are a script that our font does not have."""
_SHOWN = 12
_INVISIBLE = ("Cc", "Cf")
"""Ends of lines, soft hyphens and the like: no font draws them."""


def characters_of(project: Path) -> frozenset[str]:
    """The characters that both faces of a family hold, of any family; our own must be there."""
    families = [
        _letters_of(family.regular) & _letters_of(family.bold) for family in families_of(project)
    ]
    return frozenset().union(*families)


def _letters_of(face: Path) -> frozenset[str]:
    return frozenset(map(chr, TTFont(face, lazy=True).getBestCmap()))


def missing_glyphs(
    html: str, sources: Iterable[tuple[str, str]], known: frozenset[str]
) -> list[Problem]:
    """Where characters stand that no font of ours holds.

    `html`: what is to be printed. `sources`: path and text of the files that it was made from.
    """
    lost = _unknown(html, known)
    written = {form: sign for sign in lost for form in _written(sign)}
    if not written:
        return []
    pattern = re.compile("|".join(map(re.escape, written)), re.IGNORECASE)
    found: list[Problem] = []
    told: set[str] = set()
    for path, text in sources:
        there = [
            (Place(path, number, match.start() + 1), written[match[0].lower()])
            for number, line in enumerate(text.split("\n"), start=1)
            for match in pattern.finditer(line)
        ]
        told.update(sign for _, sign in there)
        unknown = _unknown(text, known) if there else set()
        if len(unknown) > _FEW:
            found.append(_script(path, text, unknown))
        else:
            found += [_problem(place, sign) for place, sign in there]
    first = next(iter(sources), ("docs", ""))[0]
    return [*found, *(_problem(Place(first), sign) for sign in sorted(lost - told))]


def _unknown(text: str, known: frozenset[str]) -> set[str]:
    return {sign for sign in set(text) - known if unicodedata.category(sign) not in _INVISIBLE}


def _written(sign: str) -> tuple[str, ...]:
    """A character as editors write it: itself, or as an entity such as `&#128512;`."""
    return sign.lower(), f"&#{ord(sign)};", f"&#x{ord(sign):x};"


def _script(path: str, text: str, unknown: set[str]) -> Problem:
    """A file whose letters are missing one and all is told so once, at the first, whatever shows it."""
    before = text[: min(map(text.index, unknown))]
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    values = {"count": str(len(unknown)), "signs": " ".join(sorted(unknown)[:_SHOWN])}
    return Problem(place, "paper-no-script", values)


def _problem(place: Place, sign: str) -> Problem:
    name = unicodedata.name(sign, "").lower()
    return Problem(place, "paper-no-glyph", {"sign": sign, "code": f"U+{ord(sign):04X} {name}".strip()})
