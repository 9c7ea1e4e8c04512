"""One best answer out of three or four."""

from __future__ import annotations

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType, check_ids, choices
from handbook.quiz.markup import Inline
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node


class Single(ItemType):
    """`key: b`."""

    name = "single"

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        return reader.slug(node)

    def check(self, item: Item, problems: Problems) -> None:
        check_ids(item, (str(item.key),), ("options",), problems)

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        return choices("radio", item, self.reasons(item, locale, words), words, inline)

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        return [
            Reason(id_, text, item.text(locale, "feedback", id_), id_ == item.key)
            for id_, text in item.branch(locale, "options").items()
        ]


TYPE = Single()
