"""`python -m handbook new`: beginnings in which only the words are left to write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from handbook.messages import SPOKEN
from handbook.problem import Problem, Problems
from handbook.programme import read_programme
from handbook.skeleton.lists import with_page
from small_book import LANGUAGES, PROJECT, SmallBook

PROGRAMME = "docs/data/programme.yml"
FACTS = "docs/data/facts.yml"
WORDS = PROJECT / "hooks/handbook/skeleton/words"
DRAFT = """  - code: M02
    slug: keys # cửa sau
    kind: optional
    minutes: 5
    digcomp: []
    draft: true
    title:
      vi: Chìa khóa
      fr: Les clés
      en: Keys
"""


@pytest.fixture(autouse=True)
def with_a_draft(book: SmallBook) -> None:
    """The small book with a module that nobody has written yet, everything stamped."""
    book.write(PROGRAMME, book.read(PROGRAMME) + DRAFT)
    book.stamp()


def new(book: SmallBook, *arguments: str, folder: str = "") -> tuple[int, str]:
    given = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks"), "LANG": "C", "HANDBOOK_SAY": ""}
    command = [sys.executable, "-m", "handbook", "new", *arguments]
    done = subprocess.run(
        command, cwd=book.folder / folder, env=given, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def found(book: SmallBook) -> list[Problem]:
    """What the check says, without its advice on the small book's own quiz."""
    return [each for each in book.load()[1].found if each.code != "lint-count"]


def files(book: SmallBook) -> dict[str, bytes]:
    names = ("docs", "quizzes")
    paths = [path for name in names for path in (book.folder / name).rglob("*") if path.is_file()]
    return {path.relative_to(book.folder).as_posix(): path.read_bytes() for path in paths}


def write_words(book: SmallBook) -> None:
    """Replace every pencil and its hint, as an editor would, and bring the stamps up to date."""
    for path, content in files(book).items():
        lines = content.decode().split("\n")
        if path.endswith(".svg") or "✎" not in content.decode():
            continue
        words = [_written(line) for line in lines if "../../assets/img/" not in line]
        book.write(path, "\n".join(words))
    book.stamp()


def _written(line: str) -> str:
    before, pencil, after = line.partition("✎")
    if not pencil:
        return line
    if "://" in before:
        return f"{before}a.example/"
    ending = '"' if after.endswith('"') else after[after.index(" {#") :] if " {#" in after else ""
    return f"{before}Ba.{ending}"


def test_a_lesson_is_written_in_every_language_and_listed_before_the_quiz(book: SmallBook) -> None:
    assert new(book, "lesson", "locks", "window") == (
        0,
        (
            "docs/data/programme.yml:12:1: this list now has: window — move them if the order is another\n"
            "docs/en/locks/window.md:1:1: written — replace every line that bears ✎\n"
            "docs/fr/locks/window.md:1:1: written — replace every line that bears ✎\n"
            "docs/vi/locks/window.md:1:1: written — replace every line that bears ✎\n"
            "readers see this as soon as it is taken in — before that, no ✎ may be left\n"
            "a language that you do not write — delete its page: readers get the source language, and a translator finds it in the list\n"
        ),
    )
    assert "    pages: [door, window, quiz]\n" in book.read(PROGRAMME)
    page = book.read("docs/fr/locks/window.md")
    assert "updated: 2026-11-22\ntranslation: {by: human, sections: " in page
    assert "/// why | Pourquoi {#why}\n✎ Pourquoi faire ainsi" in page


def test_only_the_words_are_missing_in_a_new_lesson(book: SmallBook) -> None:
    new(book, "lesson", "locks", "window")
    assert {(each.code, each.level) for each in found(book)} == {("pencil", "error")}
    write_words(book)
    assert [each for each in found(book) if each.level != "notice"] == []


def test_a_new_module_blocks_nobody_until_its_draft_line_is_deleted(book: SmallBook) -> None:
    code, output = new(book, "module", "keys", "big-key", "small-key")
    assert code == 0
    assert (
        "docs/data/programme.yml:22:1: this list now has: big-key, small-key, activity, quiz" in output
    )
    assert "'keys' is a draft, which no reader sees — write in peace" in output
    assert "    pages: [big-key, small-key, activity, quiz]\n    draft: true\n" in book.read(PROGRAMME)
    assert {(each.code, each.level) for each in found(book)} == {("pencil", "notice")}
    book.change(PROGRAMME, "    draft: true\n", "")
    assert {(each.code, each.level) for each in found(book)} == {("pencil", "error")}


