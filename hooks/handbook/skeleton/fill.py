"""The templates of new files, filled in with the hints of a language."""

from __future__ import annotations

import functools
from collections.abc import Mapping as Map
from pathlib import Path
from string import Template

import yaml

from handbook.book import Book

_FOLDER = Path(__file__).parent
_OTHERS = "en"
"""Hints for a language in which nobody has written them."""
_FRAMES = ("outcomes", "why", "happened", "try")


@functools.cache
def hints(locale: str) -> Map[str, str]:
    """The hints of a language by name."""
    file = _FOLDER / "words" / f"{locale}.yml"
    if not file.exists():
        file = _FOLDER / "words" / f"{_OTHERS}.yml"
    found: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def fill(template: str, book: Book, locale: str, /, **values: str) -> str:
    """A template with its gaps filled: `values` first, then the hints and the names of the frames.

    `values` stand in double quotes where a template has them.
    """
    given = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in values.items()}
    frames = {f"frame_{name}": book.strings[locale][f"frame-{name}"] for name in _FRAMES}
    words = {name: Template(hint).safe_substitute(given) for name, hint in hints(locale).items()}
    return _template(template).substitute({**words, **frames, **given})


def fill_raw(template: str, **values: str) -> str:
    """A template that only takes `values`, as they are."""
    return _template(template).substitute(values)


@functools.cache
def _template(name: str) -> Template:
    return Template((_FOLDER / "templates" / name).read_text(encoding="utf-8"))
