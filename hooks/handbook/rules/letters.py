"""Letters that look right and are not: stored in two pieces, taken from another alphabet, invisible.

A search misses such words, a dictionary does not know them, and a screen reader spells them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbook.rules.finding import Finding, first_of_each_line, word_around

_ALIEN = "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧον"
_LATIN = "aeopcyxijshdqwABEKMHOPCTYXIJSABEZHIKMNOPTYXov"
_BARRED = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
"""Letters of Icelandic and Ewe that old keyboards gave for the Vietnamese ones."""
_RIGHT = str.maketrans(dict(zip(_ALIEN, _LATIN, strict=True)) | _BARRED)
_TWIN = re.compile(f"[{_ALIEN}{''.join(_BARRED)}]")
_ALIEN_WORD = re.compile("[\u0370-\u03ff\u0400-\u052f]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]+")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# U+200D is wanted inside emoji, and unwanted beside a letter; between letters of Lao or Khmer U+200B
# says where a line may end, and scripts of India and Arabia shape letters by U+200C and U+200D.
_HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|[\u200b\u200c](?<![\u0600-\u1cff].)"
    "|\u200d(?<![\u0600-\u1cff].)(?:(?<=\\w\u200d)|(?=\\w))"
)


def not_nfc(text: str, _locale: str) -> Iterator[Finding]:
    """One finding for a text with letters in two pieces (`e` and a mark): its first such word."""
    if unicodedata.is_normalized("NFC", text):
        return
    words = [found for found in re.finditer(r"\S+", text) if not _is_whole(found[0])]
    if words:
        values = {"word": unicodedata.normalize("NFC", words[0][0]), "count": str(len(words))}
        yield Finding(words[0].start(), "not-nfc", values)


def _is_whole(word: str) -> bool:
    return unicodedata.is_normalized("NFC", word)


def hidden_signs(text: str, _locale: str) -> Iterator[Finding]:
    """Signs without a shape, and signs that turn the direction of the text."""
    for found in first_of_each_line(_HIDDEN, text):
        word = _HIDDEN.sub("", word_around(text, found.start()))
        values = {"sign": f"U+{ord(found[0]):04X}", "word": word or "…"}
        yield Finding(found.start(), "hidden-sign", values)


def look_alikes(text: str, _locale: str) -> Iterator[Finding]:
    """Letters of other alphabets in Latin words, and letters of double width."""
    if _TWIN.search(text):
        for word in _WORD.finditer(text):
            found = _TWIN.search(word[0])
            if found and not _ALIEN_WORD.fullmatch(word[0]):
                right = word[0].translate(_RIGHT)
                yield _twin(word.start() + found.start(), found[0], word[0], right)
    for found in _FULL_WIDTH.finditer(text):
        yield _twin(found.start(), found[0][0], found[0], found[0].translate(_HALF))


def _twin(offset: int, letter: str, word: str, right: str) -> Finding:
    values = {"letter": letter, "point": f"U+{ord(letter):04X}", "word": word, "right": right}
    return Finding(offset, "look-alike", values)
