"""Compares the languages of an item: what one has, every one has, since the key is written once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Mapping as Map

from handbook.problem import Place, Problems
from handbook.quiz.item_type import ItemType
from handbook.quiz.model import Tree

_Path = tuple[str, ...]
_Places = Map[_Path, Place]


def compare_languages(
    texts: Map[str, Tree],
    waiting: Collection[str],
    item_type: ItemType,
    places: _Places,
    problems: Problems,
) -> list[str]:
    """Every language has the parts of the first one, and no others.

    The languages of `waiting` may lack parts; those that lack none are returned.
    """
    source = next((locale for locale in texts if locale not in waiting), "")
    finished = []
    for locale, tree in texts.items() if source else ():
        if _alike(texts[source], tree):
            finished += [locale] * (locale in waiting)
            continue
        lost = list(_lacking(texts[source], tree, places, (locale,)))
        if locale in waiting:
            if not lost and tree.keys() >= item_type.shape.keys():
                finished.append(locale)
            lost = []
        found = [("missing-in-language", part, part[:-1]) for part in lost]
        more = _lacking(tree, texts[source], places, (source,))
        found += [("extra-in-language", part, part) for part in more]
        for code, part, near in found:
            if len(part) > 1 or part[0] not in item_type.shape:  # the others are missing keys
                place, names = places[(locale, *near)], ".".join(part)
                problems.add(place, code, part=names, locale=locale, source=source)
    return finished


def compare_feedback(
    texts: Map[str, Tree],
    waiting: Collection[str],
    item_type: ItemType,
    places: _Places,
    problems: Problems,
) -> None:
    """Every option has its reason, and there is no reason without an option."""
    source = next((locale for locale in texts if locale not in waiting), "")
    if not item_type.mirror or not source:
        return
    options = texts[source].get(item_type.mirror)
    reasons = texts[source].get("feedback")
    if not isinstance(options, dict) or not isinstance(reasons, dict):
        return
    at = (source, "feedback")
    for part in _lacking(options, reasons, places, at):
        place = places[(*at, *part[:-1])]
        problems.add(place, "option-without-reason", option=".".join(part))
    for part in _lacking(reasons, options, places, (source, item_type.mirror)):
        problems.add(places[(*at, *part)], "reason-without-option", option=".".join(part))


def _alike(tree: Tree, other: Tree) -> bool:
    """Whether two languages have the same parts, as nearly always."""
    return tree.keys() == other.keys() and all(
        _alike(value, there) if isinstance(value, dict) and isinstance(there, dict) else True
        for value, there in zip(tree.values(), map(other.get, tree), strict=True)
    )


def _lacking(tree: Tree, other: Tree, places: _Places, at: _Path, part: _Path = ()) -> Iterator[_Path]:
    """The parts of `tree` that `other` (written at `at`) lacks, a whole branch as one part.

    A part that is written there and cannot be used is not lacking: its mistake was said already.
    """
    for name, value in tree.items():
        there = other.get(name)
        if there is None and (*at, name) not in places:
            yield (*part, name)
        elif isinstance(value, dict) and isinstance(there, dict):
            yield from _lacking(value, there, places, (*at, name), (*part, name))
