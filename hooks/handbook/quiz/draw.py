"""Which items of a pool are asked, and in which order: the same on paper as on a phone.

The draw is that of overrides/assets/js/quiz/draw.js, the order of the options that of `mix` in form.js.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.quiz.model import Item, Quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.shuffle import shuffle

_LEAST_JUDGED = 4
"""Fewer judged messages cannot be shared out fairly between genuine and fake."""


@dataclass(frozen=True)
class Order:
    """What a seed makes of a quiz: ids of the items it asks, and of their options where they move."""

    seed: str
    items: tuple[str, ...]
    options: Map[str, tuple[str, ...]]


def order_of(quiz: Quiz, locale: str, seed: str) -> Order:
    """The draw of a quiz in one language, in the order in which a phone shows it."""
    pool = quiz.asked_in(locale)
    drawn = draw(pool, quiz.draw or len(pool), seed)
    moved = [item for item in pool if ITEM_TYPES[item.type].shuffles and not item.keep_order]
    options = {item.id: tuple(shuffle(f"{seed}/{item.id}", item.ids("options"))) for item in moved}
    return Order(seed, drawn, {id_: options[id_] for id_ in drawn if id_ in options})


def draw(items: Sequence[Item], count: int, seed: str) -> tuple[str, ...]:
    """Ids of `count` items in the order of the pool.

    Every must-pass item is among them, and as large a share of judged messages, and of genuine ones
    among these, as the pool has.
    """
    ids = [item.id for item in items]
    if count >= len(items):
        return tuple(ids)
    place = {id_: number for number, id_ in enumerate(shuffle(seed, ids))}

    def first(some: Iterable[Item], number: int) -> list[Item]:
        """The first ones by lot, and every must-pass item."""
        lots = sorted(some, key=lambda item: (not item.must_pass, place[item.id]))
        return lots[: max(number, sum(item.must_pass for item in lots))]

    genuine = [item for item in items if item.genuine is True]
    fake = [item for item in items if item.genuine is False]
    other = [item for item in items if item.genuine is None]
    judged = len(genuine) + len(fake)
    room = count - sum(item.must_pass for item in other)
    least = max(0, min(_LEAST_JUDGED, judged, room))
    wanted = max(least, _round(count * (judged / len(items))))
    wanted_genuine = _round(wanted * (len(genuine) / judged if judged else 0))
    shares = ((genuine, wanted_genuine), (fake, wanted - wanted_genuine), (other, count - wanted))
    drawn = [item for group, number in shares for item in first(group, number)]
    kept = {item.id for item in first(drawn, count)}
    return tuple(id_ for id_ in ids if id_ in kept)


def _round(number: float) -> int:
    """As Math.round does: a half goes up."""
    return math.floor(number + 0.5)
