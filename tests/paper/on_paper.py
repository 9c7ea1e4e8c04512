"""Quizzes on paper, as somebody with a pen reads them."""

from __future__ import annotations

import html
import re

from browser.course import BOOK, QUIZZES
from handbook.paper.context import PaperContext
from handbook.quiz.model import Item, Quiz
from handbook.quiz.registry import ITEM_TYPES

_SIGN = re.compile(r"[✓✗◐⚠■→☐]")


def context(locale: str = "en") -> PaperContext:
    """What paper of the project's own book knows."""
    return PaperContext(locale, BOOK.strings[locale], BOOK.facts, lambda see: (f"#{see}", f"to {see}"))


def plain(text: str) -> str:
    """HTML as it is read, one space between words."""
    inline = re.sub(r"</?(?:b|a|span|strong)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inline)).split())


def lines(text: str, kind: str = "li") -> list[str]:
    """The texts of the elements of a kind, in order."""
    return [plain(inner) for inner in re.findall(rf"<{kind}\b[^>]*>(.*?)</{kind}>", text, re.DOTALL)]


def items_of(kind: str) -> list[tuple[Quiz, Item]]:
    """Every item of a type in the project's quizzes."""
    return [(quiz, item) for quiz in QUIZZES for item in quiz.asked if item.type == kind]


def signs_in(text: str) -> list[str]:
    """Signs that the font of the paper does not have."""
    return _SIGN.findall(text)


KINDS = sorted(ITEM_TYPES)
