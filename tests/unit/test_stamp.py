"""`python -m handbook stamp`: one entry of the front matter is written, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from small_book import SmallBook

DOOR = "docs/fr/locks/door.md"
STAMP = 'sections: "_title:80d2a5 _start:e3b0c4 two-locks:12390b"}'


def run(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    given = {**os.environ, "LANG": "C", "HANDBOOK_SAY": "", "HANDBOOK_TODAY": "", **environment}
    given["PYTHONPATH"] = str(Path(__file__).parents[2] / "hooks")
    command = [sys.executable, "-m", "handbook", "stamp", *arguments]
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def entry(book: SmallBook, path: str = DOOR) -> str:
    (line,) = [line for line in book.read(path).split("\n") if line.startswith("translation:")]
    return line


def test_a_stamp_is_added_at_the_end_of_the_front_matter(book: SmallBook) -> None:
    before = book.read(DOOR)
    assert run(book.folder, DOOR) == (
        0,
        f"{DOOR}:5:1: stamped (title, start, #two-locks) — send this file with your translation\n",
    )
    line = f"translation: {{by: human, {STAMP}"
    assert book.read(DOOR) == before.replace("2026-11-22\n---", f"2026-11-22\n{line}\n---", 1)


def test_a_second_stamp_changes_nothing(book: SmallBook) -> None:
    run(book.folder, DOOR)
    before = book.read(DOOR)
    assert run(book.folder, DOOR) == (
        0,
        f"{DOOR}:5:1: the stamp was right already — nothing to send\n",
    )
    assert book.read(DOOR) == before


def test_everything_else_stays_byte_for_byte(book: SmallBook) -> None:
    file = book.folder / DOOR
    odd = (
        "\ufeff---\r\ntitle: 'La  porte' # nom\r\ntranslation:\r\n  by: machine\r\n"
        "  sections: '_title:000000'\r\n\r\nupdated: 2026-11-22\r\ndescription: |\r\n  Une porte.\r\n"
        "---\r\n## La porte {#two-locks}  \r\n\r\n{{ fact hotline }}\ttranslation: x"
    )
    file.write_bytes(odd.encode())
    assert run(book.folder, DOOR)[0] == 0
    old = "translation:\r\n  by: machine\r\n  sections: '_title:000000'\r\n"
    new = f"translation: {{by: machine, {STAMP}\r\n"
    assert file.read_bytes().decode() == odd.replace(old, new)


def test_by_and_the_day_are_written_when_asked_and_kept_afterwards(book: SmallBook) -> None:
    run(book.folder, DOOR, "--by", "machine", "--reviewed", "2026-11-23")
    line = f"translation: {{by: machine, reviewed: 2026-11-23, {STAMP}"
    assert entry(book) == line
    run(book.folder, DOOR)
    assert entry(book) == line
    run(book.folder, DOOR, "--by", "human", "--reviewed", "today", HANDBOOK_TODAY="2027-01-02")
    assert entry(book) == f"translation: {{by: human, reviewed: 2027-01-02, {STAMP}"


def test_today_is_the_day_of_the_clock(book: SmallBook) -> None:
    run(book.folder, DOOR, "--reviewed", "today")
    assert "reviewed: 20" in entry(book)


def test_a_page_of_the_source_stands_for_its_translations(book: SmallBook) -> None:
    code, output = run(book.folder, "docs/vi/locks/door.md")
    assert code == 0
    assert [line.split(":")[0] for line in output.splitlines()] == ["docs/en/locks/door.md", DOOR]


def test_all_means_every_translation_and_no_page_of_the_source(book: SmallBook) -> None:
    before = book.read("docs/vi/index.md")
    code, output = run(book.folder, "--all")
    assert (code, len(output.splitlines())) == (0, 42)
    assert book.read("docs/vi/index.md") == before
    stale = [p for p in book.load()[1].found if p.code.startswith("translation-")]
    assert stale == []


def test_a_page_is_found_from_any_folder(book: SmallBook) -> None:
    assert run(book.folder / "docs/fr", "locks/door.md")[0] == 0
    assert entry(book).endswith(STAMP)


def test_a_broken_stamp_is_mended(book: SmallBook) -> None:
    book.change(DOOR, "\n---\n", '\ntranslation: {by: human, sections: "x", <<<\n---\n')
    assert run(book.folder, DOOR)[0] == 0
    assert entry(book) == f"translation: {{by: human, {STAMP}"


def test_what_changed_since_the_last_stamp_is_named(book: SmallBook) -> None:
    run(book.folder, DOOR)
    book.change("docs/vi/locks/door.md", "Text", "Other text")
    assert "stamped (#two-locks)" in run(book.folder, DOOR)[1]


WRONG = [
    ("docs/fr/none.md", "docs/fr/none.md:1:1: no page of the handbook is here"),
    ("docs", "docs:1:1: no page of the handbook is here"),
    ("docs/data/facts.yml", "docs/data/facts.yml:1:1: no page of the handbook is here"),
    ("/", "/:1:1: no page of the handbook is here"),
    ("docs/fr/alone.md", "docs/fr/alone.md:1:1: the source of this page, docs/vi/alone.md, is missing"),
    ("docs/fr/bare.md", "docs/fr/bare.md:1:1: the page does not begin with its data"),
    ("docs/fr/index.md", "docs/fr/index.md:3:14: a bracket or brace is opened and not closed"),
]


@pytest.mark.parametrize(("path", "says"), WRONG, ids=[path for path, _ in WRONG])
def test_what_cannot_be_stamped_is_told_in_plain_words(book: SmallBook, path: str, says: str) -> None:
    book.write("docs/vi/bare.md", book.read("docs/vi/index.md"))
    book.write("docs/fr/bare.md", "Text.\n")
    book.write("docs/fr/alone.md", book.read("docs/fr/index.md"))
    book.change("docs/fr/index.md", "description:", "description: [")
    before = book.read(path) if path.endswith(".md") and "none" not in path else ""
    code, output = run(book.folder, path)
    assert (code, output.splitlines()[0].startswith(says)) == (1, True), output
    assert "Traceback" not in output
    assert before in {"", book.read(path) if before else ""}


def test_the_words_are_those_of_the_editors_language(book: SmallBook) -> None:
    assert "đã đóng dấu" in run(book.folder, DOOR, "--say", "vi")[1]
    assert "déjà juste" in run(book.folder, DOOR, HANDBOOK_SAY="fr")[1]
    assert "tên tệp" in run(book.folder, "x.md", HANDBOOK_SAY="vi")[1]
    book.remove("docs/vi/about.md")
    assert "manque" in run(book.folder, "docs/fr/about.md", "--say", "fr")[1]


@pytest.mark.parametrize("arguments", [(), (DOOR, "--reviewed", "tomorrow"), (DOOR, "--by", "a friend")])
def test_a_command_that_makes_no_sense_says_how_it_is_used(
    book: SmallBook, arguments: tuple[str, ...]
) -> None:
    before = book.read(DOOR)
    code, output = run(book.folder, *arguments)
    assert (code, "Usage:" in output, "Traceback" in output) == (2, True, False)
    assert book.read(DOOR) == before
