"""The check is so quick that an editor runs it after every paragraph."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbook.problem import Problems
from handbook.rules.links import check_links
from handbook.rules.targets import Targets
from large_book import LESSONS, write_large_book
from small_book import LANGUAGES, SmallBook

PAGES, ITEMS = 120, 17
"""Pages a language, 360 in all; items a module, 204 in all."""
SECONDS = 2.5
"""Of the processor, for a whole check with the start of the interpreter, whatever else it does."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    return write_large_book(tmp_path_factory.mktemp("large"), PAGES, ITEMS)


def check(book: SmallBook) -> tuple[float, str]:
    """Seconds of the processor for one check, and what it said."""
    given = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")},
        "PYTHONPATH": "hooks",
        "HANDBOOK_SAY": "en",
    }
    command = [sys.executable, "-m", "handbook", "check", "--level", "notice"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, cwd=book.folder, env=given, capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return used, done.stdout


def test_a_book_of_350_pages_and_200_questions_is_checked_in_two_and_a_half_seconds(
    large: SmallBook,
) -> None:
    seconds, said = check(large)
    assert "errors: 0, warnings: 1, " in said, said
    assert seconds <= SECONDS


def test_the_large_book_is_as_large_as_it_says(large: SmallBook) -> None:
    loaded = large.load()[0]
    assert len(loaded.pages) >= PAGES * len(LANGUAGES) >= 350
    assert sum(len(quiz.items) for quiz in loaded.quizzes.values()) >= PAGES // LESSONS * ITEMS >= 200


def test_the_links_of_a_book_cost_as_much_as_its_pages_and_not_their_square(tmp_path: Path) -> None:
    seconds = []
    for pages in (100, 400):
        (tmp_path / str(pages)).mkdir()
        loaded = write_large_book(tmp_path / str(pages), pages).load()[0]
        files = frozenset({"assets/img/lock.svg"})
        targets = Targets(LANGUAGES, loaded.pages, frozenset(loaded.keys), frozenset(), files, {})
        start = time.process_time()
        check_links(targets, Problems())
        seconds.append(time.process_time() - start)
    assert seconds[1] <= 8 * seconds[0]
