import string
from pathlib import Path

import pytest

from handbook.messages import SPOKEN, phrase, phrases
from small_book import SmallBook
from told import UNIT, load_cases, produced

TOLD_ELSEWHERE = {
    *("mistakes-stop-the-build", "restart-serve", "lint-position", "lint-true-false"),
    *("stamp-no-page", "stamp-no-source", "stamp-written", "stamp-kept"),
    *("spelling", "spelling-near", "review-soon", "contact-untested"),
    *("single-no-site", "single-failed", "file-link", "expand-not-ours", "expand-done"),
    *(code for code in phrases("en") if code.startswith(("new-", "paper-", "wall-", "release-"))),
}
"""By the tests of builds, walls, previews, paper, releases, of advice on quizzes, stamps, spelling, reviews,
beginnings."""
WORDS_OF_REPORTS = {code for code in phrases("en") if code.startswith("report-")}
"""What stands around the messages (test_report.py, test_cli.py): no mistakes, so no cure."""
CASE_FILES = sorted(file.stem for file in (UNIT / "cases").glob("*.yml"))


def gaps(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("say", SPOKEN)
def test_every_language_has_the_same_messages_in_the_same_order(say: str) -> None:
    assert list(phrases(say)) == list(phrases("en"))


@pytest.mark.parametrize("code", phrases("en"))
def test_a_message_has_the_same_gaps_in_every_language(code: str) -> None:
    assert [gaps(phrase(code, say)) for say in SPOKEN] == [gaps(phrase(code, "en"))] * 3


@pytest.mark.parametrize("say", SPOKEN)
def test_a_message_says_what_is_wrong_and_what_to_do(say: str) -> None:
    for code, text in phrases(say).items():
        wrong, _, remedy = text.partition(" — ")
        if code in WORDS_OF_REPORTS:
            continue
        assert wrong, code
        assert remedy, code
        assert not text.endswith("."), code


@pytest.mark.parametrize("code", [code for code in phrases("en") if code.endswith("-near")])
def test_a_message_with_a_guess_has_a_sister_without_one(code: str) -> None:
    assert code.removesuffix("-near") in phrases("en")


def test_no_message_is_left_that_no_case_produces(tmp_path: Path) -> None:
    codes = set()
    for name in CASE_FILES:
        for number, case in enumerate(load_cases(name)):
            folder = tmp_path / f"{name}-{number}"
            folder.mkdir()
            codes |= {problem.code for problem in produced(SmallBook(folder), case)}
    assert set(phrases("en")) - codes - WORDS_OF_REPORTS == TOLD_ELSEWHERE


def test_every_file_of_cases_is_run_by_a_test() -> None:
    tests = "".join(file.read_text(encoding="utf-8") for file in UNIT.glob("test_*.py"))
    assert [name for name in CASE_FILES if f'@cases_of("{name}")' not in tests] == []


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case["name"] for name in CASE_FILES for case in load_cases(name)]
    assert len(names) == len(set(names))


def test_at_least_a_dozen_cases_are_told_in_three_languages() -> None:
    cases = [case for name in CASE_FILES for case in load_cases(name)]
    assert len([case for case in cases if "vi" in case and "fr" in case]) >= 12


def test_a_language_that_nobody_wrote_is_english() -> None:
    assert phrase("quiz-empty", "de") == phrase("quiz-empty", "en")


def test_a_message_that_nobody_wrote_is_an_error_of_the_code() -> None:
    with pytest.raises(KeyError):
        phrase("no-such-code", "en")
