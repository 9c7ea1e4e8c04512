"""Vietnamese that stayed behind in a text of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.language import TOLD_APART, vietnamese_left
from handbook.rules.finding import Finding

_WORD = re.compile(r"\w+")


def untranslated(text: str, locale: str) -> Iterator[Finding]:
    """The first Vietnamese words of each line; names, and terms in quotation marks, may stay."""
    if locale not in TOLD_APART:
        return
    start = 0
    for line in text.split("\n"):
        offset = vietnamese_left(line)
        if offset is not None:
            word = _WORD.match(line, offset)
            values = {"word": word[0] if word else line[offset:], "locale": locale}
            yield Finding(start + offset, "vietnamese-left", values)
        start += len(line) + 1
