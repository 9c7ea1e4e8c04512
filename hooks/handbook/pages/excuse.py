"""`<!-- differs: reason -->` at the end of a line: here a translation differs on purpose."""

from __future__ import annotations

import re

_EXCUSE = re.compile(r"[ \t]*<!--\s*differs\b\s*:?\s*(?P<reason>.*?)\s*-->")


def excuse_of(line: str) -> re.Match[str] | None:
    """The excuse of a line; its group `reason` is empty when nobody wrote one."""
    return _EXCUSE.search(line) if "<!--" in line else None


def without_excuses(text: str) -> str:
    """A page without its excuses, which are for editors."""
    return _EXCUSE.sub("", text) if "<!--" in text else text
