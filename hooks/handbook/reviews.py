"""Which facts somebody has to look at again, and which contacts nobody has tried yet."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.dates import days_until
from handbook.facts import Fact
from handbook.problem import Problem

SOON = 60
"""Days before its date from which a review is asked for."""


def untested(facts: Iterable[Fact]) -> list[Problem]:
    """A notice for each contact that nobody has tried, in the order of the file."""
    return [
        Problem(fact.tested_place, "contact-untested", {"id": fact.id, "link": _way(fact)}, "notice")
        for fact in facts
        if fact.kind == "contact" and not fact.tested
    ]


def past(facts: Iterable[Fact], today: str) -> list[Problem]:
    """A notice for each fact whose day of review is over, the oldest first. `today`: YYYY-MM-DD."""
    due = _by_date(facts, today)
    return [_review("review-past", fact) for days, fact in due if days < 0]


def soon(facts: Iterable[Fact], today: str) -> list[Problem]:
    """A notice for each fact to be looked at within SOON days, the next one first."""
    due = _by_date(facts, today)
    return [_review("review-soon", fact) for days, fact in due if 0 <= days <= SOON]


def _by_date(facts: Iterable[Fact], today: str) -> list[tuple[int, Fact]]:
    dated = [(days_until(fact.review_by, today), fact) for fact in facts if fact.review_by]
    return sorted(dated, key=lambda pair: (pair[0], pair[1].place))


def _review(code: str, fact: Fact) -> Problem:
    source = next((source.url for source in fact.sources if source.url), "")
    values = {"id": fact.id, "date": fact.review_by, "source": source or "sources:"}
    return Problem(fact.review_place, code, values, "notice")


def _way(fact: Fact) -> str:
    return fact.link or next(iter(fact.value.values()), "")
