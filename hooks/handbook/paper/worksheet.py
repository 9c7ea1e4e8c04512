"""A worksheet: one draw of a quiz for a class, the same on paper and on a phone, with its key.

The four sheets A, B, C and D of a class ask other questions in another order, so neighbours cannot copy.
"""

from __future__ import annotations

import html
import re

from handbook.paper.context import PaperContext
from handbook.paper.form import LINE
from handbook.paper.key import quiz_key
from handbook.paper.sheet import quiz_sheet
from handbook.quiz.draw import order_of
from handbook.quiz.model import Quiz

LETTERS = "ABCD"
"""The sheets of one class."""
_SEED = re.compile(r"[A-Z][1-9][0-9]{0,2}")


def seed_fragment(seed: str) -> str:
    """What stands behind the `#` of a quiz's address, so that a phone asks what a worksheet asks.

    `seed`: a letter and a number, such as `B7`; anything else is a ValueError.
    """
    if not _SEED.fullmatch(seed):
        raise ValueError(f"the seed of a worksheet is a letter and a number such as B7, not {seed!r}")
    return f"seed={seed}"


def worksheet_title(title: str, context: PaperContext, seed: str) -> str:
    """The name of the document. `title`: of the module."""
    return f"{context.words.fill('worksheet', seed=seed)} – {title}"


def worksheet(quiz: Quiz, context: PaperContext, title: str, seed: str, foot: str = "") -> str:
    """The body of a worksheet as HTML: the questions, then the key on a sheet of its own.

    `title`: of the module. `foot`: of the sheets, as HTML, with the QR code of the quiz's address and
    `seed_fragment`.
    """
    seed_fragment(seed)
    order = order_of(quiz, context.locale, seed)
    words, module = context.words, html.escape(title, quote=False)
    return (
        f'<section class="worksheet">{foot}<h1>{module}</h1>'
        f"<h2>{words.fill('worksheet', seed=seed)}</h2>"
        f'<p class="worksheet-phone">{words["worksheet-phone"]}</p>'
        f"{_fields(context, len(order.items))}{quiz_sheet(quiz, context, order)}</section>"
        f'<section class="worksheet worksheet-key">'
        f"<h2>{module}<br/>{words.fill('worksheet-key', seed=seed)}</h2>"
        f"{quiz_key(quiz, context, order)}</section>"
    )


def _fields(context: PaperContext, asked: int) -> str:
    """Name, date, and room for the number of right answers."""
    words = context.words
    fields = "".join(f"<li>{words[f'worksheet-{name}']} {LINE}</li>" for name in ("name", "day"))
    score = f"<li>{words['worksheet-score']} {LINE} / {asked}</li>"
    return f'<ul class="worksheet-fields">{fields}{score}</ul>'
