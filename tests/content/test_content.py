"""What this book says, checked by its own rules."""

from __future__ import annotations

from collections import Counter

import pytest

from handbook.book import load_book
from handbook.problem import Level, Problem, Problems
from small_book import PROJECT

NOTICES = {"long-page": 12, "long-sentence": 12, "long-paragraph": 3, "long-list": 3}
"""How many of them the book allows itself: advice to follow at the next occasion."""


@pytest.fixture(scope="module")
def found() -> list[Problem]:
    problems = Problems()
    load_book(PROJECT, problems)
    return problems.found


@pytest.mark.parametrize("level", ["error", "warning"])
def test_the_book_follows_its_own_rules(found: list[Problem], level: Level) -> None:
    assert [problem.text() for problem in found if problem.level == level] == []


def test_the_notices_of_the_book_stay_few(found: list[Problem]) -> None:
    count = Counter(problem.code for problem in found if problem.level == "notice")
    assert {code: number for code, number in count.items() if number > NOTICES.get(code, 0)} == {}
