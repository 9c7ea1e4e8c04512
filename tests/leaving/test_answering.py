"""On the site that Zensical builds, questions are read, answered and remembered as on ours."""

from __future__ import annotations

from playwright.sync_api import Response, expect

from browser.conftest import Learn
from browser.course import LESSONS, SAMPLE, feedback, languages, mistakes, right
from browser.learner import Keyboard, Learner
from browser.test_without_scripts import read_question
from handbook.quiz.model import Item
from handbook.quiz.registry import ITEM_TYPES

ONE_OF_EACH = list({item.type: item for item in reversed(SAMPLE.asked)}.values())[::-1]
"""The first question of every type in the quiz with the most types."""
PAGES = [
    "index",
    "modules",
    "help",
    LESSONS[0],
    f"{SAMPLE.module}/quiz",
    "progress",
    "certificate",
    "search",
]


def test_the_sample_holds_every_type() -> None:
    assert {item.type for item in ONE_OF_EACH} == set(ITEM_TYPES)


def answers_rightly(learner: Learner, item: Item) -> None:
    learner.open_question(SAMPLE, item)
    learner.answer(SAMPLE, item, right(item))
    learner.verdict(SAMPLE, item, "verdict-right")


@languages
def test_a_question_of_each_type_is_answered_and_told_right(
    learn: Learn, zensical: str, locale: str
) -> None:
    learner = learn(locale, site=zensical)
    for item in ONE_OF_EACH:
        answers_rightly(learner, item)


def test_a_wrong_answer_by_keyboard_is_told_with_its_reason(learn: Learn, zensical: str) -> None:
    learner = learn("fr", Keyboard, site=zensical)
    item = next(item for item in ONE_OF_EACH if item.type == "single")
    learner.open_question(SAMPLE, item)
    wrong = mistakes(item)[0].response
    assert isinstance(wrong, str)
    learner.answer(SAMPLE, item, wrong)
    learner.verdict(SAMPLE, item, "verdict-wrong")
    expect(learner.item(SAMPLE, item)).to_contain_text(feedback(item, "fr", wrong))


def test_an_answer_is_remembered_in_every_language_under_the_key_of_the_site(
    learn: Learn, zensical: str
) -> None:
    learner = learn("fr", site=zensical)
    item = ONE_OF_EACH[0]
    answers_rightly(learner, item)
    assert f"{SAMPLE.module}/{item.id}" in (learner.stored() or "")
    learner.locale = "en"
    learner.open_question(SAMPLE, item)
    learner.verdict(SAMPLE, item, "verdict-right")


@languages
def test_without_scripts_questions_of_each_type_and_their_reasons_can_be_read(
    learn: Learn, zensical: str, locale: str
) -> None:
    learner = learn(locale, site=zensical, javascript=False)
    learner.open(f"{SAMPLE.module}/quiz")
    for item in ONE_OF_EACH:
        read_question(learner, SAMPLE, item)


def test_the_language_is_switched_on_the_page(learn: Learn, zensical: str) -> None:
    learner = learn("vi", site=zensical)
    learner.open(LESSONS[0])
    for locale in ("en", "fr", "vi"):
        learner.locale = locale
        learner.follow(learner.page.get_by_role("navigation").locator(f"a[hreflang={locale}]"))
        learner.is_on(LESSONS[0])


@languages
def test_no_page_asks_a_stranger_or_is_wider_than_a_phone(
    learn: Learn, zensical: str, locale: str
) -> None:
    learner = learn(locale, site=zensical)
    asked: list[str] = []
    failed: list[str] = []

    def note(answer: Response) -> None:
        if answer.status >= 400:
            failed.append(answer.url)

    learner.page.on("request", lambda request: asked.append(request.url))
    learner.page.on("response", note)
    for key in PAGES:
        learner.page.goto(learner.address(key))
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [url for url in asked if not url.startswith((zensical, "data:"))] == []
    assert failed == []
