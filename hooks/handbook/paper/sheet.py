"""A quiz to be answered with a pen: every question, nothing that gives the key away."""

from __future__ import annotations

from collections.abc import Mapping as Map

from handbook.paper.context import PaperContext
from handbook.paper.form import LINE, PaperForm
from handbook.paper.forms.choices import Message, OneChoice, SeveralChoices, Statement
from handbook.paper.forms.lists import Gaps, Pairs, Steps
from handbook.paper.forms.story import Tale
from handbook.paper.question import Question, questions_of
from handbook.quiz.draw import Order
from handbook.quiz.model import Quiz

FORMS: Map[str, PaperForm] = {
    "single": OneChoice(),
    "multiple": SeveralChoices(),
    "true-false": Statement(),
    "clues": Message(),
    "ordering": Steps(),
    "matching": Pairs(),
    "cloze": Gaps(),
    "scenario": Tale(),
}
"""How each type of item is answered on paper."""


def quiz_sheet(quiz: Quiz, context: PaperContext, order: Order | None = None) -> str:
    """The questions of a quiz as HTML; without an order all of them, as the file has them."""
    questions = "".join(map(_question, questions_of(quiz, context, order)))
    return f'<div class="sheet" lang="{context.locale}">{questions}</div>'


def _question(question: Question) -> str:
    words, form = question.context.words, FORMS[question.item.type]
    scene, hint = question.text("scene"), question.text("hint")
    how = words.fill(form.how, n=len(question.options)) if form.how else ""
    return (
        f'<section class="sheet-item" id="q-{question.item.id}">{heading(question)}'
        + (f'<p class="sheet-scene">{scene}</p>' if scene else "")
        + f'<p class="sheet-stem">{form.stem(question)}</p>'
        + (f'<p class="sheet-how">{how}</p>' if how else "")
        + form.body(question)
        + f'<p class="sheet-why">{words["sheet-why"]} {LINE}</p>'
        + (f'<p class="sheet-hint">{words.fill("sheet-hint", text=hint)}</p>' if hint else "")
        + "</section>"
    )


def heading(question: Question) -> str:
    """The number of a question, and whether it must be right."""
    words = question.context.words
    must = f' <span class="sheet-must">{words["must-pass"]}</span>' if question.item.must_pass else ""
    return f'<h3 class="sheet-number">{words.fill("item-number", number=question.number)}{must}</h3>'
