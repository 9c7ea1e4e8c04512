"""How each language writes its thousands and its first, second, third."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.rules.finding import Finding

_GROUPS = {"vi": ".", "fr": " ", "en": ","}
_GROUP = re.compile(r"\d[., ]\d\d0")
# A rounded amount ends with 0, while 3.142 is a decimal somewhere; four groups are an address.
_BEFORE, _BEHIND = r"(?<![\w.,/:-])", r"(?<=0)(?![\w/:-]|[.,]\d)"
_POINTED = re.compile(rf"{_BEFORE}\d{{1,3}}(?P<sign>[.,])\d{{3}}(?:(?P=sign)\d{{3}})?{_BEHIND}")
_SPACED = re.compile(rf"{_BEFORE}(?<!\d )[1-9]\d{{0,2}}(?: \d{{3}})+(?! ?\d){_BEHIND}")
_SHORTENED = re.compile(r"[\dIVX](?:i?[èe]me|[èe]re)")
_ORDINAL = re.compile(r"\b(?P<number>\d+|[IVX]+)(?P<ending>[èe]res?|i?[èe]mes?)\b")


def thousands(text: str, locale: str) -> Iterator[Finding]:
    """100.000 in Vietnamese, 100 000 in French, 100,000 in English."""
    wanted = _GROUPS.get(locale)
    if wanted is None or not _GROUP.search(text):
        return
    for pattern in (_POINTED, _SPACED):
        for found in pattern.finditer(text):
            right = re.sub("[ .,]", wanted, found[0])
            if right != found[0]:
                values = {"number": found[0], "right": right}
                yield Finding(found.start(), "thousands", values, "warning")


def french_ordinals(text: str, locale: str) -> Iterator[Finding]:
    """1re, 2e, 3e: the long endings are those of words written out."""
    if locale != "fr" or not _SHORTENED.search(text):
        return
    for found in _ORDINAL.finditer(text):
        ending = "re" if found["ending"].startswith(("è", "e")) and "r" in found["ending"] else "e"
        if found["ending"].endswith("s"):
            ending += "s"
        values = {"word": found[0], "right": found["number"] + ending}
        yield Finding(found.start(), "french-ordinal", values)
