"""Options to mark: one of them, several, true or false, the suspicious lines of a message."""

from __future__ import annotations

from string import ascii_uppercase

from handbook.paper.form import PaperForm, box, lettered
from handbook.paper.question import Question


class OneChoice(PaperForm):
    """Circles of which one is marked."""

    kind = "one"

    def body(self, question: Question) -> str:
        return lettered(
            ((question.letter(id_), question.option(id_)) for id_ in question.options), self.kind
        )

    def keys(self, question: Question) -> list[str]:
        """The right options in the order of their letters."""
        key = question.item.key
        return [id_ for id_ in question.options if id_ in ((key,) if isinstance(key, str) else key)]

    def short(self, question: Question) -> str:
        return ", ".join(question.letter(id_) for id_ in self.keys(question))

    def answer(self, question: Question) -> str:
        return "; ".join(
            f"<b>{question.letter(id_)}</b> {question.option(id_)}" for id_ in self.keys(question)
        )

    def mark(self, question: Question, option: str) -> str:
        return question.letter(option)


class SeveralChoices(OneChoice):
    """Squares, each of which may be marked."""

    how = "sheet-several"
    kind = "many"


class Statement(PaperForm):
    """A statement with a box for each judgement."""

    def body(self, question: Question) -> str:
        words = question.context.words
        rows = "".join(
            f"<li>{box()} {words[answer]}</li>" for answer in ("true", "false", *question.options)
        )
        return f'<ul class="sheet-options sheet-boxes">{rows}</ul>'

    def short(self, question: Question) -> str:
        return question.context.words[str(question.item.key)]

    def answer(self, question: Question) -> str:
        return self.short(question)

    def mark(self, question: Question, option: str) -> str:
        return ""


class Message(PaperForm):
    """A message in a drawn phone, each row with its letter; the last letter: nothing suspicious."""

    how = "sheet-clues"

    def body(self, question: Question) -> str:
        words, parts = question.context.words, question.item.ids("parts")
        sender = question.text("sender")
        rows = [(self.mark(question, part), question.text("parts", part)) for part in parts]
        return (
            f'<div class="sheet-phone"><p class="sheet-band">{words["example"]}</p>'
            + (f'<p class="sheet-sender">{sender}</p>' if sender else "")
            + lettered(rows, "many")
            + "</div>"
            + lettered([(_nothing(question), words["nothing-suspicious"])], "many")
        )

    def short(self, question: Question) -> str:
        marks = (
            self.mark(question, part) for part in question.item.ids("parts") if part in question.item.key
        )
        return ", ".join(marks) or _nothing(question)

    def answer(self, question: Question) -> str:
        parts = [part for part in question.item.ids("parts") if part in question.item.key]
        if not parts:
            return f"<b>{_nothing(question)}</b> {question.context.words['nothing-suspicious']}"
        return "; ".join(
            f"<b>{self.mark(question, part)}</b> {question.text('parts', part)}" for part in parts
        )

    def mark(self, question: Question, option: str) -> str:
        return ascii_uppercase[question.item.ids("parts").index(option)]


def _nothing(question: Question) -> str:
    return ascii_uppercase[len(question.item.ids("parts"))]
