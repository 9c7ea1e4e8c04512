"""A page that somebody prints from the browser: letters, addresses, nothing to press, nothing cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import Learn
from paper.pdf import text_of
from small_book import LANGUAGES


def on_paper(page: Page, address: str, file: Path) -> str:
    """The words of a page that was printed on A4."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    file.write_bytes(page.pdf(format="A4"))
    return " ".join(text_of(file).split())


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_quiz_is_printed_with_letters_and_without_buttons(
    learn: Learn, address: str, locale: str, tmp_path: Path
) -> None:
    learner = learn(locale)
    root = address if locale == "vi" else f"{address}{locale}/"
    on_paper(learner.page, f"{root}safe-accounts/quiz/", tmp_path / "quiz.pdf")
    learner.page.emulate_media(media="print")
    letters = learner.page.evaluate(
        """() => [...document.querySelectorAll('.item[data-type=single]')].map((item) =>
          [...item.querySelectorAll('.option')].map((row) => getComputedStyle(row, '::before').content))"""
    )
    assert letters
    assert all(row[0] == "counter(letter, upper-alpha)" for row in letters)
    shown = learner.page.evaluate(
        """() => [...document.querySelectorAll('button, summary, .papers, .menu-link, .languages')]
          .filter((each) => each.checkVisibility()).map((each) => each.outerHTML)"""
    )
    assert shown == []
    cut = learner.page.evaluate(
        "() => [...document.querySelectorAll('.item')].map((item) => getComputedStyle(item).breakInside)"
    )
    assert set(cut) == {"avoid"}


def test_an_address_outside_is_printed_behind_its_link(
    learn: Learn, address: str, tmp_path: Path
) -> None:
    words = on_paper(learn("en").page, f"{address}en/facts/", tmp_path / "page.pdf")
    assert "(https://" in words
