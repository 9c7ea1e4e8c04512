"""New tricks: what people are told on the phone and in messages lately, and what stops each one."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.problem import Place, Problems
from handbook.reader import Reader
from handbook.yaml_source import Node

SOURCE = "docs/data/tricks.yml"
LONGEST = {"title": 70, "text": 300, "stop": 160}
"""Characters: an entry fits a telephone's screen."""
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


@dataclass(frozen=True)
class Told:
    """A trick in one language: its name, what people see, and the one check that stops it."""

    title: str
    text: str
    stop: str


@dataclass(frozen=True)
class Trick:
    """One trick. `date`: when it was seen, YYYY-MM or YYYY-MM-DD. `see`: page and heading to learn from.

    `facts`: ids of what it rests on, each with its place.
    """

    id: str
    date: str
    see: str
    facts: tuple[tuple[str, Place], ...]
    told: Map[str, Told]
    place: Place
    see_place: Place


def read_tricks(text: str, languages: tuple[str, ...], problems: Problems) -> tuple[Trick, ...]:
    """The tricks of `text` (the content of docs/data/tricks.yml), newest first."""
    reader = Reader(problems)
    root = reader.document(text, SOURCE)
    tricks: dict[str, Trick] = {}
    for node in reader.items(reader.fields(root, required=("tricks",)).get("tricks") if root else None):
        trick = _trick(node, languages, reader)
        if trick is None:
            continue
        if trick.id in tricks:
            line = tricks[trick.id].place.line
            problems.add(trick.place, "trick-twice", word=trick.id, line=line)
        else:
            tricks[trick.id] = trick
    return tuple(sorted(tricks.values(), key=lambda trick: trick.date, reverse=True))


def check_tricks(
    tricks: Collection[Trick],
    facts: Collection[str],
    headings: Map[str, Collection[str]],
    problems: Problems,
) -> None:
    """Report facts that are not there, and pages to learn from that readers cannot open.

    `headings`: ids of the headings of every published page, by key.
    """
    reader = Reader(problems)
    for trick in tricks:
        for name, place in trick.facts:
            if name not in facts:
                reader.unknown(place, "unknown-fact", name, facts)
        page, _, heading = trick.see.partition("#")
        if page not in headings:
            reader.unknown(trick.see_place, "trick-no-page", page, headings)
        elif heading and heading not in headings[page]:
            reader.unknown(trick.see_place, "see-no-heading", heading, headings[page])


def _trick(node: Node, languages: tuple[str, ...], reader: Reader) -> Trick | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    fields = reader.fields(mapping, required=("id", "date", "see", "facts", *languages))
    trick_id, date = reader.slug(fields.get("id")), _date(fields.get("date"), reader)
    see, facts = reader.word(fields.get("see")), _facts(fields.get("facts"), reader)
    told = {
        locale: told
        for locale in languages
        if locale in fields and (told := _told(fields[locale], reader)) is not None
    }
    if trick_id is None or date is None or see is None or set(told) != set(languages):
        return None
    return Trick(trick_id, date, see, facts, told, mapping.place, fields["see"].place)


def _date(node: Node | None, reader: Reader) -> str | None:
    """The day or the month: a year alone says nothing about what is new."""
    date = reader.day(node)
    if date is None or node is None:
        return None
    if not _MONTH.fullmatch(date):
        reader.problems.add(node.place, "trick-without-month", word=date)
        return None
    return date


def _facts(node: Node | None, reader: Reader) -> tuple[tuple[str, Place], ...]:
    """What the trick rests on; without a source it is hearsay."""
    if node is None:
        return ()
    items = reader.items(node)
    if not items:
        reader.problems.add(node.place, "trick-without-fact")
    return tuple((word, item.place) for item in items if (word := reader.word(item)) is not None)


def _told(node: Node, reader: Reader) -> Told | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    fields = reader.fields(mapping, required=tuple(LONGEST))
    texts = {name: reader.text(fields.get(name)) for name in LONGEST}
    for name, text in texts.items():
        if text is not None and len(text) > LONGEST[name]:
            place, limit = fields[name].place, LONGEST[name]
            reader.problems.add(place, "trick-long", key=name, length=len(text), limit=limit)
    title, seen, stop = texts.values()
    return Told(title, seen, stop) if title and seen and stop else None
