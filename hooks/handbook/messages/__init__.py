"""What the handbook says to its editors, in Vietnamese, French or English."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import yaml

SPOKEN = ("vi", "fr", "en")
_FOLDER = Path(__file__).parent
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is ten times faster


@functools.cache
def phrases(say: str) -> dict[str, str]:
    """Every phrase of one language by its code. `say` is one of SPOKEN."""
    text = (_FOLDER / f"{say}.yml").read_text(encoding="utf-8")
    # The package's own file, never an editor's: the plain loader is enough here.
    loaded: dict[str, str] = yaml.load(text, Loader=_LOADER)  # noqa: S506 (it makes text only)
    return loaded


def phrase(code: str, say: str) -> str:
    """The phrase for `code`; KeyError when the package forgot to write it."""
    return phrases(say if say in SPOKEN else "en")[code]


def spoken(environment: Mapping[str, str]) -> str:
    """Language of the messages: HANDBOOK_SAY, else the system's (LANG), else English."""
    wish = (environment.get("HANDBOOK_SAY") or environment.get("LANG", ""))[:2]
    return wish if wish in SPOKEN else "en"
