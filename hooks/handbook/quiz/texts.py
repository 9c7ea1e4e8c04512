"""The texts of a quiz as they stand in its file, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.problem import Place
from handbook.quiz.model import Item, Quiz, Tree

_Path = tuple[str, ...]


def texts_of(quiz: Quiz, source: str, locale: str) -> Iterator[tuple[Place, str]]:
    """Every line of every text in one language with the place of its first letter.

    `source`: the content of the quiz's file.
    """
    lines = source.split("\n")
    for item in quiz.items:
        for path, text in _leaves(item.texts.get(locale, {}), (locale,)):
            yield from _lines(item, path, text, lines)


def _leaves(tree: Tree, path: _Path) -> Iterator[tuple[_Path, str]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, name))
        else:
            yield (*path, name), value


def _lines(
    item: Item, path: tuple[str, ...], text: str, lines: list[str]
) -> Iterator[tuple[Place, str]]:
    """A text on one line; or the rest of its first line and all lines that are further in."""
    place = item.where(*path)
    first = lines[place.line - 1]
    if (at := first.find(text, place.column - 1)) >= 0:
        yield Place(place.path, place.line, at + 1), text
        return
    start = place.column - 1
    if first.startswith(f"{path[-1]}:", start):
        start += len(path[-1]) + 1
    yield Place(place.path, place.line, start + 1), first[start:]
    for number, line in enumerate(lines[place.line :], place.line + 1):
        inner = line.lstrip()
        if inner and _indent(line) <= _indent(first):
            return
        yield Place(place.path, number, len(line) - len(inner) + 1), inner


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
