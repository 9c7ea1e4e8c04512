"""What a live preview remembers of the rules: a page that did not change is not judged again."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from handbook.facts import Fact
from handbook.pages.page import Page
from handbook.problem import Problem, Problems


@dataclass
class RuleMemory:
    """The findings on each page by its path, with all that they depend on."""

    known: dict[str, tuple[object, list[Problem]]] = field(default_factory=dict)
    facts: Map[str, Fact] = field(default_factory=dict)

    def open(self, facts: Map[str, Fact]) -> None:
        """Begin a check. Rules compare pages with the facts, so other facts make everything new."""
        if facts != self.facts:
            self.known.clear()
        self.facts = facts

    def judge(
        self, page: Page, original: Page | None, rules: Callable[[Problems], None]
    ) -> list[Problem]:
        """The findings of `rules` on a page, which may depend on its source `original` too."""
        written = (_written(page), original and _written(original))
        known = self.known.get(page.path)
        if known is None or known[0] != written:
            problems = Problems()
            rules(problems)
            known = (written, problems.found)
            self.known[page.path] = known
        return known[1]


def _written(page: Page) -> tuple[object, ...]:
    """All that an editor can change in a page, without its places."""
    head = (page.title, page.description, page.updated, page.sources, page.translation)
    return (*head, page.first_line, page.body)
