"""Tells Vietnamese from French and English, without a dictionary: by letters and syllables."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

TOLD_APART = ("fr", "en", "km", "lo", "th", "zh")
"""Languages that never use the letters by which Vietnamese is known: others are not judged."""

_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
# Letters that neither French nor English has; from U+1EA0 to U+1EF9 all are Vietnamese.
_ONLY = re.compile("[ăđĩũơưạ-ỹ]")
_ANY = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u036f]")
# Letters and syllables that are foreign to French and English, though not to every language.
_LIKELY = re.compile(
    "[áãìíòóõúý]|^(?:kh|ngh?|nh)[^a-z]|^(?:kh|ngh?|nh)[a-z]*[àâèéêôù]|[àâèéêôù](?:ng|nh)$"
)
# What may be Vietnamese beside a Vietnamese word, and what is French even there.
_SYLLABLE = re.compile(
    "(?:[bcdghklmnprstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]*[àâèéêôù][aeiouy]*(?:ch?|m|ng?|nh|p|t)?"
)
_FRENCH = ("à", "là", "où", "né")
_DIRECTIVE = re.compile(r"\{\{.*?\}\}")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|\*[^*]+\*|`[^`]*`")
_TERM = 5
"""So many words between quotation marks or stars are a term; more are a sentence."""
_OPENING = re.compile(r"(?:^|[.!?…:;“«\"(*])\s*$")
_SUM = re.compile(r"[0-9][0-9.,\s]*$")
_CURRENCY = ("đ", "đồng")


def vietnamese_left(text: str) -> int | None:
    """Where Vietnamese begins in a French or English text; None when nothing is to be translated.

    A name (Suối Mây, Bình), a sum in đồng, a single word, and a short term between quotation marks
    or stars may stand there; two or more Vietnamese words in lower case may not.
    """
    if not may_hold_vietnamese(text):
        return None
    text = _without_terms(text)
    words = [word for word in _WORD.finditer(text) if any(_looks(word[0])) and not _is_sum(text, word)]
    found = [word for word in words if word[0][0].islower()] + list(_opening(text, words))
    if len(found) < 2 or not any(_looks(word[0])[0] for word in found):
        return None
    return _beginning(text, min(word.start() for word in found))


def may_hold_vietnamese(text: str) -> bool:
    """Whether any letter is one that neither French nor English has: quick, for long texts."""
    return bool(_ANY.search(text))


def _beginning(text: str, start: int) -> int:
    """Where the passage at `start` begins: a syllable before it may have letters that French has too."""
    for word in reversed(list(_WORD.finditer(text, 0, start))):
        folded = _folded(word[0])
        if text[word.end() : start] != " " or folded in _FRENCH or not _SYLLABLE.fullmatch(folded):
            break
        start = word.start()
    return start


def has_vietnamese(text: str) -> bool:
    """Whether a text has a Vietnamese word, be it a single one, and is more than names."""
    words = _WORD.findall(text)
    return any(word[0].islower() for word in words) and any(any(_looks(word)) for word in words)


def _looks(word: str) -> tuple[bool, bool]:
    """Whether a word is Vietnamese for certain, and whether it is likely to be."""
    folded = _folded(word)
    return bool(_ONLY.search(folded)), bool(_LIKELY.search(folded))


def _without_terms(text: str) -> str:
    """The text with blanks in the place of directives and of short terms in quotation marks."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0]) if len(_WORD.findall(match[0])) <= _TERM else match[0]

    text = _DIRECTIVE.sub(lambda match: " " * len(match[0]), text)
    return _QUOTED.sub(blank, text)


def _opening(text: str, words: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The words with a capital that are no names: they begin a sentence that goes on in Vietnamese."""
    for word, after in itertools.pairwise(words):
        begins = word[0][0].isupper() and _OPENING.search(text, 0, word.start())
        if begins and after[0][0].islower() and text[word.end() : after.start()] == " ":
            yield word


def _is_sum(text: str, word: re.Match[str]) -> bool:
    return _folded(word[0]) in _CURRENCY and bool(_SUM.search(text, 0, word.start()))


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()
