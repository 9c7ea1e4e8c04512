"""Speed is bytes first: what a first visit may weigh, and how a book may grow."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from large_book import write_large_book
from small_book import LANGUAGES, Built

JOURNEY = 15_000
"""Most bytes (gzip) of the scripts of one of the learner's own pages, with all that it loads on demand."""

LESSON, QUIZ = 14_600, 31_600
"""Most bytes (gzip) of a first visit without pictures. A page, its style and its script together are no more
than a server sends before the first answer: ten segments of 1,460 bytes (RFC 6928)."""

ELEMENTS = 210
"""Of a lesson: some of these pages are long, and each tells how far one is and can be read aloud."""

DATA, INDEX, ITEM = 2_000, 3_200, 2_500
"""Most bytes (gzip) of a compiled quiz in one language, of the index of all items, and of one item."""

_IMPORT = re.compile(r"""["']\./([\w-]+\.js)["']""")


def gz(data: bytes) -> int:
    """Bytes over the wire."""
    return len(gzip.compress(data, 9))


def first_visit(site: Path, address: str) -> int:
    """Bytes of a page with its styles, scripts and compiled quiz; pictures are not counted."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    wanted = re.findall(r'(?:src|href|data-quiz)="([^"]+\.(?:css|js))"', html)
    files = {(site / address / name).resolve() for name in wanted}
    assert all(file.exists() for file in files), files
    return gz(html.encode()) + sum(gz(file.read_bytes()) for file in files)


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize(
    "page", ["", "help", "tricks", "modules", "about", "privacy", "accessibility", "security"]
)
def test_a_page_around_the_lessons_weighs_no_more_than_a_first_round_trip(
    real_site: Built, locale: str, page: str
) -> None:
    assert first_visit(real_site.site, f"{prefix(locale)}{page}") <= LESSON


def prefix(locale: str) -> str:
    return "" if locale == "vi" else f"{locale}/"


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("page", ["master-keys", "second-lock", "healthy-phone", "copy-recover"])
def test_a_lesson_weighs_no_more_than_a_first_round_trip(
    real_site: Built, locale: str, page: str
) -> None:
    assert first_visit(real_site.site, f"{prefix(locale)}safe-accounts/{page}") <= LESSON


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_quiz_weighs_at_most_32_kilobytes(real_site: Built, locale: str) -> None:
    assert first_visit(real_site.site, f"{prefix(locale)}safe-accounts/quiz") <= QUIZ


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_data_of_a_quiz_weigh_at_most_2_kilobytes(real_site: Built, locale: str) -> None:
    [index] = real_site.site.glob(f"assets/quiz/index.{locale}.*.js")
    files = {*real_site.site.glob(f"assets/quiz/*.{locale}.*.js")} - {index}
    assert files
    assert max(gz(file.read_bytes()) for file in files) <= DATA


@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_item_that_comes_back_weighs_at_most_2_5_kilobytes(real_site: Built, locale: str) -> None:
    [index] = real_site.site.glob(f"assets/quiz/index.{locale}.*.js")
    assert gz(index.read_bytes()) <= INDEX
    files = [*real_site.site.glob(f"assets/quiz/item/*.{locale}.*.js")]
    assert files
    assert max(gz(file.read_bytes()) for file in files) <= ITEM


def test_the_shells_script_weighs_at_most_3_kilobytes(real_site: Built) -> None:
    [shell] = real_site.site.glob("assets/*/js/shell.js")
    assert gz(shell.read_bytes()) <= 3000


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("page", ["master-keys", "second-lock", "healthy-phone", "copy-recover"])
def test_a_lesson_has_few_elements(real_site: Built, locale: str, page: str) -> None:
    html = real_site.html(f"{prefix(locale)}safe-accounts/{page}")
    assert len(re.findall(r"<[a-z]", html)) <= ELEMENTS


def test_a_lesson_of_a_book_five_times_as_large_weighs_the_same(tmp_path: Path) -> None:
    visits, html = [], []
    for pages in (40, 200):
        folder = tmp_path / str(pages)
        folder.mkdir()
        built = write_large_book(folder, pages).build()
        assert built.code == 0, built.output
        visits.append(first_visit(built.site, "fr/module-3/lesson-4"))
        html.append(sum(file.stat().st_size for file in built.site.rglob("*.html")))
    assert visits[1] <= 1.05 * visits[0]
    assert html[1] <= 5.2 * html[0]


def scripts_of(script: Path) -> set[Path]:
    """A script of the learner's own pages with all that it imports, at once or on demand."""
    found, new = set[Path](), {script}
    while new:
        found |= new
        names = (name for file in new for name in _IMPORT.findall(file.read_text(encoding="utf-8")))
        new = {script.parent / name for name in names} - found
    return found


@pytest.mark.parametrize("page", ["progress", "certificate", "verify", "review", "seven-days"])
def test_the_scripts_of_a_learners_own_page_weigh_at_most_15_kilobytes(
    real_site: Built, page: str
) -> None:
    [script] = real_site.site.glob(f"assets/*/js/journey/{page}.js")
    weights = {file.name: gz(file.read_bytes()) for file in scripts_of(script)}
    assert sum(weights.values()) <= JOURNEY, weights
