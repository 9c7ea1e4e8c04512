"""The key of a quiz: a strip to correct by, then every option explained."""

from __future__ import annotations

import html
import math

from handbook.paper.context import PaperContext
from handbook.paper.form import Row
from handbook.paper.question import Question, questions_of
from handbook.paper.sheet import FORMS, heading
from handbook.quiz.draw import Order
from handbook.quiz.model import Quiz


def quiz_key(
    quiz: Quiz, context: PaperContext, order: Order | None = None, *, whole: bool = False
) -> str:
    """The key of the same questions as `quiz_sheet` asks, with the same letters, as HTML.

    `whole`: with the scene or story of each question, for who has no sheet beside the key.
    """
    questions = questions_of(quiz, context, order)
    strip = "".join(
        f"<li><b>{question.number}</b> {FORMS[question.item.type].short(question)}</li>"
        for question in questions
    )
    explained = "".join(_explained(question, whole=whole) for question in questions)
    return (
        f'<div class="key" lang="{context.locale}"><ol class="key-strip">{strip}</ol>'
        f'<p class="key-rule">{_rule(quiz, context, questions)}</p>{explained}</div>'
    )


def _rule(quiz: Quiz, context: PaperContext, questions: list[Question]) -> str:
    """How many right answers it takes; a phone also counts what is partly right."""
    needed = math.ceil(len(questions) * quiz.pass_mark / 100)
    told = [context.words.fill("key-pass", n=needed, of=len(questions))]
    musts = [str(question.number) for question in questions if question.item.must_pass]
    if musts:
        told.append(context.words.fill("key-must", numbers=", ".join(musts)))
    return " ".join(told)


def _explained(question: Question, *, whole: bool) -> str:
    words, form = question.context.words, FORMS[question.item.type]
    more = question.text("more")
    return (
        f'<section class="key-item" id="key-{question.item.id}">{heading(question)}'
        f"{_told(question) if whole else ''}"
        f'<p class="key-stem">{form.stem(question)}</p>'
        f'<p class="key-answer">{words.fill("key-right", text=form.answer(question))}</p>'
        f'<ul class="key-reasons">{"".join(map(_row, form.rows(question)))}</ul>'
        + (f'<p class="key-more">{more}</p>' if more else "")
        + _see(question)
        + "</section>"
    )


def _told(question: Question) -> str:
    """What a question is about: its scene, and a story step by step."""
    scene = question.text("scene")
    sender = question.text("sender")
    story = FORMS[question.item.type].body(question) if question.item.type == "scenario" else ""
    return "".join(f'<p class="sheet-scene">{said}</p>' for said in (scene, sender) if said) + story


def _row(row: Row) -> str:
    mark = f'<span class="key-mark">{row.mark}</span> ' if row.mark else ""
    verdict = f"{row.verdict} " if row.verdict else ""
    kind = ' class="key-yes"' if row.right else ""
    return f"<li{kind}>{mark}<b>{verdict}{row.text}</b> {row.feedback}</li>"


def _see(question: Question) -> str:
    """What to read again: a plain link, to which the chapter adds its page or address."""
    if not question.item.see:
        return ""
    address, title = question.context.link(question.item.see)
    link = f'<a href="{html.escape(address)}">{question.context.html(title)}</a>'
    return f'<p class="key-see">{question.context.words["read-again"]} {link}</p>'
