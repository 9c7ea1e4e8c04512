"""Rules of a quiz that need more than one line: ids, keys, facts, links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Map

from handbook.problem import Problems
from handbook.quiz.markup import FACT
from handbook.quiz.model import Item, Quiz, Tree
from handbook.quiz.registry import ITEM_TYPES
from handbook.reader import Reader

_OTHER = re.compile(r"\{\{ *([^\s{}]+)")


def check_quiz(
    quiz: Quiz, facts: Collection[str], headings: Map[str, Collection[str]], problems: Problems
) -> None:
    """Check a quiz that was read.

    `facts`: known fact ids. `headings`: heading ids by page slug of the quiz's module.
    """
    seen: dict[str, Item] = {}
    for item in quiz.items:
        if item.id in seen:
            line = seen[item.id].place.line
            problems.add(item.where("id"), "item-twice", word=item.id, line=line)
        seen.setdefault(item.id, item)
        if item.key != "" and item.texts:
            ITEM_TYPES[item.type].check(item, problems)
        _check_facts(item, facts, problems)
        _check_see(item, headings, problems)
    _check_anchors(quiz, seen, problems)


def _check_anchors(quiz: Quiz, items: Map[str, Item], problems: Problems) -> None:
    """A step of a story has the address q-<item>-<step>, an item q-<item>: no two may be the same."""
    taken = dict(items)
    for item in quiz.items:
        steps = item.structure.get("steps")
        for step in steps if isinstance(steps, dict) else ():
            name = f"{item.id}-{step}"
            other = taken.setdefault(name, item)
            if other is not item:
                line = other.where("id").line
                problems.add(
                    item.where("steps", step), "anchor-twice", step=step, word=other.id, line=line
                )


def _check_facts(item: Item, facts: Collection[str], problems: Problems) -> None:
    for path, text in _leaves(item):
        if "{{" not in text:
            continue
        place = item.where(*path)
        for name in FACT.findall(text):
            if name not in facts:
                Reader(problems).unknown(place, "unknown-fact", name, facts)
        for name in _OTHER.findall(FACT.sub("", text)):
            Reader(problems).unknown(place, "unknown-directive", name, ("fact",))


def _leaves(item: Item) -> Iterator[tuple[tuple[str, ...], str]]:
    def walk(tree: Tree, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
        for name, value in tree.items():
            if isinstance(value, dict):
                yield from walk(value, (*path, name))
            else:
                yield (*path, name), value

    for locale, tree in item.texts.items():
        yield from walk(tree, (locale,))


def _check_see(item: Item, headings: Map[str, Collection[str]], problems: Problems) -> None:
    if not item.see:
        return
    page, _, heading = item.see.partition("#")
    reader = Reader(problems)
    if page not in headings:
        reader.unknown(item.where("see"), "see-no-page", page, headings)
    elif heading and heading not in headings[page]:
        reader.unknown(item.where("see"), "see-no-heading", heading, headings[page])
