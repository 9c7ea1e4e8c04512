"""In which languages an item exists (`only`), and in which it is not finished yet (`waiting`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from handbook.problem import Place
from handbook.reader import Reader
from handbook.yaml_source import Mapping, Node, Text


@dataclass(frozen=True)
class Spread:
    """The languages of an item. `only`: empty for all. `waiting`: places of its entries by language.

    `required`: languages that must have a block. `refused`: languages that must have none.
    """

    only: tuple[str, ...] = ()
    waiting: dict[str, Place] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def read_spread(item: Mapping, languages: tuple[str, ...], reader: Reader) -> Spread:
    """What an item says of its languages; where that cannot be read, no block is missed or refused."""
    only, sure = _listed(item, "only", languages, reader)
    waiting, known = _listed(item, "waiting", languages, reader)
    if set(only) == set(languages):
        reader.problems.add(item.entries["only"][0].place, "only-all", "warning")
        only = {}
    here = [locale for locale in languages if not only or locale in only]
    for locale, place in waiting.items():
        if locale not in here and sure:
            reader.problems.add(place, "waiting-not-only", locale=locale, only=", ".join(only))
    required = tuple(locale for locale in here if locale not in waiting)
    if here and not required:
        reader.problems.add(item.entries["waiting"][0].place, "waiting-all")
    if not sure or not known:
        return Spread(waiting=waiting)
    refused = tuple(locale for locale in languages if locale not in here)
    return Spread(tuple(only and here), waiting, required, refused)


def _listed(
    item: Mapping, name: str, languages: Collection[str], reader: Reader
) -> tuple[dict[str, Place], bool]:
    """The languages of one list with their places, and whether all of it could be read."""
    node = item.get(name)
    parts = reader.items(node)
    if node is not None and not parts:
        if not isinstance(node, Text | Mapping):
            reader.problems.add(node.place, "no-languages", key=name)
        return {}, False
    found: dict[str, Place] = {}
    sure = True
    for part in parts:
        locale = reader.choice(part, languages, "unknown-language")
        sure = sure and locale is not None
        if locale in found:
            reader.problems.add(part.place, "listed-twice", word=locale)
        elif locale:
            found[locale] = part.place
    return found, sure


def refuse_blocks(item: Mapping, spread: Spread, reader: Reader) -> None:
    """Report the blocks of languages in which the item does not exist."""
    for locale in spread.refused:
        if locale in item.entries:
            place = item.entries[locale][0].place
            only = ", ".join(spread.only)
            reader.problems.add(place, "not-in-only", locale=locale, only=only)


def without_gaps(node: Node) -> Node:
    """A block that is being translated, without the names behind which nothing stands yet."""
    if not isinstance(node, Mapping):
        return node
    entries = {name: (key, without_gaps(value)) for name, (key, value) in node.entries.items()}
    written = {name: entry for name, entry in entries.items() if not is_gap(entry[1])}
    return Mapping(node.place, written)


def is_gap(node: Node) -> bool:
    """Whether nothing is written here yet."""
    if isinstance(node, Text):
        return not node.value.strip() and node.comment is None
    return isinstance(node, Mapping) and not node.entries


def tell_waiting(spread: Spread, finished: Iterable[str], reader: Reader) -> None:
    """A declared lag is a notice; once the translation is there, the entry only hides it."""
    for locale, place in spread.waiting.items():
        if locale in finished:
            reader.problems.add(place, "waiting-finished", "warning", locale=locale)
        elif not spread.only or locale in spread.only:
            reader.problems.add(place, "waiting", "notice", locale=locale)
