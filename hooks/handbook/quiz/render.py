"""The quiz as a complete HTML form: read, answered and explained without any JavaScript."""

from __future__ import annotations

import html
from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.facts import Fact
from handbook.quiz.item_type import ItemType
from handbook.quiz.markup import inline, verdict
from handbook.quiz.model import Item, Quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.strings import Strings


@dataclass(frozen=True)
class FormContext:
    """What a form needs from around it.

    `locale`: language of the texts. `data`: address of the compiled quiz. `link`: from `page#heading`
    to (address, title), addresses relative to the page that holds the form; `foreign`: to the language
    of that title where it is not the form's.
    """

    locale: str
    words: Strings
    facts: Map[str, Fact]
    data: str
    link: Callable[[str], tuple[str, str]]
    foreign: Callable[[str], str] = lambda _: ""


def quiz_form(quiz: Quiz, context: FormContext) -> str:
    """The form of one quiz in one language."""
    asked = quiz.asked_in(context.locale)
    items = "".join(_item(item, number, context) for number, item in enumerate(asked, start=1))
    kinds = " ".join(sorted({item.type for item in asked}))
    sure = " data-ask-sure" if quiz.ask_sure else ""
    return (
        f'<form class="quiz" lang="{context.locale}" data-quiz="{html.escape(context.data)}" '
        f'data-module="{quiz.module}" data-types="{kinds}"{sure} '
        f'data-worksheet="{html.escape(context.words["worksheet"])}" autocomplete="off">'
        f'<ol class="items">{items}</ol></form>'
    )


def _item(item: Item, number: int, context: FormContext) -> str:
    item_type = ITEM_TYPES[item.type]
    words = context.words

    def html_of(text: str) -> str:
        return inline(text, context.locale, context.facts)

    scene = item.text(context.locale, "scene")
    hint = item.text(context.locale, "hint")
    star = f' <span class="must-pass">{words["must-pass"]}</span>' if item.must_pass else ""
    legend = html_of(item_type.legend(item, context.locale, words))
    return (
        f'<li class="item" id="q-{item.id}" data-item="{item.id}" data-type="{item.type}">'
        f'<p class="item-number"><span>{words.fill("item-number", number=number)}</span>{star}</p>'
        + (f'<p class="scene">{html_of(scene)}</p>' if scene else "")
        + f"<fieldset><legend>{legend}</legend>"
        f"{item_type.controls(item, context.locale, words, html_of)}</fieldset>"
        + (f"<details class=hint><summary>{words['hint']}</summary><p>{html_of(hint)}</p></details>"
           if hint else "")
        + _reasons(item, item_type, context, html_of)
        + "</li>"
    )  # fmt: skip


def _reasons(
    item: Item, item_type: ItemType, context: FormContext, html_of: Callable[[str], str]
) -> str:
    words = context.words
    rows = []
    for reason in item_type.reasons(item, context.locale, words):
        kind = "right" if reason.right else "wrong"
        rows.append(
            f'<li class="reason {kind}" data-reason="{reason.option}">'
            f"<strong><span>{verdict(words, reason)}</span> {html_of(reason.text)}</strong> "
            f"{html_of(reason.feedback)}</li>"
        )
    more = item.text(context.locale, "more")
    again = f'<p class="more">{html_of(more)}</p>' if more else ""
    if item.see:
        address, title = context.link(item.see)
        locale = context.foreign(item.see)
        foreign = f' lang="{locale}"' if locale else ""
        link = f'<a href="{html.escape(address)}"{foreign}>{html_of(title)}</a>'
        again += f'<p class="see">{words["read-again"]} {link}</p>'
    return (
        f'<details class="reasons"><summary>{words["show-reasons"]}</summary>'
        f"<ul>{''.join(rows)}</ul>{again}</details>"
    )
