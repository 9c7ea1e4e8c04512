"""One best answer out of three or four."""

from __future__ import annotations

from handbook.problem import Problems
from handbook.quiz.item_type import check_ids
from handbook.quiz.judgement import NOT_SURE, Judgement
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node


class Single(Judgement):
    """`key: b`, or `key: not-sure` where nobody can know."""

    name = "single"
    shuffles = True

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        return reader.slug(node)

    def check(self, item: Item, problems: Problems) -> None:
        super().check(item, problems)
        if item.key != NOT_SURE:
            more = (NOT_SURE,) if item.texts[next(iter(item.texts))].get(NOT_SURE) else ()
            check_ids(item, (str(item.key),), ("options",), problems, more)

    def answers(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        return [
            Reason(id_, text, item.text(locale, "feedback", id_), id_ == item.key)
            for id_, text in item.branch(locale, "options").items()
        ]


TYPE = Single()
