"""A mistake in the content: where it is, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from handbook.messages import phrase

Level = Literal["error", "warning", "notice"]
About = Literal["form", "wording"]
"""A mistake of form leaves nothing to show; one of wording can be seen in a preview all the same."""


class Place(NamedTuple):
    """A point in a source file: `path` relative to the project, `line` and `column` from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One finding. `code` names the phrase in `messages/<language>.yml`, `values` fill its gaps."""

    place: Place
    code: str
    values: dict[str, str] = field(default_factory=dict)
    level: Level = "error"
    about: About = "form"

    def sentence(self, say: str = "en") -> str:
        """What is wrong and what to do, in the language `say` (vi, fr or en)."""
        return phrase(self.code, say).format_map(self.values)

    def text(self, say: str = "en") -> str:
        """`file:line:column: what is wrong — what to do`."""
        return f"{self.place}: {self.sentence(say)}"


class Problems:
    """Collects findings, so that all of them are shown in one run."""

    def __init__(self) -> None:
        self.found: list[Problem] = []
        self.about: About = "form"

    def add(self, place: Place, code: str, level: Level = "error", **values: object) -> None:
        """Note one finding; `values` fill the gaps of the phrase."""
        texts = {name: str(value) for name, value in values.items()}
        self.found.append(Problem(place, code, texts, level, self.about))

    def errors(self) -> list[Problem]:
        """The findings that stop a build, in the order of files and lines."""
        return in_order(problem for problem in self.found if problem.level == "error")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort findings by file, line and column; a finding reported twice is kept once."""
    unique = {(p.place, p.code, tuple(sorted(p.values.items()))): p for p in problems}
    return [unique[key] for key in sorted(unique)]