def test_a_new_module_is_built_strictly_once_its_words_are_written(book: SmallBook) -> None:
    new(book, "module", "windows", "glass", "--code", "M18", "--title", "vi", "Cửa “sổ”: kính")
    new(book, "fact", "glazier", "--kind", "contact")
    assert {each.code for each in found(book)} == {"pencil"}
    write_words(book)
    book.change(PROGRAMME, '    draft: true\n    title:\n      vi: "Cửa', '    title:\n      vi: "Cửa')
    assert [each for each in found(book) if each.level != "notice"] == []
    built = book.build()
    assert built.code == 0, built.output
    for address in ("windows/glass", "fr/windows/quiz", "en/windows/activity"):
        assert built.has(f"{address}/index.html")
    assert "Cửa “sổ”: kính" in built.html("windows")
    assert "✎" not in built.html("en/windows/glass")


def test_a_module_that_the_programme_does_not_have_is_added_as_a_draft(book: SmallBook) -> None:
    before = book.read(PROGRAMME)
    new(book, "module", "windows", "--code", "M18", "--kind", "compulsory")
    after = book.read(PROGRAMME)
    assert after.startswith(before)
    module = read_programme(after, Problems()).module("windows")
    assert module is not None
    assert (module.code, module.kind, module.draft) == ("M18", "compulsory", True)
    assert module.pages == ("activity", "quiz")
    assert module.title["fr"] == "✎ Le titre du module"


def test_a_quiz_comes_with_the_page_that_shows_it(book: SmallBook) -> None:
    assert new(book, "quiz", "keys", "which-key", "lost-key", folder="docs/vi")[0] == 0
    assert "    pages: [quiz]\n" in book.read(PROGRAMME)
    assert "{{ quiz keys }}" in book.read("docs/en/keys/quiz.md")
    quiz = yaml.safe_load(book.read("quizzes/keys.yml"))
    assert [item["id"] for item in quiz["items"]] == ["which-key", "lost-key"]
    assert set(quiz["items"][0]) == {"id", "type", "key", *LANGUAGES}
    assert {each.code for each in found(book)} == {"pencil"}


@pytest.mark.parametrize("kind", ["contact", "rule", "figure"])
def test_a_fact_is_added_at_the_end_and_no_date_is_invented(book: SmallBook, kind: str) -> None:
    before = book.read(FACTS)
    assert new(book, "fact", "glazier", "--kind", kind, "--country", "fr") == (
        0,
        (
            "docs/data/facts.yml:18:1: written — replace every line that bears ✎\n"
            "pages show it by {{ fact glazier }} — write its source and its date first; a number without a source stays out\n"
        ),
    )
    assert book.read(FACTS).startswith(before)
    fact = book.load()[0].facts["glazier"]
    assert (fact.country, fact.kind, fact.seen, fact.tested) == ("fr", kind, "", "")
    assert fact.review_by == "2027-11-22"
    assert {(each.code, each.level) for each in found(book)} == {("pencil", "error")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("lesson locks door", "docs/vi/locks/door.md:1:1: this is there already, so nothing was written — choose another name, or edit it"),
        ("quiz locks", "quizzes/locks.yml:1:1: this is there already, so nothing was written — choose another name, or edit it"),
        ("module locks", "docs/vi/locks/index.md:1:1: this is there already, so nothing was written — choose another name, or edit it"),
        ("fact hotline", "docs/data/facts.yml:2:5: this is there already, so nothing was written — choose another name, or edit it"),
        ("lesson lock window", "there is no module 'lock' — did you mean 'locks'?"),
        ("quiz zebra", "there is no module 'zebra' — use one of: keys, locks"),
        ("module zebra", "there is no module 'zebra' in the programme — to begin one, add --code M18 --title vi \"…\""),
        ("lesson locks Window", "'Window' cannot stand in an address — use only a-z, 0-9 and hyphens"),
        ("lesson locks ../x", "'../x' cannot stand in an address — use only a-z, 0-9 and hyphens"),
        ("lesson locks index", "'index' is already the address of another part of the site — choose another slug"),
        ("module fr --code M18", "'fr' is already the address of another part of the site — choose another slug"),
        ("module keys one one", "'one' is already the address of another part of the site — choose another slug"),
        ("module zebra --code M01", "the code 'M01' is used by an earlier module — choose another"),
        ("module zebra --code M1:", "'M1:' cannot stand in an address — use only a-z, 0-9 and hyphens"),
        ("module zebra --code M18 --title de Tier", "'de' is not possible here — use one of: vi, fr, en"),
    ],
)  # fmt: skip
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    book: SmallBook, arguments: str, said: str
) -> None:
    before = files(book)
    assert new(book, *arguments.split()) == (1, f"{said}\n")
    assert files(book) == before


