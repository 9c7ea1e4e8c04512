"""The two places of Vietnamese tone marks: hòa, thủy for readers, hoà, thuỷ in lists of words."""

from __future__ import annotations

import re
import unicodedata

_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_END = r"(?![^\W\d_]|[\u0300-\u036f])"
# Behind q the u belongs to the consonant: quý has one place only.
_OLD = re.compile(rf"([oO])({_TONE})([aAeE]){_END}|(?<![qQ])([uU])({_TONE})([yY]){_END}")
_NEW = re.compile(rf"([oO])([aAeE])({_TONE}){_END}|(?<![qQ])([uU])([yY])({_TONE}){_END}")


def new_place(text: str) -> str:
    """`text` in NFC with the tone marks of oa, oe and uy on the second letter."""
    return _moved(_OLD, text)


def old_place(text: str) -> str:
    """`text` in NFC with the tone marks of oa, oe and uy on the first letter."""
    return _moved(_NEW, text)


def _moved(pattern: re.Pattern[str], text: str) -> str:
    def swapped(match: re.Match[str]) -> str:
        first, second, third = (part for part in match.groups() if part)
        return first + third + second

    return unicodedata.normalize("NFC", pattern.sub(swapped, unicodedata.normalize("NFD", text)))
