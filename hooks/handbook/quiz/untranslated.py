"""Finds what was copied from one language into another and not translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.language import TOLD_APART, has_vietnamese, may_hold_vietnamese, vietnamese_left
from handbook.problem import Place, Problem
from handbook.quiz.markup import FACT
from handbook.quiz.model import Tree

_Path = tuple[str, ...]
_VIETNAMESE = "vi"
_SENTENCE = 4
"""From how many words on the same text in two languages is no coincidence."""
_SIGNS = '.,;:!?…”»")*'
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Written:
    """The texts of an item as they stand in the file.

    `places`: where each text begins, by path; `lines`: the whole file.
    """

    texts: Map[str, Tree]
    places: Map[_Path, Place]
    lines: Sequence[str]


def check_translated(written: Written) -> list[tuple[str, Problem]]:
    """Vietnamese in a text of another language, and the same sentence in two languages.

    Each with the language to translate into.
    """
    found: list[tuple[str, Problem]] = []
    leaves = {locale: dict(_leaves(tree)) for locale, tree in written.texts.items()}
    for locale, own in leaves.items():
        copies: dict[_Path, list[str]] = {}
        for other, texts in leaves.items():
            for path, _ in own.items() & texts.items() if other != locale else ():
                copies.setdefault(path, []).append(other)
        foreign = locale in TOLD_APART and may_hold_vietnamese("\n".join(own.values()))
        for path, text in own.items() if copies or foreign else ():
            problem = _problem(written, (locale, *path), text, copies.get(path, []))
            if problem:
                found.append((locale, problem))
    return found


def _problem(written: Written, path: _Path, text: str, same: list[str]) -> Problem | None:
    """What is wrong with one text, which is the `same` in some other languages."""
    at, locale = written.places[path], path[0]
    left = _left(text, copied=_VIETNAMESE in same) if locale in TOLD_APART else None
    if left is not None:
        word = text[left:].split(maxsplit=1)[0].rstrip(_SIGNS)
        place = _place_in(written.lines, at, text[:left].count(word), word)
        return Problem(place, "vietnamese-left", {"word": word, "locale": locale})
    if same and _is_copy(locale, same, list(written.texts)) and _is_sentence(text):
        return Problem(at, "same-text", {"locale": locale, "other": same[0]}, "warning")
    return None


def _leaves(tree: Tree, path: _Path = ()) -> Iterator[tuple[_Path, str]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, name))
        else:
            yield (*path, name), value


def _left(text: str, *, copied: bool) -> int | None:
    """Where Vietnamese begins; in a copy of the Vietnamese text one word is enough."""
    if copied and len(text.split()) > 1 and has_vietnamese(text):
        return next(word.start() for word in _WORD.finditer(text))
    return vietnamese_left(text)


def _is_copy(locale: str, same: list[str], languages: list[str]) -> bool:
    """Whether this text is the one to be translated: Vietnamese is told by its letters, if it is."""
    if locale == _VIETNAMESE:
        return True
    return _VIETNAMESE not in same and languages.index(same[0]) < languages.index(locale)


def _is_sentence(text: str) -> bool:
    return len(FACT.sub("", text).split()) >= _SENTENCE and not has_vietnamese(text)


def _place_in(lines: Sequence[str], at: Place, before: int, word: str) -> Place:
    """The place of a word in a text that begins at `at`, after so many others like it.

    The beginning of the text where the file writes the word in another way.
    """
    column = at.column - 1
    for number in range(at.line, len(lines) + 1):
        column = lines[number - 1].find(word, column)
        while column >= 0:
            if not before:
                return Place(at.path, number, column + 1)
            before, column = before - 1, lines[number - 1].find(word, column + 1)
        column = 0
    return at
