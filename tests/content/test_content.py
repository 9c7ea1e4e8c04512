"""What this book says, checked by its own rules."""

from __future__ import annotations

from collections import Counter

import pytest

from handbook.book import Book
from handbook.problem import Level, Problems
from handbook.project import load_book
from small_book import PROJECT

ADVICE = (
    "long-page",
    "long-sentence",
    "long-paragraph",
    "long-list",
    "heading-stop",
    "heading-capitals",
)


@pytest.fixture(scope="module")
def problems() -> Problems:
    return Problems()


@pytest.fixture(scope="module")
def book(problems: Problems) -> Book:
    return load_book(PROJECT, problems)


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("level", ["error", "warning"])
def test_the_book_follows_its_own_rules(problems: Problems, level: Level) -> None:
    assert [problem.text() for problem in problems.found if problem.level == level] == []


def test_the_book_is_given_less_advice_than_it_has_pages(book: Book, problems: Problems) -> None:
    count = Counter(problem.code for problem in problems.found if problem.code in ADVICE)
    assert count.total() < len(book.pages), count
