"""What is wrong with text that is no YAML: the place to correct, and the code of the message."""

from __future__ import annotations

import re
from typing import Any

import yaml

Mistake = tuple[str, int, int]
"""Code, line and column, both counted from 0."""

# The two separators and U+0085 look like nothing and count as ends of lines in YAML alone.
_REFUSED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:#\"'{\[]+: +)?(?P<first>\S)")
_SIGNS = "[]{}*&!|>%@`?,-"


def refused_character(text: str) -> Mistake | None:
    """The first character that YAML does not read."""
    found = _REFUSED.search(text)
    if not found:
        return None
    before = text[: found.start()]
    return "yaml-character", before.count("\n"), len(before) - (before.rfind("\n") + 1)


def syntax_mistake(error: yaml.MarkedYAMLError, text: str) -> Mistake:
    """The mistake behind an error of the parser, which often notices it only lines later."""
    lines = text.split("\n")
    words = f"{error.context or ''}: {error.problem or ''}"
    here = point_of(error.problem_mark or error.context_mark, lines)
    begin = point_of(error.context_mark or error.problem_mark, lines)
    if lines[here[0]][here[1] :].startswith("\t"):
        words = "tab character"
    for phrase, code, point in (
        ("mapping values are not allowed", "yaml-colon", here),
        ("tab character", "yaml-tab", here),
        ("quoted scalar: found unexpected", "yaml-quote", begin),
        ("quoted scalar", "yaml-escape", here),
        ("an alias", "yaml-alias", begin),
        ("an anchor", "yaml-alias", begin),
        ("a tag", "yaml-tag", begin),
        ("a flow", "yaml-bracket", begin),
    ):
        if phrase in words:
            return code, *point
    return _beginning(here, lines) or ("yaml-layout", *here)


def point_of(mark: Any, lines: list[str]) -> tuple[int, int]:
    """A mark inside the text: at its end the parser counts one line too many."""
    if mark.line < len(lines):
        return mark.line, min(mark.column, len(lines[mark.line]))
    return len(lines) - 1, len(lines[-1])


def _beginning(here: tuple[int, int], lines: list[str]) -> Mistake | None:
    """The sign at the beginning of the line's value, when it is what breaks the line."""
    number, column = here
    value = _VALUE.match(lines[number])
    start = value.start("first") if value else column + 1
    if value is None or start > column:
        return None
    if value["first"] in "\"'":
        return "yaml-quote", number, start
    is_item = value["first"] == "-" and not lines[number][:start].strip()
    return ("yaml-sign", number, start) if value["first"] in _SIGNS and not is_item else None
