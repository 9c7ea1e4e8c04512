"""Spaces that a language wants and that editors never type."""

from __future__ import annotations

import re

_TEXT_OR_TAG = re.compile(r"(<!--.*?-->|<(script|style|pre|code)\b.*?</\2>|<[^>]+>)", re.DOTALL)
_THIN = "\u202f"
_WIDE = "\u00a0"
_BEFORE_THIN = re.compile(r"(?<=\S) (?=[;!?](?!\w))")
_BEFORE_WIDE = re.compile(r"(?<=\S) (?=:(?=\s|$|<))| (?=»)|(?<=«) ")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")


def polish(text: str, locale: str) -> str:
    """Text or HTML with the no-break spaces of its language (French; others stay as they are).

    Source: Lexique des règles typographiques en usage à l'Imprimerie nationale. Tags, scripts and
    code are left alone.
    """
    if locale != "fr":
        return text
    parts = _TEXT_OR_TAG.split(text)
    # split() with two groups gives text, tag, name, text, tag, name, …
    return "".join(
        _french(part) if index % 3 == 0 else part
        for index, part in enumerate(parts)
        if index % 3 != 2 and part
    )


def _french(text: str) -> str:
    text = _BEFORE_THIN.sub(_THIN, text)
    text = _BEFORE_WIDE.sub(_WIDE, text)
    return _THOUSANDS.sub(_THIN, text)
