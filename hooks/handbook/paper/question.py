"""The questions of a sheet: which are asked, their numbers, the letters of their options."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from handbook.paper.context import PaperContext
from handbook.quiz.draw import Order
from handbook.quiz.judgement import NOT_SURE
from handbook.quiz.model import Item, Quiz


@dataclass(frozen=True)
class Question:
    """One item on paper. `options`: ids in the order of their letters, "not sure" last."""

    item: Item
    number: int
    options: tuple[str, ...]
    context: PaperContext

    def text(self, *path: str) -> str:
        """A text of the item as HTML."""
        return self.context.html(self.item.text(self.context.locale, *path))

    def option(self, id_: str) -> str:
        """The text of an option as HTML."""
        return self.context.words[NOT_SURE] if id_ == NOT_SURE else self.text("options", id_)

    def letter(self, id_: str) -> str:
        """The letter of an option, by its place."""
        return ascii_uppercase[self.options.index(id_)]


def questions_of(quiz: Quiz, context: PaperContext, order: Order | None = None) -> list[Question]:
    """The questions that a sheet asks; without an order all of them, as the file has them."""
    asked = quiz.asked_in(context.locale)
    items = {item.id: item for item in asked}
    moved = order.options if order else {}

    def options(item: Item) -> tuple[str, ...]:
        doubt = (NOT_SURE,) if item.text(context.locale, NOT_SURE) else ()
        return (*moved.get(item.id, item.ids("options")), *doubt)

    return [
        Question(items[id_], number, options(items[id_]), context)
        for number, id_ in enumerate(order.items if order else items, start=1)
    ]
