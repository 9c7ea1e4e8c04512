"""What was found, in the order in which it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from handbook.changes import Changes
from handbook.messages import phrase
from handbook.problem import Level, Problem, in_order

LEVELS: tuple[Level, ...] = get_args(Level)
"""From what stops a build to what is good to know."""


@dataclass(frozen=True)
class Findings:
    """`changed`: on changed lines, when they are known; `rest`: all others; each by file and line.

    `counts`: how many there are of each level, also of those that are left out for being too mild.
    `say`: the language in which they are told.
    """

    changed: tuple[Problem, ...]
    rest: tuple[Problem, ...]
    counts: Counter[str]
    say: str

    @property
    def all(self) -> tuple[Problem, ...]:
        """What is told, the changed lines first."""
        return (*self.changed, *self.rest)

    @property
    def hidden(self) -> int:
        """How many were left out."""
        return self.counts.total() - len(self.all)

    def summary(self) -> str:
        """How many of each level, in words."""
        return phrase("report-counts", self.say).format_map({each: self.counts[each] for each in LEVELS})


def findings(
    problems: Iterable[Problem], changes: Changes, mildest: tuple[Level, Level], say: str
) -> Findings:
    """The findings in order, those that are too mild only counted.

    `mildest`: the level down to which they are told on changed lines, and elsewhere. What nobody has to
    do anything about, such as a page that is not translated yet, would bury the rest on a terminal.
    """
    found = in_order(problems)
    changed: list[Problem] = []
    rest: list[Problem] = []
    for problem in found:
        group, most = (changed, mildest[0]) if changes.touch(problem.place) else (rest, mildest[1])
        if LEVELS.index(problem.level) <= LEVELS.index(most):
            group.append(problem)
    return Findings(tuple(changed), tuple(rest), Counter(each.level for each in found), say)
