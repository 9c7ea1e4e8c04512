"""A story with choices as a graph: where it leads, what a way through it earns."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field

Way = tuple[str, ...]
"""The choice made at each step, from the first step on."""


@dataclass(frozen=True)
class Choice:
    """Where a choice leads, and its points."""

    goto: str
    score: int


@dataclass
class Story:
    """`steps`: the choices of each step in the order of the file, the first step first; an end has none.

    Every `goto` names a step. `best` and `way` also need a story without a circle.
    """

    steps: Map[str, Map[str, Choice]]
    _best: dict[str, tuple[int, tuple[Way, ...]]] = field(default_factory=dict)

    @property
    def first(self) -> str:
        """The step at which the story begins."""
        return next(iter(self.steps))

    def reached(self) -> set[str]:
        """The steps to which a way leads."""
        found, waiting = {self.first}, [self.first]
        while waiting:
            for choice in self.steps[waiting.pop()].values():
                if choice.goto not in found:
                    found.add(choice.goto)
                    waiting.append(choice.goto)
        return found

    def turns(self) -> list[tuple[str, str]]:
        """The choices, as (step, choice), that lead back to a step on their own way."""
        found: list[tuple[str, str]] = []
        done: set[str] = set()

        def visit(step: str, way: Way) -> None:
            for id_, choice in self.steps[step].items():
                if choice.goto in (*way, step):
                    found.append((step, id_))
                elif choice.goto not in done:
                    visit(choice.goto, (*way, step))
            done.add(step)

        visit(self.first, ())
        return found

    def best(self, step: str) -> tuple[int, tuple[Way, ...]]:
        """The most points from a step to an end, and the ways that earn them (no more than two)."""
        if not self.steps[step]:
            return 0, ((),)
        if step not in self._best:
            rated = {id_: self.worth(choice) for id_, choice in self.steps[step].items()}
            most = max(rated.values())
            ways = [
                (id_, *rest)
                for id_, choice in self.steps[step].items()
                if rated[id_] == most
                for rest in self.best(choice.goto)[1]
            ]
            self._best[step] = most, tuple(ways[:2])
        return self._best[step]

    def worth(self, choice: Choice) -> int:
        """The points of a choice with the best that can follow it."""
        return choice.score + self.best(choice.goto)[0]

    def points(self, way: Way) -> int | None:
        """What a way earns; None when it does not lead from the first step exactly to an end."""
        step, points = self.first, 0
        for id_ in way:
            choice = self.steps[step].get(id_)
            if choice is None:
                return None
            step, points = choice.goto, points + choice.score
        return None if self.steps[step] else points
