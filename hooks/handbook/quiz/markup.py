"""Small pieces of HTML that several item types share."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Map

from handbook.facts import Fact
from handbook.quiz.model import Reason
from handbook.strings import Strings

FACT = re.compile(r"\{\{ *fact +([^\s}]+) *\}\}")
Inline = Callable[[str], str]
"""Turns an author's text into safe HTML."""

_TAG = re.compile(r"<[^>]+>")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def inline(text: str, locale: str, facts: Map[str, Fact]) -> str:
    """An author's text as HTML: escaped, with `**bold**` and `{{ fact ID }}`. Unknown facts vanish."""

    def value(match: re.Match[str]) -> str:
        fact = facts.get(match[1])
        return fact.html(locale) if fact else ""

    escaped = html.escape(text, quote=False)
    return FACT.sub(value, _BOLD.sub(r"<strong>\1</strong>", escaped))


def plain(markup: str) -> str:
    """Markup without its tags, for places that hold only text (an <option>)."""
    return _TAG.sub("", markup)


def choice(kind: str, item: str, option: str, text: str, why: str) -> str:
    """A radio button or checkbox with its text; the whole row is the label.

    `why` follows, to be shown by the stylesheet alone when the option is chosen and no script runs.
    """
    return (
        f'<label class="option" data-option="{option}">'
        f'<input type="{kind}" name="{item}" value="{option}"> <span>{text}</span></label>'
        f'<p class="why">{why}</p>'
    )


def why(words: Strings, reason: Reason, inline_of: Inline) -> str:
    """Verdict and feedback of an option, in one line."""
    return f"<strong>{verdict(words, reason)}</strong> {inline_of(reason.feedback)}"


def verdict(words: Strings, reason: Reason) -> str:
    """Whether an option is right, in words and signs."""
    usual = words["right-option"] if reason.right else words["wrong-option"]
    return reason.verdict or usual


def select(name: str, label: str, empty: str, options: Iterable[tuple[str, str]]) -> str:
    """A select with an accessible name; `options` are (value, text)."""
    rows = "".join(f'<option value="{value}">{text}</option>' for value, text in options)
    return (
        f'<select name="{name}" aria-label="{html.escape(label)}">'
        f'<option value="">{empty}</option>{rows}</select>'
    )
