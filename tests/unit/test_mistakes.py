"""A project of nothing but mistakes: each file of `mistakes/` has one and says in its first line where."""

import re
import time
from pathlib import Path

import pytest

from small_book import LANGUAGES, SmallBook, page
from told import UNIT

FILES = sorted((UNIT / "mistakes").glob("*.yml"))
EXPECTED = re.compile(r"# (?P<line>\d+):(?P<column>\d+): (?P<sentence>.+)")
MODULE = """  - code: {slug}
    slug: {slug}
    kind: optional
    minutes: 5
    digcomp: [4.1]
    draft: true
    title:
      vi: Bài {slug}
      fr: Module {slug}
      en: Module {slug}
"""


def expected(file: Path) -> str:
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    found = EXPECTED.fullmatch(first)
    assert found, f"{file.name}: the first line says where the mistake is: # line:column: sentence"
    return f"quizzes/{file.name}:{found['line']}:{found['column']}: {found['sentence']}"


@pytest.fixture
def wrong_book(book: SmallBook) -> SmallBook:
    """Every file is the quiz of a module that is not published yet."""
    programme = book.read("docs/data/programme.yml")
    for file in FILES:
        programme += MODULE.format(slug=file.stem)
        book.write(f"quizzes/{file.name}", file.read_text(encoding="utf-8"))
        for locale in LANGUAGES:
            body = "## Two locks {#two-locks}\n\nText.\n"
            book.write(f"docs/{locale}/{file.stem}/door.md", page("The door", body))
    book.write("docs/data/programme.yml", programme)
    book.write("quizzes/register.txt", "1 locks/first-key\n")
    return book


def test_every_mistake_is_found_at_its_place_in_one_run_of_less_than_a_second(
    wrong_book: SmallBook,
) -> None:
    assert len(FILES) >= 30
    start = time.process_time()
    _, problems = wrong_book.load()
    spent = time.process_time() - start
    assert [problem.text() for problem in problems.errors()] == [expected(file) for file in FILES]
    print(f"\n{len(FILES)} mistakes in {spent * 1000:.0f} ms")  # noqa: T201 (for pytest -s)
    assert spent < 1
