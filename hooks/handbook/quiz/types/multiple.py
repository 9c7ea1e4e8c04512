"""Several right answers; each wrong tick takes one right tick away."""

from __future__ import annotations

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType, check_ids, choices, read_ids
from handbook.quiz.markup import Inline
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node


class Multiple(ItemType):
    """`key: [a, c]`."""

    name = "multiple"
    shuffles = True

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        return read_ids(node, reader)

    def check(self, item: Item, problems: Problems) -> None:
        key = tuple(item.key)
        check_ids(item, key, ("options",), problems)
        for index, option in enumerate(key):
            if option in key[:index]:
                problems.add(item.where("key"), "key-twice", word=option)

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        return choices("checkbox", item, self.reasons(item, locale, words), words, inline)

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        return [
            Reason(id_, text, item.text(locale, "feedback", id_), id_ in item.key)
            for id_, text in item.branch(locale, "options").items()
        ]


TYPE = Multiple()
