"""Headings that a screen reader can follow, and that read as headings."""

from __future__ import annotations

import re

from handbook.pages.page import Page
from handbook.problem import Problems

_LEVEL = re.compile(r"#{1,6}(?=[^#])")
_SHORT = 5
"""OTP, WCAG and the like are written in capitals anyway."""


def check_headings(page: Page, problems: Problems) -> None:
    """A level is left out: warning. A full stop at the end, or capitals all through: notice."""
    lines = page.lines
    level = 1
    for number, name in page.heading_lines.items():
        found = _LEVEL.match(lines[number])
        above, level = level, len(found[0]) if found else 2  # the title of a block is a heading too
        place = page.place(number)
        if level > above + 1:
            values = {"here": "#" * level, "above": "#" * above, "right": "#" * (above + 1)}
            problems.add(place, "heading-skips", "warning", **values)
        title = page.headings[name]
        if title.endswith(".") and not title.endswith(".."):
            problems.add(place, "heading-stop", "notice", title=title)
        if title.isupper() and sum(map(str.isalpha, title)) > _SHORT:
            problems.add(place, "heading-capitals", "notice", title=title)
