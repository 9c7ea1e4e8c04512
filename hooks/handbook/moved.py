"""Pages that moved: an old address leads to the new one for ever, as it stands on paper and in chats."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.problem import Place, Problems
from handbook.programme import RESERVED
from handbook.reader import Reader
from handbook.yaml_source import Text

SOURCE = "docs/data/moved.yml"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")
_NO_PAGES = frozenset({"assets", "data", "paper", "single"})


@dataclass(frozen=True)
class Moved:
    """`old` and `new` are keys as editors write them: `scams` may stand for `scams/index`."""

    old: str
    new: str
    place: Place
    new_place: Place


def read_moved(text: str, problems: Problems) -> tuple[Moved, ...]:
    """The lines of `text` (the content of docs/data/moved.yml); a file with none is allowed."""
    reader = Reader(problems)
    root = reader.document(text, SOURCE)
    node = reader.fields(root, required=("moved",)).get("moved") if root else None
    if node is None or (isinstance(node, Text) and not node.value):
        return ()
    mapping = reader.mapping(node, node.place)
    found = []
    for old, (key, value) in mapping.entries.items() if mapping else ():
        new = reader.word(value)
        if new is None:
            continue
        wrong = [(word, at) for word, at in ((old, key.place), (new, value.place)) if not _is_key(word)]
        for word, at in wrong:
            problems.add(at, "moved-no-key", word=word)
        if not wrong:
            found.append(Moved(_plain(old), _plain(new), key.place, value.place))
    return tuple(found)


def check_moved(
    moved: tuple[Moved, ...], keys: Collection[str], languages: Collection[str], problems: Problems
) -> None:
    """Every line leads, at once or by way of others, to one of the published pages `keys`."""
    pages = {_plain(key) for key in keys}
    ways = {line.old: line.new for line in moved}
    for line in moved:
        if line.old in pages or line.old.partition("/")[0] in (*languages, *_NO_PAGES):
            problems.add(line.place, "moved-is-page", word=line.old)
        elif line.old in _way(line.new, ways):
            problems.add(line.place, "moved-loop", word=line.old)
        elif line.new not in pages and line.new not in ways:
            Reader(problems).unknown(line.new_place, "moved-no-page", line.new, pages - {*RESERVED})


def resolved(moved: tuple[Moved, ...], keys: Collection[str]) -> Map[str, str]:
    """Key of the page of now by old key. The lines have been checked."""
    ways = {line.old: line.new for line in moved}
    pages = {_plain(key): key for key in keys}
    return {old: pages[_way(old, ways)[-1]] for old in ways}


def _way(key: str, ways: Map[str, str]) -> list[str]:
    """Where a key leads, step by step; a loop ends where it began."""
    way = [key]
    while way[-1] in ways and ways[way[-1]] not in way:
        way.append(ways[way[-1]])
    return way


def _is_key(word: str) -> bool:
    return _KEY.fullmatch(word) is not None


def _plain(key: str) -> str:
    return key.removesuffix("/index")
