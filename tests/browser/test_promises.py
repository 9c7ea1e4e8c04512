"""What the page on privacy tells readers to check for themselves comes out as it says."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import SAMPLE, languages, right


@languages
def test_a_quiz_marks_an_answer_without_a_network(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open_quiz(SAMPLE)
    learner.page.context.set_offline(True)
    learner.answer(SAMPLE, SAMPLE.items[0], right(SAMPLE.items[0]))


@languages
def test_the_promises_are_one_tap_away(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    for start, key in (
        ("safe-accounts/second-lock", "privacy"),
        ("index", "privacy"),
        ("index", "accessibility"),
        ("index", "security"),
    ):
        learner.open(start)
        footer = learner.page.get_by_role("contentinfo")
        footer.get_by_role("link", name=learner.words[key], exact=True).tap()
        learner.is_on(key)
        expect(footer.locator("[aria-current=page]")).to_have_count(1)
