"""Items answered with one judgement, to which an honest "not sure, I would check" may be added."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import ClassVar

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType, choices
from handbook.quiz.markup import Inline
from handbook.quiz.model import Item, Reason
from handbook.strings import Strings

NOT_SURE = "not-sure"
"""The part of a language block that adds the answer and holds its feedback; also the answer's id."""


class Judgement(ItemType):
    """Base of the types with one radio button to choose.

    Whoever doubts and checks has not been fooled: as the key this answer is worth all, else half.
    """

    optional: ClassVar[Map[str, int]] = {**ItemType.optional, NOT_SURE: 0}
    reserved = (NOT_SURE,)

    def answers(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        """The answers that the item itself has."""
        raise NotImplementedError

    def check(self, item: Item, problems: Problems) -> None:
        """Report a key that names the answer while no language has it."""
        # Asked of the places: a text that is written and cannot be used was told already.
        if item.key == NOT_SURE and all(path[-1] != NOT_SURE for path in item.places):
            problems.add(item.where("key"), "not-sure-without-text")

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        """The answers to tap, "not sure" behind the others."""
        return choices("radio", item, self.reasons(item, locale, words), words, inline)

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        """The answers with their feedback, "not sure" behind the others."""
        found = self.answers(item, locale, words)
        if feedback := item.text(locale, NOT_SURE):
            right = item.key == NOT_SURE
            told = "" if right else words["partly-option"]
            found.append(Reason(NOT_SURE, words[NOT_SURE], feedback, right, told))
        return found
