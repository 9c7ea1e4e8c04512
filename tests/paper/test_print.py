"""`make print` on a small book: what is made, what is kept, what is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from paper.pdf import qr_codes, text_of
from small_book import LANGUAGES, SmallBook, page

FORMS = ("learner", "booklet", "trainer", *(f"worksheet-{letter}" for letter in "abcd"))
SHEETS = ("help", "poster", "seven-days")


@dataclass
class Run:
    """What a run said and left."""

    code: int
    output: str
    folder: Path

    @property
    def made(self) -> list[str]:
        """The PDFs that this run made, in alphabetical order."""
        lines = [line.split() for line in self.output.splitlines() if line.startswith("[")]
        return sorted(path for _, path, *end in lines if end[-1] != "✗")

    @property
    def there(self) -> list[str]:
        """The PDFs that are there."""
        return sorted(file.relative_to(self.folder).as_posix() for file in self.folder.glob("*/*.pdf"))

    def words(self, path: str) -> str:
        """The text of a PDF, one space between words."""
        return " ".join(text_of(self.folder / path).split())


def printed(book: SmallBook, *options: str, python_path: str = "", **environment: str) -> Run:
    """`python -m handbook print` in a process of its own."""
    book.number_items()
    hooks = str(book.folder / "hooks")
    given = {**os.environ, "HANDBOOK_SAY": "en", "SITE_URL": "https://learn.example/pde/"}
    given |= {"PYTHONPATH": os.pathsep.join(filter(None, [python_path, hooks])), **environment}
    command = [sys.executable, "-m", "handbook", "print", *options, str(book.folder)]
    done = subprocess.run(command, env=given, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return Run(done.returncode, done.stdout + done.stderr, book.folder / "build/paper")


def of_language(locale: str) -> list[str]:
    return sorted(
        [*(f"{locale}/locks-{form}.pdf" for form in FORMS), *(f"{locale}/{name}.pdf" for name in SHEETS)]
    )


def every_pdf() -> list[str]:
    return sorted(path for locale in LANGUAGES for path in of_language(locale))


def test_everything_is_made_once_and_then_only_what_has_changed(book: SmallBook) -> None:
    first = printed(book)
    assert first.code == 0, first.output
    assert first.made == first.there == every_pdf()
    assert "build/paper/: 30 made, 0 unchanged, 0 failed" in first.output
    bytes_then = {path: (first.folder / path).read_bytes() for path in first.there}

    again = printed(book)
    assert again.made == []
    assert "build/paper/: 0 made, 30 unchanged, 0 failed" in again.output

    book.change("docs/fr/locks/door.md", "Text with", "Un texte avec")
    third = printed(book)
    assert third.made == sorted(f"fr/locks-{form}.pdf" for form in ("booklet", "learner", "trainer"))
    assert "Un texte avec" in third.words("fr/locks-learner.pdf")
    same = [path for path in every_pdf() if path not in third.made]
    assert [path for path in same if (third.folder / path).read_bytes() != bytes_then[path]] == []


def test_each_pdf_is_told_as_it_is_made(book: SmallBook) -> None:
    run = printed(book, "--only", "fr", "--module", "locks")
    lines = [line for line in run.output.splitlines() if line.startswith("[")]
    assert len(lines) == len(FORMS)
    assert lines[0].startswith("[1/7] fr/locks-")
    assert lines[-1].startswith("[7/7] fr/locks-")
    assert all(line.endswith(" s") for line in lines)
    assert run.there == sorted(f"fr/locks-{form}.pdf" for form in FORMS)


def test_what_no_longer_belongs_is_taken_away_and_one_language_leaves_the_others_alone(
    book: SmallBook,
) -> None:
    folder = book.folder / "build/paper"
    for path in ("vi/old-learner.pdf", "fr/help.pdf"):
        book.write(f"build/paper/{path}", "old")
    assert (printed(book, "--only", "vi").folder / "vi/old-learner.pdf").exists()
    assert (folder / "fr/help.pdf").read_text(encoding="utf-8") == "old"
    assert printed(book).there == every_pdf()
    assert (folder / "fr/help.pdf").read_bytes().startswith(b"%PDF")


def test_a_ledger_that_cannot_be_read_only_costs_time(book: SmallBook) -> None:
    for written in ("{", "[1]", '{"vi/help.pdf": {"made": 1}}'):
        book.write("build/paper/ledger.json", written)
        run = printed(book, "--only", "vi", "--module", "locks")
        assert len(run.made) == len(FORMS)
    ledger = json.loads((run.folder / "ledger.json").read_text(encoding="utf-8"))
    assert ledger["vi/locks-learner.pdf"]["version"] == "2026.11"


def test_a_mistake_spoils_only_the_sheets_that_show_it(book: SmallBook) -> None:
    book.change("docs/fr/locks/door.md", "fact hotline", "fact hotlin")
    run = printed(book, "--only", "fr")
    assert run.code == 1
    spoiled = [f"fr/locks-{form}.pdf" for form in ("learner", "booklet", "trainer")]
    assert run.there == [path for path in of_language("fr") if path not in spoiled]
    assert (
        "docs/fr/locks/door.md:8:11: there is no fact 'hotlin' — did you mean 'hotline'?" in run.output
    )
    assert "7 made, 0 unchanged, 3 failed" in run.output


def test_a_sheet_that_cannot_be_made_any_more_does_not_stay_as_an_old_one(book: SmallBook) -> None:
    assert "fr/locks-learner.pdf" in printed(book, "--only", "fr").there
    book.change("docs/fr/locks/door.md", "fact hotline", "fact hotlin")
    assert "fr/locks-learner.pdf" not in printed(book, "--only", "fr").there


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (
            "docs/en/locks/door.md", "Text with", "Text \N{PARTY POPPER} with",
            "docs/en/locks/door.md:8:6: no font of this book draws '\N{PARTY POPPER}' (U+1F389 party popper) — ",
        ),
        (
            "docs/en/locks/door.md", "Text with", "Text &#129395; with",
            "docs/en/locks/door.md:8:6: no font of this book draws '\N{FACE WITH PARTY HORN AND PARTY HAT}'",
        ),
        (
            "quizzes/locks.yml", "a: One lock", "a: One 锁",
            "quizzes/locks.yml:25:16: no font of this book draws '锁' (U+9501 cjk unified ideograph-9501) — ",
        ),
        (
            "docs/en/locks/door.md", "Text with", "![A door](../../assets/img/door.svg) Text with",
            "docs/en/locks/door.md:8:11: there is no file at '../../assets/img/door.svg' — ",
        ),
    ],
)  # fmt: skip
def test_what_would_be_an_empty_box_is_told_with_its_place(
    book: SmallBook, path: str, old: str, new: str, told: str
) -> None:
    book.change(path, old, new)
    run = printed(book, "--only", "en", "--module", "locks")
    assert run.code == 1
    assert told in run.output
    assert "en/locks-learner.pdf" not in run.there


def test_a_module_without_a_quiz_is_told_and_the_others_are_printed(book: SmallBook) -> None:
    book.remove("quizzes/locks.yml")
    book.change("docs/data/programme.yml", "[door, quiz]", "[door]")
    for locale in LANGUAGES:
        book.remove(f"docs/{locale}/locks/quiz.md")
    run = printed(book)
    assert run.code == 1
    told = "docs/data/programme.yml:7:5: module 'locks' has no quiz, so its chapter would end without questions"
    assert told in run.output
    assert run.there == sorted(f"{locale}/{name}.pdf" for locale in LANGUAGES for name in SHEETS)


def test_without_the_font_nothing_is_printed_in_another_one(book: SmallBook) -> None:
    fonts = book.folder / "overrides/fonts"
    (book.folder / "overrides").unlink()
    fonts.mkdir(parents=True)
    run = printed(book, "--only", "en")
    assert run.code == 1
    assert run.there == []
    assert "overrides/fonts/NotoSans-Regular.ttf:1:1: this font is missing" in run.output


def test_a_mistake_in_what_all_sheets_share_stops_the_press(book: SmallBook) -> None:
    book.change("docs/data/facts.yml", "kind: contact", "kind: contakt")
    run = printed(book)
    assert run.code == 1
    assert run.there == []
    assert "docs/data/facts.yml:4:11: 'contakt' is not possible here" in run.output


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            "OSError('no libpango')",
            "the library Pango is missing — install it (Debian, Ubuntu: sudo apt install",
        ),
        ("ImportError('x')", "the typesetter is not installed — run make print"),
    ],
)
def test_a_machine_without_the_typesetter_is_told_what_to_install(
    book: SmallBook, error: str, told: str
) -> None:
    book.write("broken/weasyprint/__init__.py", f"raise {error}\n")
    run = printed(book, python_path=str(book.folder / "broken"))
    assert run.code == 1
    assert run.output.startswith(told)
    assert len(run.output.splitlines()) == 1


@pytest.mark.parametrize(("option", "word"), [("--only", "de"), ("--module", "lock")])
def test_an_unknown_language_or_module_is_told(book: SmallBook, option: str, word: str) -> None:
    run = printed(book, option, word)
    assert run.code == 2
    assert f"{word}: use one of " in run.output


def test_a_draft_is_not_printed(book: SmallBook) -> None:
    book.change(
        "docs/data/programme.yml",
        "    pages: [door, quiz]\n",
        "    pages: [door, quiz]\n    draft: true\n",
    )
    assert not [path for path in printed(book, "--only", "vi").there if "locks" in path]


PLAN = "Bring five locks.\n\n## Ninety minutes {#ninety}\n\nVote on [the first](../locks/quiz.md#q-first-key).\n"
KIT = "Print these.\n\n## Colours {#colours}\n\n/// card | Green\nI trust it.\n///\n\n/// card | Red\nI don’t.\n///\n"


def test_trainers_get_the_session_plan_first_and_a_kit_of_their_own(book: SmallBook) -> None:
    for locale in LANGUAGES:
        book.write(f"docs/{locale}/trainers/locks.md", page("Plan of the class", PLAN))
        book.write(f"docs/{locale}/trainers/kit.md", page("The kit", KIT))
        book.write(f"docs/{locale}/locks/door.md", book.read(f"docs/{locale}/locks/door.md") + KIT[30:])
    run = printed(book, "--only", "en")
    assert run.code == 0, run.output
    assert {"en/kit.pdf", "en/kit-locks.pdf"} <= set(run.there)
    trainer, learner = run.words("en/locks-trainer.pdf"), run.words("en/locks-learner.pdf")
    assert trainer.index("Bring five locks.") < trainer.index("Text with 156.")
    assert "Vote on the first (→ page 2)." in trainer
    assert "Two locks hold longer." in trainer
    assert "Bring five locks." not in learner
    assert "Two locks hold longer." not in learner
    assert "The kit Print these. Colours Green I trust it. Red I don’t." in run.words("en/kit.pdf")
    assert "Green I trust it. Red I don’t." in run.words("en/kit-locks.pdf")


def test_a_page_that_is_not_translated_says_so_on_paper(book: SmallBook) -> None:
    book.remove("docs/en/locks/door.md")
    run = printed(book, "--only", "en", "--module", "locks")
    words = run.words("en/locks-learner.pdf")
    assert "This page isn’t translated yet. Here is the Vietnamese text." in words


def test_a_phone_reads_the_seed_of_a_worksheet(book: SmallBook) -> None:
    run = printed(book, "--only", "fr", "--module", "locks")
    [first, *_] = qr_codes(run.folder / "fr/locks-worksheet-b.pdf")
    assert first == ["https://learn.example/pde/fr/locks/quiz/#seed=B1"]


def test_a_site_publishes_the_paper_that_is_there_and_links_nothing_else(book: SmallBook) -> None:
    before = book.build()
    assert before.code == 0, before.output
    assert ".pdf" not in before.html("fr/locks") + before.html("fr/help")
    printed(book, "--only", "fr")
    built = book.build()
    assert built.code == 0, built.output
    size = -(-(built.site / "paper/fr/locks-learner.pdf").stat().st_size // 1000)
    link = (
        '<a href="../../paper/fr/locks-learner.pdf" type="application/pdf">'
        f"Imprimer ce module (PDF, {size} ko, version 2026.11)</a>"
    )
    assert link in built.html("fr/locks").replace("\u202f", " ").replace("\u00a0", " ")
    assert "../../paper/fr/locks-booklet.pdf" in built.html("fr/locks")
    assert "../../paper/fr/help.pdf" in built.html("fr/help")
    assert "../../paper/fr/seven-days.pdf" in built.html("fr/seven-days")
    assert ".pdf" not in built.html("locks") + built.html("en/locks") + built.html("fr/locks/door")
    assert sorted(built.site.glob("paper/*/*.pdf")) == sorted((built.site / "paper/fr").glob("*.pdf"))
