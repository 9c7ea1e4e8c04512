"""What paper must know of an item type: how it is answered with a pen, and its key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from handbook.paper.context import without_signs
from handbook.paper.question import Question
from handbook.quiz.markup import verdict
from handbook.quiz.model import Reason
from handbook.quiz.registry import ITEM_TYPES


@dataclass(frozen=True)
class Row:
    """One line of the explanation. `mark`: the letter or number on the sheet. Texts are HTML."""

    mark: str
    text: str
    verdict: str
    feedback: str
    right: bool


class PaperForm:
    """Base of the forms. `how`: name of the words that say how to answer, or empty."""

    how: ClassVar[str] = ""
    judged: ClassVar[bool] = True
    """Whether each line of the explanation is right or wrong by itself."""

    def stem(self, question: Question) -> str:
        """The question as HTML."""
        context = question.context
        item_type = ITEM_TYPES[question.item.type]
        return context.html(item_type.legend(question.item, context.locale, context.words))

    def body(self, question: Question) -> str:
        """Where to answer with a pen."""
        raise NotImplementedError

    def short(self, question: Question) -> str:
        """The key in a few letters, for the strip."""
        raise NotImplementedError

    def answer(self, question: Question) -> str:
        """The right answer in words, as HTML."""
        raise NotImplementedError

    def mark(self, question: Question, option: str) -> str:
        """What stands on the sheet before an option (named as in `Reason.option`)."""
        raise NotImplementedError

    def told(self, question: Question, reason: Reason) -> str:
        """An option as its explanation names it, as HTML."""
        return question.context.html(reason.text)

    def rows(self, question: Question) -> list[Row]:
        """Every option explained, in the order of the sheet."""
        context, item = question.context, question.item
        reasons = ITEM_TYPES[item.type].reasons(item, context.locale, context.words)
        places = {id_: place for place, id_ in enumerate(question.options)}
        if set(places) == {reason.option for reason in reasons} and self.judged:
            reasons.sort(key=lambda reason: places[reason.option])
        return [
            Row(
                self.mark(question, reason.option),
                self.told(question, reason),
                without_signs(verdict(context.words, reason)) if self.judged else "",
                context.html(reason.feedback),
                reason.right and self.judged,
            )
            for reason in reasons
        ]


def lettered(rows: Iterable[tuple[str, str]], kind: str) -> str:
    """Options to mark, each with its letter; `kind` is `one` (circles) or `many` (squares)."""
    lines = "".join(
        f'<li><span class="sheet-letter">{letter}</span> {text}</li>' for letter, text in rows
    )
    return f'<ol class="sheet-options sheet-{kind}">{lines}</ol>'


def box(kind: str = "") -> str:
    """A box to write in or to tick, drawn by the style."""
    return f'<span class="sheet-box{" " + kind if kind else ""}"></span>'


LINE = '<span class="sheet-line"></span>'
"""A line to write on, drawn by the style."""
