import os
import subprocess
import sys

import pytest

from small_book import SmallBook


@pytest.fixture(autouse=True)
def stamped(book: SmallBook) -> None:
    """A sound book: every translation says which text it translates."""
    book.stamp()


def run(book: SmallBook, *arguments: str, command: str = "check", **environment: str) -> tuple[int, str]:
    """`python -m handbook check` in the book's folder: exit code and what was printed."""
    given = {
        **os.environ,
        "PYTHONPATH": "hooks",
        "GITHUB_ACTIONS": "",
        "LANG": "C",
        "HANDBOOK_SAY": "",
        **environment,
    }
    typed = [sys.executable, "-m", "handbook", command, *arguments]
    done = subprocess.run(typed, cwd=book.folder, env=given, capture_output=True, text=True, check=False)
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


def test_the_command_begins_a_register_and_adds_new_items_at_its_end(book: SmallBook) -> None:
    book.remove("quizzes/register.txt")
    assert run(book, command="register") == (0, "1 locks/first-key\n")
    begun = book.read("quizzes/register.txt")
    assert begun.startswith("# ")
    assert begun.endswith("\n1 locks/first-key\n")
    assert run(book, command="register") == (0, "")
    assert book.read("quizzes/register.txt") == begun
    item = book.read("quizzes/locks.yml").removeprefix("items:\n")
    book.change("quizzes/locks.yml", "items:\n", "items:\n" + item.replace("first-key", "new-key"))
    assert run(book, command="register") == (0, "2 locks/new-key\n")
    assert book.read("quizzes/register.txt") == begun + "2 locks/new-key\n"
    assert run(book)[0] == 0


def test_the_command_gives_a_last_line_without_an_end_its_own_line(book: SmallBook) -> None:
    book.write("quizzes/register.txt", "1 locks/other")
    assert run(book, command="register")[0] == 0
    assert book.read("quizzes/register.txt") == "1 locks/other\n2 locks/first-key\n"


def test_the_command_changes_nothing_where_the_next_number_is_not_certain(book: SmallBook) -> None:
    book.write("quizzes/register.txt", "2 locks/other\n")
    code, output = run(book, command="register")
    assert code == 1
    assert output.startswith("quizzes/register.txt:1:1: number 2 stands here and 1 comes next")
    assert book.read("quizzes/register.txt") == "2 locks/other\n"
