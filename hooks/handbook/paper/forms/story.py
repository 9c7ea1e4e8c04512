"""A story with choices: numbered steps, each choice with the number at which it goes on."""

from __future__ import annotations

from string import ascii_uppercase

from handbook.paper.context import without_signs
from handbook.paper.form import PaperForm
from handbook.paper.question import Question
from handbook.quiz.model import Reason
from handbook.quiz.story import Choice
from handbook.quiz.story_check import steps_of


class Tale(PaperForm):
    """Begin at 1, mark a choice, go to its number."""

    how = "story-how"

    def body(self, question: Question) -> str:
        steps = steps_of(question.item)
        numbers = {step: number for number, step in enumerate(steps, start=1)}
        words = question.context.words

        def row(step: str, id_: str, made: Choice) -> str:
            letter = self.mark(question, f"{step}.{id_}")[-1]
            go = without_signs(words.fill("go-to", number=numbers[made.goto]))
            text = question.text("choices", step, id_)
            mark = f'<span class="sheet-letter">{letter}</span>'
            return f'<li>{mark} {text} <span class="sheet-go">{go}</span></li>'

        def block(step: str, choices: dict[str, Choice]) -> str:
            rows = "".join(row(step, id_, made) for id_, made in choices.items())
            end = without_signs(words["story-end"])
            inner = f'<ol class="sheet-options sheet-one">{rows}</ol>' if rows else f" <b>{end}</b>"
            text = question.text("steps", step)
            return f'<li><b class="sheet-step">{numbers[step]}</b> {text}{inner}</li>'

        blocks = "".join(block(step, choices) for step, choices in steps.items())
        return f'<ol class="sheet-story">{blocks}</ol>'

    def short(self, question: Question) -> str:
        return " ".join(self.mark(question, made) for made in _way(question))

    def answer(self, question: Question) -> str:
        return "; ".join(
            f"<b>{self.mark(question, made)}</b> {question.text('choices', *made.split('.'))}"
            for made in _way(question)
        )

    def mark(self, question: Question, option: str) -> str:
        steps = steps_of(question.item)
        step, _, id_ = option.partition(".")
        return f"{list(steps).index(step) + 1}{ascii_uppercase[list(steps[step]).index(id_)]}"

    def told(self, question: Question, reason: Reason) -> str:
        return question.text("choices", *reason.option.split("."))


def _way(question: Question) -> list[str]:
    """The choices of the best way, named `step.choice`."""
    steps = steps_of(question.item)
    step, way = next(iter(steps)), []
    for id_ in question.item.key:
        way.append(f"{step}.{id_}")
        step = steps[step][id_].goto
    return way
