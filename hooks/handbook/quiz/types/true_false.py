"""A statement to be judged true or false."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import ClassVar

from handbook.problem import Problems
from handbook.quiz.judgement import NOT_SURE, Judgement
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node

_ANSWERS = ("true", "false")


class TrueFalse(Judgement):
    """`key: true`; the answers are words of the page, so only the feedback is written."""

    name = "true-false"
    shape: ClassVar[Map[str, int]] = {"stem": 0, "feedback": 1}
    mirror = ""

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        return reader.choice(node, (*_ANSWERS, NOT_SURE))

    def check(self, item: Item, problems: Problems) -> None:
        super().check(item, problems)
        locale, tree = next(iter(item.texts.items()))
        if "feedback" not in tree:
            return
        place = item.where(locale, "feedback")
        written = item.ids("feedback")
        for answer in _ANSWERS:
            if answer not in written and (locale, "feedback", answer) not in item.places:
                problems.add(place, "missing-key", key=answer)
        for answer in written:
            if answer not in _ANSWERS:
                place = item.where(locale, "feedback", answer)
                Reader(problems).unknown(place, "unknown-key", answer, _ANSWERS)

    def legend(self, item: Item, locale: str, words: Strings) -> str:
        return words.fill("true-or-false", stem=item.text(locale, "stem"))

    def answers(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        return [
            Reason(answer, words[answer], item.text(locale, "feedback", answer), answer == item.key)
            for answer in _ANSWERS
        ]


TYPE = TrueFalse()
