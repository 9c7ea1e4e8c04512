"""A check must cost nothing, or editors will not run it."""

import itertools
import time
from collections.abc import Collection

from handbook.problem import Problems
from handbook.project import load_book
from handbook.quiz.check import check_quiz
from handbook.quiz.lint import lint_quiz
from handbook.quiz.parse import read_quiz
from small_book import PROJECT

ITEMS = 240
TARGET, BOUND = 0.1, 0.25
"""Seconds of CPU: what is wanted on a quiet computer, and what no computer at work may pass."""


def test_240_real_items_are_read_and_checked_in_a_tenth_of_a_second() -> None:
    book = load_book(PROJECT, Problems())
    sources = [
        (slug, (PROJECT / f"quizzes/{slug}.yml").read_text(encoding="utf-8"), len(quiz.items))
        for slug, quiz in book.quizzes.items()
    ]
    spent = min(seconds(sources, book.facts, book.languages) for _ in range(3))
    print(f"\n{ITEMS} items in {spent * 1000:.0f} ms of CPU (wanted: {TARGET * 1000:.0f})")  # noqa: T201
    assert spent < BOUND


def seconds(
    sources: list[tuple[str, str, int]], facts: Collection[str], languages: tuple[str, ...]
) -> float:
    """Seconds of CPU for as many quizzes, over and over, as hold 240 items."""
    start, count = time.process_time(), 0
    for slug, text, items in itertools.cycle(sources):
        problems = Problems()
        quiz = read_quiz(text, slug, languages, problems)
        check_quiz(quiz, facts, {}, problems)
        lint_quiz(quiz, problems)
        assert len(quiz.items) == items
        count += items
        if count >= ITEMS:
            return (time.process_time() - start) * ITEMS / count
    raise AssertionError
