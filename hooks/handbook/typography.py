"""Spaces that a language wants and that editors never type."""

from __future__ import annotations

import re

_TEXT_OR_TAG = re.compile(r"(<!--.*?-->|<(script|style|pre|code)\b.*?</\2>|<[^>]+>)", re.DOTALL)
_OPENING = re.compile(r"<(?P<name>[a-z][\w-]*)[^>]*(?<!/)>", re.IGNORECASE)
_LANG = re.compile(r"\slang=[\"']?([a-z]+)")
_SAID = re.compile(r'(\sdata-[\w-]+=")([^"]*)')
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
"""Elements without a closing tag."""
_FRENCH = "fr"
_SPEAKS_FRENCH = re.compile(rf"\slang=[\"']?{_FRENCH}\b")
_THIN = "\u202f"
_WIDE = "\u00a0"
_BEFORE_THIN = re.compile(r"(?<!\s) (?=[;!?](?!\w))")
_BEFORE_WIDE = re.compile(r"(?<!\s) (?=:(?=\s|$|<))| (?=»)|(?<=«) ")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")


def polish(text: str, locale: str) -> str:
    """Text or HTML with the no-break spaces of its language (French; others stay as they are).

    What stands inside an element with `lang` follows that language. Tags are left alone but for `data-`
    attributes, whose words scripts show; so are scripts and code.
    Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
    """
    if locale != _FRENCH and not _SPEAKS_FRENCH.search(text):
        return text
    spoken = [("", locale)]
    done = []
    # split() with two groups gives text, tag, name, text, tag, name, …
    for index, part in enumerate(_TEXT_OR_TAG.split(text)):
        if index % 3 == 0:
            done.append(_french(part) if spoken[-1][1] == _FRENCH else part)
        elif index % 3 == 1:
            _follow(part, spoken)
            said = _LANG.search(part)
            is_french = (said[1] if said else spoken[-1][1]) == _FRENCH
            done.append(_SAID.sub(_said, part) if is_french else part)
    return "".join(done)


def _follow(tag: str, spoken: list[tuple[str, str]]) -> None:
    """Keep the stack of open elements, each with its language, in step with one tag."""
    if tag.startswith("</"):
        name = tag[2:-1].strip()
        opened = [index for index, (other, _) in enumerate(spoken) if name and other == name]
        if opened:
            del spoken[opened[-1] :]  # with everything that nobody closed
    elif (opening := _OPENING.fullmatch(tag)) and opening["name"] not in _EMPTY:
        language = _LANG.search(tag)
        spoken.append((opening["name"], language[1] if language else spoken[-1][1]))


def _said(match: re.Match[str]) -> str:
    return match[1] + _french(match[2])


def _french(text: str) -> str:
    text = _BEFORE_THIN.sub(_THIN, text)
    text = _BEFORE_WIDE.sub(_WIDE, text)
    return _THOUSANDS.sub(_THIN, text)
