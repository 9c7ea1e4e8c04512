"""Facts grow old: which ones somebody has to look at again, and which contacts nobody has tried."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from handbook.dates import days_until, today_of
from small_book import SmallBook
from told import Case, cases_of, check

SOON = "docs/data/facts.yml:17:16: (notice) fact 'hotline' is to be looked at again by 2027-01-01 — open https://news.example/, correct what is new, then write seen: and review-by: anew\n"
UNTRIED = "docs/data/facts.yml:16:12: (notice) nobody has tried contact 'hotline' yet — call or open tel:156, then write the day behind tested:\n"
END = "errors: 0, warnings: 0, notices: {} — Tiếng Việt: --say vi; Français: --say fr\n"


def reviews(book: SmallBook, today: str, *arguments: str) -> tuple[int, str]:
    given = {**os.environ, "PYTHONPATH": "hooks", "HANDBOOK_SAY": "en", "HANDBOOK_TODAY": today}
    given.pop("GITHUB_ACTIONS", None)
    command = [sys.executable, "-m", "handbook", "check", "--reviews", *arguments]
    done = subprocess.run(
        command, cwd=book.folder, env=given, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@cases_of("reviews")
def test_the_ordinary_check_tells_what_is_past(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_sixty_days_before_its_day_a_fact_is_told_and_a_contact_until_it_is_tried(
    book: SmallBook,
) -> None:
    assert reviews(book, "2026-11-01") == (0, UNTRIED + END.format(1))
    assert reviews(book, "2026-11-02") == (0, SOON + UNTRIED + END.format(2))
    book.change("docs/data/facts.yml", "tested:", "tested: 2026-11-02")
    assert reviews(book, "2026-11-02") == (0, SOON + END.format(1))


def test_the_oldest_is_told_first_whatever_its_place(book: SmallBook) -> None:
    text = book.read("docs/data/facts.yml").removeprefix("facts:\n")
    older = text.replace("hotline", "older").replace("2027-01-01", "2026-10")
    book.change("docs/data/facts.yml", text, text + older)
    told = json.loads(reviews(book, "2026-12-01", "--format", "json")[1])
    assert [(each["code"], each["line"]) for each in told] == [
        ("review-past", 33),
        ("review-soon", 17),
        ("contact-untested", 16),
        ("contact-untested", 32),
    ]


def test_reviews_are_asked_for_in_three_languages_and_never_fail(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "key: b", "key: c")
    code, output = reviews(book, "2027-06-01", "--say", "fr")
    assert code == 0
    assert output.startswith(
        "docs/data/facts.yml:17:16: (remarque) le fait « hotline » était à revoir avant le 2027-01-01 — ouvrez https://news.example/, corrigez ce qui a changé, puis réécrivez seen: et review-by:\n"
    )
    assert (
        "docs/data/facts.yml:16:12: (lưu ý) chưa ai thử liên hệ “hotline”"
        in reviews(book, "2026-11-01", "--say", "vi")[1]
    )


@pytest.mark.parametrize(
    ("date", "today", "days"),
    [
        ("2026-11-22", "2026-11-22", 0),
        ("2026-11-21", "2026-11-22", -1),
        ("2026-11", "2026-11-30", 0),
        ("2028-02", "2028-02-01", 28),
        ("2027", "2027-12-30", 1),
    ],
)
def test_a_date_without_day_or_month_ends_with_its_last_day(date: str, today: str, days: int) -> None:
    assert days_until(date, today) == days


def test_the_day_can_be_frozen() -> None:
    assert today_of({"HANDBOOK_TODAY": "2027-01-02"}) == "2027-01-02"
    assert today_of({}) >= "2026"


def test_a_day_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="HANDBOOK_TODAY is 'tomorrow': write a day as 2026-11-22"):
        today_of({"HANDBOOK_TODAY": "tomorrow"})
