"""Two columns whose entries belong together: a list of matches to choose from for each option."""

from __future__ import annotations

import html
from collections.abc import Mapping as Map
from typing import ClassVar

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType
from handbook.quiz.markup import Inline, plain, select
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node


class Matching(ItemType):
    """`key: {a: x, b: y}`: options on the left, matches on the right.

    A match may serve several options, and some matches may serve none.
    """

    name = "matching"
    shape: ClassVar[Map[str, int]] = {"stem": 0, "options": 1, "matches": 1, "feedback": 1}

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        mapping = reader.mapping(node, node.place)
        if mapping is None:
            return None
        read = {option: reader.slug(match) for option, (_, match) in mapping.entries.items()}
        pairs = {option: match for option, match in read.items() if match}
        return pairs if len(pairs) == len(read) else None

    def check(self, item: Item, problems: Problems) -> None:
        reader = Reader(problems)
        key = item.key if isinstance(item.key, dict) else {}
        options, matches = _written(item, "options"), _written(item, "matches")
        if options is not None:
            if len(options) < 2:
                problems.add(item.where(next(iter(item.texts)), "options"), "match-few")
            missing = [option for option in options if option not in key]
            if missing:
                problems.add(item.where("key"), "match-key", options=", ".join(missing))
        for option, match in key.items():
            place = item.where("key", option)
            if options and option not in options:
                reader.unknown(place, "key-no-option", option, options)
            if matches is not None and match not in matches:
                reader.unknown(place, "key-no-match", match, matches)

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        matches = item.branch(locale, "matches")
        texts = [(id_, plain(inline(text))) for id_, text in matches.items()]
        rows = []
        for id_, text in item.branch(locale, "options").items():
            shown = inline(text)
            label = words.fill("goes-with", text=html.unescape(plain(shown)))
            control = select(f"{item.id}.{id_}", label, words["choose"], texts)
            rows.append(f'<li class="option" data-option="{id_}"><span>{shown}</span> {control}</li>')
        return f'<ul class="order pairs">{"".join(rows)}</ul>'

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        key = item.key if isinstance(item.key, dict) else {}
        matches = item.branch(locale, "matches")
        return [
            Reason(
                id_,
                f"{text} → {matches.get(key.get(id_, ''), '')}",
                item.text(locale, "feedback", id_),
                right=True,
            )
            for id_, text in item.branch(locale, "options").items()
        ]


def _written(item: Item, part: str) -> list[str] | None:
    """The ids written under a part, also those whose text cannot be used; None without the part."""
    locale, tree = next(iter(item.texts.items()))
    if not isinstance(tree.get(part), dict):
        return None
    return [path[2] for path in item.places if len(path) == 3 and path[:2] == (locale, part)]


TYPE = Matching()