def test_a_refusal_speaks_three_languages(book: SmallBook) -> None:
    assert new(book, "quiz", "lock", "--say", "vi")[1] == (
        "không có bài nào tên “lock” — có phải bạn muốn viết “locks”?\n"
    )
    assert new(book, "quiz", "locks", "--say", "fr")[1] == (
        "quizzes/locks.yml:1:1: existe déjà, rien n’a donc été écrit — choisissez un autre nom, ou modifiez-le\n"
    )


def test_a_programme_that_cannot_be_read_is_mended_first(book: SmallBook) -> None:
    book.change(PROGRAMME, "    digcomp: [4.1]", "    digcomp: [4.1")
    before = files(book)
    code, output = new(book, "lesson", "locks", "window")
    assert (code, output.startswith("docs/data/programme.yml:"), "Traceback" in output) == (
        1,
        True,
        False,
    )
    assert files(book) == before


LISTS = {
    "pages: [door, quiz]": "pages: [door, window, quiz]",
    "pages: [ door , 'quiz' ] # thứ tự": "pages: [ door , window, 'quiz' ] # thứ tự",
    "pages: [door, 'gate'] # a": "pages: [door, 'gate', window] # a",
    "pages:\n      - door # một\n      - quiz": "pages:\n      - door # một\n      - window\n      - quiz",
    "pages:\n    - door\n    - gate": "pages:\n    - door\n    - gate\n    - window",
    "pages: [door,\n      quiz]": "pages: [door,\n      window, quiz]",
    "pages: [] # later": "pages: [window] # later",
    "pages: [activity]": "pages: [window, activity]",
}


@pytest.mark.parametrize("old", LISTS)
def test_a_page_is_listed_and_nothing_else_is_touched(book: SmallBook, old: str) -> None:
    book.change(PROGRAMME, "pages: [door, quiz]", old)
    text = book.read(PROGRAMME)
    module = read_programme(text, Problems()).module("locks")
    assert module is not None
    changed = with_page(text, module, "window")
    assert changed is not None
    assert changed[0] == text.replace(old, LISTS[old])
    assert "window" in changed[0].split("\n")[changed[1] - 1]


def test_the_ends_of_lines_stay_as_they_are(book: SmallBook) -> None:
    file = book.folder / PROGRAMME
    before = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert new(book, "lesson", "locks", "window")[0] == 0
    assert file.read_bytes() == before.replace(b"[door, quiz]", b"[door, window, quiz]")
    assert b"\r" not in (book.folder / "docs/vi/locks/window.md").read_bytes()


def test_a_list_in_a_layout_that_no_program_should_touch_is_left_to_a_person(book: SmallBook) -> None:
    book.change(PROGRAMME, "    draft: true", "    pages: # sau\n      []\n    draft: true")
    before = files(book)
    assert new(book, "lesson", "keys", "window") == (
        1,
        "docs/data/programme.yml:1:1: this file is laid out in a way that only a person should change, so nothing was written — add window to the list of 'keys' yourself, then try again\n",
    )
    assert files(book) == before


def test_the_hints_are_there_in_three_languages_and_may_stand_in_double_quotes() -> None:
    hints = {say: yaml.safe_load((WORDS / f"{say}.yml").read_text(encoding="utf-8")) for say in SPOKEN}
    for say in SPOKEN:
        assert list(hints[say]) == list(hints["en"])
        assert [hint for hint in hints[say].values() if set('"\\') & set(hint)] == []
        assert [
            hint for hint in hints[say].values() if hint.count("$") != hint.count("$module_title")
        ] == []
    assert [path.name for path in sorted(Path(WORDS).iterdir())] == ["en.yml", "fr.yml", "vi.yml"]
