"""Words as people type them: without marks, đ as d. The same in overrides/assets/js/search/engine.js."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"đ": "d", "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


def words_of(text: str) -> list[str]:
    """The words of a text in their order, in small letters, composed (NFC)."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def fold(word: str) -> str:
    """A word in small letters without its marks: `mật` → `mat`, `đăng` → `dang`."""
    apart = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
