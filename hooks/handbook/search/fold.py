"""Words as people type them: without marks, đ as d. The same in overrides/assets/js/search/engine.js.

Where a language puts no space between words, each two letters that follow one another stand for a word:
what is typed is found wherever its letters stand in the same order.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from handbook.writing import BREAK, CLUSTER, LETTER, MARK, is_unspaced

_WORD = re.compile(rf"(?:{CLUSTER})+|(?:{LETTER}{MARK}*)+")
_CLUSTER = re.compile(CLUSTER)
_LETTERS = str.maketrans({"đ": "d", "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


def words_of(text: str) -> list[str]:
    """The words of a text in their order, in small letters, composed (NFC)."""
    text = unicodedata.normalize("NFC", text).lower().replace(BREAK, "")
    return [word for run in _WORD.findall(text) for word in _pairs(run)]


def _pairs(run: str) -> list[str]:
    """A word as it is; what is written without spaces, two letters at a time, each with its marks."""
    if not is_unspaced(run[0]):
        return [run]
    letters = _CLUSTER.findall(run)
    return ["".join(pair) for pair in itertools.pairwise(letters)] or letters


def fold(word: str) -> str:
    """A word in small letters without its marks: `mật` → `mat`, `đăng` → `dang`."""
    apart = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
