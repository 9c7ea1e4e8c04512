"""Where a Vietnamese tone mark stands: hòa, khóe, thủy, as the whole book writes it.

The newer way (hoà, khoé, thuỷ) is as good; a book that mixes both is searched in vain. Where a
consonant follows (hoàn, thuyền), and after q and gi (quý, già), both ways agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbook.rules.finding import Finding

_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdđghklmnprstvx])?"
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
# Where a closer look pays: at the letter with the mark, then at the syllable around it.
_NEW = re.compile(r"[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?<=[oO].)(?!\w)|[ỳýỷỹỵỲÝỶỸỴ](?<=[uU].)(?!\w)")
_NEW_SYLLABLE = re.compile(rf"{_ONSET}(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])\b", re.IGNORECASE)
_NOT_VIETNAMESE = re.compile(r"[oO][éèÉÈ]")
"""As in Noé: only a Vietnamese text is sure to mean a tone here."""
# Slips of typing, wrong in either way: hòan, lọai, hùynh, qúa, gỉa.
_SLIP = re.compile("[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ][aăâeêioơyAĂÂEÊIOƠY]|[ìíỉĩịÌÍỈĨỊ](?<=[gG].)[aeouêơưAEOUÊƠƯ]")
_SLIP_SYLLABLE = re.compile(
    rf"(?:{_ONSET}(?:[òóỏõọ](?:a(?:ng|nh|ch|[cimnptoy])|e[mnto]|ă)"
    r"|[ùúủũụ](?:yê|y(?:nh|ch|[unpt])|ê(?:nh|ch|[nuty])|â[nty]))"
    r"|q[ùúủũụ][aeiyêơăâ]|g[ìíỉĩị][aeouêơư])\w*",
    re.IGNORECASE,
)


def tone_marks(text: str, locale: str) -> Iterator[Finding]:
    """Syllables with the mark in the newer place, or in a place that nobody uses."""
    for found in _NEW.finditer(text):
        start = _start_of_word(text, found.start())
        syllable = _NEW_SYLLABLE.match(text, start)
        if syllable and (locale == "vi" or not _NOT_VIETNAMESE.search(syllable[0])):
            mark = found.start() - start
            yield _finding(syllable, _moved(syllable[0], mark, mark - 1))
    for found in _SLIP.finditer(text) if locale == "vi" else ():
        start = _start_of_word(text, found.start())
        if syllable := _SLIP_SYLLABLE.match(text, start):
            mark = found.start() - start
            yield _finding(syllable, _moved(syllable[0], mark, _carrier(syllable[0], mark + 1)))


def _start_of_word(text: str, offset: int) -> int:
    while offset > 0 and text[offset - 1].isalpha():
        offset -= 1
    return offset


def _finding(syllable: re.Match[str], right: str) -> Finding:
    return Finding(syllable.start(), "tone-place", {"word": syllable[0], "right": right})


def _carrier(word: str, start: int) -> int:
    """The vowel that carries the mark: one with a hat or a horn before all others."""
    hats = [place for place in range(start, min(start + 2, len(word))) if word[place] in "êơôâăÊƠÔÂĂ"]
    return hats[-1] if hats else start


def _moved(word: str, source: int, target: int) -> str:
    """The word with the tone of one letter on another."""
    letters = list(word)
    parts = unicodedata.normalize("NFD", letters[source])
    tone = next(part for part in parts if part in _TONES)
    letters[source] = unicodedata.normalize("NFC", parts.replace(tone, ""))
    letters[target] = unicodedata.normalize("NFC", letters[target] + tone)
    return "".join(letters)
