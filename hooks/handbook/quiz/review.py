"""Items outside their module's quiz: those that come back after days, and the booster after two weeks.

Items of several modules stand on one page there. Each bears its module's name before its own, joined by
two hyphens, which no slug holds: `scams--fake-call`. A record still names it `scams/fake-call`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from handbook.problem import Place
from handbook.quiz.model import Item, Quiz

BOOSTER = "booster"
"""The quiz of the items that are kept for later, and the page that shows it."""
JOINT = "--"
"""Between the module and the item in an address."""
_DRAW = 5


def review_item(item: Item, module: str) -> Item:
    """The item as it stands among those of other modules. `see` becomes `module/page#heading`.

    Nothing is passed or failed there, so no item must be right.
    """
    see = f"{module}/{item.see}" if item.see else ""
    return replace(item, id=f"{module}{JOINT}{item.id}", see=see, must_pass=False, reserve="")


def module_of(item: Item) -> str:
    """The module from which a review item comes."""
    return item.id.partition(JOINT)[0]


def booster_quiz(quizzes: Iterable[Quiz]) -> Quiz:
    """All reserved items of these quizzes as one, the modules taking turns; it has no pass mark."""
    turns = zip_longest(
        *([review_item(item, quiz.module) for item in quiz.reserved] for quiz in quizzes)
    )
    items = tuple(item for turn in turns for item in turn if item)
    return Quiz(BOOSTER, 0, items, Place("quizzes"), draw=_DRAW)
