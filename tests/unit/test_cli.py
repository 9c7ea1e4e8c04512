import os
import subprocess
import sys

import pytest

from small_book import SmallBook


@pytest.fixture(autouse=True)
def stamped(book: SmallBook) -> None:
    """A sound book: every translation says which text it translates."""
    book.stamp()


def run(book: SmallBook, *arguments: str, **environment: str) -> tuple[int, str]:
    """`python -m handbook check` in the book's folder: exit code and what was printed."""
    given = {
        **os.environ,
        "PYTHONPATH": "hooks",
        "GITHUB_ACTIONS": "",
        "LANG": "C",
        "HANDBOOK_SAY": "",
        **environment,
    }
    command = [sys.executable, "-m", "handbook", "check", *arguments]
    done = subprocess.run(
        command, cwd=book.folder, env=given, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


ADVICE = "quizzes/locks.yml:9:9: (warning) 2 options stand here — three or four work best\n"
WRONG = "quizzes/locks.yml:4:10: the key names 'c', which is not among the options — use one of: a, b\n"


def test_a_check_of_a_sound_book_gives_advice_and_exits_with_0(book: SmallBook) -> None:
    assert run(book) == (0, ADVICE)


def test_a_check_tells_every_mistake_and_exits_with_1(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    assert run(book) == (1, WRONG + ADVICE)


def test_a_check_speaks_the_language_it_is_asked_for(book: SmallBook) -> None:
    assert "propositions" in run(book, "--say", "fr")[1]
    assert "phương án" in run(book, HANDBOOK_SAY="vi")[1]
    assert "phương án" in run(book, LANG="vi_VN.UTF-8")[1]


def test_github_gets_annotations_at_the_lines(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    errors = (
        "::error file=quizzes/locks.yml,line=4,col=10::the key names 'c', which is not among the options"
        " — use one of: a, b\n"
    )
    advice = (
        "::warning file=quizzes/locks.yml,line=9,col=9::2 options stand here — three or four work best\n"
    )
    assert run(book, "--format", "github") == (1, errors + advice)
    assert run(book, GITHUB_ACTIONS="true") == (1, errors + advice)


def test_a_page_that_is_not_translated_is_a_notice_and_no_error(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    code, output = run(book)
    assert code == 0
    assert "docs/fr/locks/door.md:1:1: (notice) not translated yet" in output
