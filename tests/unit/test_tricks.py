"""The new tricks: what editors are told, and in which order readers meet them."""

from __future__ import annotations

import pytest

from handbook.problem import Problems
from handbook.tricks import SOURCE, read_tricks
from small_book import LANGUAGES, SmallBook, files_of
from told import Case, cases_of, check, load_cases

TWO = files_of(load_cases("tricks")[0]["tree"])[SOURCE].replace(
    "false-lock\n    date: 2026-01-15", "false-key\n    date: 2026-01-15"
)


@cases_of("tricks")
def test_a_mistake_in_the_tricks_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2026-02", "2026-01-15"), ["false-lock", "false-key"]),
        (("2025-12", "2026-01-15"), ["false-key", "false-lock"]),
        (("2026-01", "2026-01"), ["false-lock", "false-key"]),
    ],
)
def test_the_newest_trick_comes_first_and_of_a_month_the_one_written_first(
    dates: tuple[str, str], order: list[str]
) -> None:
    text = TWO.replace("2026-02", dates[0]).replace("2026-01-15", dates[1])
    problems = Problems()
    assert [trick.id for trick in read_tricks(text, LANGUAGES, problems)] == order
    assert problems.found == []


def test_a_handbook_may_have_no_tricks(book: SmallBook) -> None:
    loaded, problems = book.load()
    assert loaded.tricks == ()
    assert problems.errors() == []
