"""Quotation marks, apostrophes, dots and spaces, as each language wants them.

Sources: Lexique des règles typographiques en usage à l’Imprimerie nationale; for the no-break spaces
that the build sets, see handbook/typography.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.rules.finding import Finding, first_of_each_line, word_around

_MARKS = {"fr": "« … »"}
_USUAL_MARKS = "“…”"
_STRAIGHT_QUOTES = re.compile(r'"(?:[^"\n]*")?')
# 6' is a measure; the others are accents that some keyboards give for an apostrophe.
_APOSTROPHE = re.compile(r"['´ʼ](?<!\d.)")
_DOTS = re.compile(r"\.\.\.+(?![./])(?<!/\.\.\.)")
_FIXED = re.compile("[\u00a0\u2007\u2009\u200a\u202f\u3000]|&(?:nbsp|thinsp|#160|#8239);")

# Each looks for its sign first and around it afterwards, which is many times faster.
# Kahoot! and Yahoo! are names; `?` before a letter belongs to an address, `:` before a digit to a time.
_FRENCH_MISSING = re.compile(
    r"[;:!?»](?<=[^\s;:!?…/|(\[\]«\-–—].)(?<!\s\*.)(?<!\s\*\*.)"
    r"(?:(?<=[;!?])(?<!Kahoot!)(?<!Yahoo!)(?![\w/=\[])|(?<=:)(?=[\s*_»”)]|$)|(?<=»))"
    r"|«(?=\S)",
    re.MULTILINE,
)
# `:)` and `;-)` are faces.
_SPACE_TOO_MANY = re.compile(
    r"[;:?!](?<=[^\s|/\-–—•] .)(?<!\n\* .)(?:(?<=[;:])(?=[\s*_”’\"»]|$)|(?<=[?!])(?=[\s*_”’\")»?!]|$))",
    re.MULTILINE,
)


def straight_marks(text: str, locale: str) -> Iterator[Finding]:
    """Typewriter marks: straight quotation marks and apostrophes, and three dots for an ellipsis."""
    for found in first_of_each_line(_STRAIGHT_QUOTES, text):
        values = {"marks": _MARKS.get(locale, _USUAL_MARKS)}
        yield Finding(found.start(), "straight-quotes", values)
    for found in first_of_each_line(_APOSTROPHE, text):
        values = {"word": word_around(text, found.start())}
        yield Finding(found.start(), "straight-apostrophe", values)
    for found in first_of_each_line(_DOTS, text):
        yield Finding(found.start(), "three-dots")


def fixed_spaces(text: str, _locale: str) -> Iterator[Finding]:
    """Spaces that the build sets by itself, and that nobody can see in an editor."""
    for found in first_of_each_line(_FIXED, text):
        sign = found[0] if found[0].startswith("&") else f"U+{ord(found[0]):04X}"
        yield Finding(found.start(), "fixed-space", {"sign": sign})


def spaces(text: str, locale: str) -> Iterator[Finding]:
    """French wants a space before ; : ! ? » and after «; the others want none."""
    if locale == "fr":
        for found in _FRENCH_MISSING.finditer(text):
            code = "space-after" if found[0] == "«" else "space-before"
            yield Finding(found.start(), code, {"sign": found[0]})
    else:
        for found in _SPACE_TOO_MANY.finditer(text):
            yield Finding(found.start() - 1, "space-too-many", {"sign": found[0]})
