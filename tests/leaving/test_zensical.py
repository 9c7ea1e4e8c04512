"""Zensical builds the expanded trees: what readers get is there, page by page, and no stranger is asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from browser.course import BOOK, SAMPLE
from handbook.leaving.article import read_article
from handbook.leaving.compare import LEAST, Comparison, compare_articles
from small_book import Built


def test_every_page_is_there(compared: Comparison) -> None:
    assert compared.missing == []
    assert len(compared.pages) == len(BOOK.keys) * len(BOOK.languages)


def test_the_words_come_back_in_order(compared: Comparison) -> None:
    assert sum(page.words for page in compared.pages.values()) > 300_000
    assert compared.words >= LEAST
    most = {path: page.kept_words / page.words for path, page in compared.pages.items()}
    assert {path for path, share in most.items() if share < LEAST} <= pages_that_speak_of_saving()


def test_every_question_comes_back_whole(compared: Comparison) -> None:
    questions = [item for quiz in BOOK.published_quizzes for item in quiz.asked]
    assert compared.items[0] == compared.items[1]
    assert compared.items[1] >= len(questions) * len(BOOK.languages)


def test_nothing_differs_but_what_saves_pages_on_a_phone(compared: Comparison) -> None:
    links = [" ".join(BOOK.strings[locale]["offline-save-link"].split()) for locale in BOOK.languages]
    for one in compared.differences():
        assert one.page in pages_that_speak_of_saving(), one.text("en")
        if one.page.endswith("offline/"):
            continue
        if one.code == "report-words":
            assert (one.values["ours"], one.values["theirs"]) in {(link, "") for link in links}
        else:
            assert one.code == "report-gone"
            assert "offline/#save-" in one.values["what"]


@pytest.mark.parametrize(
    ("pattern", "new", "code"),
    [
        (r"(<legend>)\S+ ", r"\1", "report-item"),
        (r'<li class="item".*?(?=<li class="item")', "", "report-gone"),
        (r'<li class="reason wrong".*?</li>', "", "report-item"),
        (r'<a href="[^"]*#[^"]*"', "<a", "report-gone"),
        (r"(<p>)\S+ ", r"\1", "report-words"),
    ],
)
def test_what_is_taken_out_of_a_page_is_missed(
    real_site: Built, zensical_site: Path, pattern: str, new: str, code: str
) -> None:
    path = f"fr/{SAMPLE.module}/quiz/"
    text = (zensical_site / path / "index.html").read_text(encoding="utf-8")
    before, begin, article = text.partition("<article ")
    poorer, count = re.subn(pattern, new, article, count=1, flags=re.DOTALL)
    assert count == 1
    ours = read_article(real_site.html(path), path)
    theirs = read_article(before + begin + poorer, path)
    assert ours is not None
    assert theirs is not None
    assert code in [one.code for one in compare_articles(ours, theirs, path).differences]


def pages_that_speak_of_saving() -> set[str]:
    keys = [f"{module.slug}/" for module in BOOK.programme.published] + ["offline/"]
    roots = ["", *(f"{locale}/" for locale in BOOK.languages[1:])]
    return {f"{root}{key}" for root in roots for key in keys}


def test_no_page_asks_a_stranger(zensical_site: Path) -> None:
    asking = re.compile(r'<(?:script|img|iframe|link)\b[^>]*\s(?:src|href)="(?:https?:)?//[^"]*"[^>]*>')
    for file in zensical_site.rglob("*.html"):
        found = [
            tag for tag in asking.findall(file.read_text(encoding="utf-8")) if "canonical" not in tag
        ]
        assert found == [], file
