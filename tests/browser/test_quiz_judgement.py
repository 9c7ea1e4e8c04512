""" "Not sure, I'd check first": right where nobody can know, half right elsewhere."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, expect

from browser.conftest import Learn, Serve
from browser.course import feedback, mistakes, mostly_source, not_sure, option, right
from browser.learner import Finger, Keyboard, Learner
from browser.test_quiz_reasons import try_every_mistake_in_rounds
from browser.test_without_scripts import read_question
from handbook.quiz.judgement import NOT_SURE
from handbook.quiz.model import Item, Quiz
from small_book import SMALL, Built, SmallBook, files_of
from told import UNIT

hands = pytest.mark.parametrize("hand", [Keyboard, Finger])
UNKNOWABLE, HALF, PLAIN = 0, 1, 2


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Quiz]:
    """A site with a question that nobody can know, one where doubt is half right, and one without it."""
    book = SmallBook(tmp_path_factory.mktemp("judgement"))
    texts = [(UNIT / f"items/{name}.yml").read_text("utf-8") for name in ("not-sure", "not-sure-half")]
    items = [text.split("items:\n")[1] for text in [*texts, files_of(SMALL)["quizzes/locks.yml"]]]
    book.write("quizzes/locks.yml", f"pass: 50\nitems:\n{''.join(items)}")
    site = book.build()
    assert site.code == 0, site.output
    return site, book.load()[0].quizzes["locks"]


@pytest.fixture
def quiz(built: tuple[Built, Quiz]) -> Quiz:
    return built[1]


@pytest.fixture
def site(built: tuple[Built, Quiz], serve: Serve) -> str:
    return serve(built[0].site)


def opened(
    learn: Learn, site: str, quiz: Quiz, locale: str = "en", hand: type[Finger | Keyboard] = Finger
) -> Learner:
    learner = learn(locale, hand, site=site, width=320)
    learner.open_quiz(quiz)
    return learner


def rows(place: Locator) -> list[str]:
    """The options from top to bottom."""
    read = "all => all.map(one => one.dataset.option)"
    ids: list[str] = place.locator("[data-option]").evaluate_all(read)
    return ids


def state_of(place: Locator) -> dict[str, str]:
    read = """all => Object.fromEntries(all.map(one =>
        [one.dataset.option, one.dataset.state + one.querySelector(".mark").textContent]))"""
    states: dict[str, str] = place.locator("[data-state]").evaluate_all(read)
    return states


@mostly_source
@hands
def test_where_nobody_can_know_doubt_gives_all_the_points(
    learn: Learn, site: str, quiz: Quiz, locale: str, hand: type[Finger | Keyboard]
) -> None:
    learner = opened(learn, site, quiz, locale, hand)
    item = quiz.items[UNKNOWABLE]
    assert right(item) == NOT_SURE
    outcome = learner.answer(quiz, item, NOT_SURE)
    learner.verdict(quiz, item, "verdict-right")
    expect(outcome).to_contain_text(option(item, locale, NOT_SURE))
    expect(outcome).to_contain_text(feedback(item, locale, NOT_SURE))
    assert state_of(learner.item(quiz, item)) == {NOT_SURE: "right✓"}


@mostly_source
@hands
def test_where_it_can_be_known_doubt_is_half_right_and_told_what_is_known(
    learn: Learn, site: str, quiz: Quiz, locale: str, hand: type[Finger | Keyboard]
) -> None:
    learner = opened(learn, site, quiz, locale, hand)
    item = quiz.items[HALF]
    outcome = learner.answer(quiz, item, NOT_SURE)
    learner.verdict(quiz, item, "verdict-partly")
    for reason in (NOT_SURE, str(item.key)):
        expect(outcome).to_contain_text(feedback(item, locale, reason))
    expect(outcome.get_by_role("link")).to_have_count(1)
    assert state_of(learner.item(quiz, item)) == {NOT_SURE: "partly◐", str(item.key): "right✓"}


@hands
def test_every_mistake_is_met_with_its_own_reasons(
    learn: Learn, site: str, quiz: Quiz, hand: type[Finger | Keyboard]
) -> None:
    assert mistakes(quiz.items[HALF])[-1].verdict == "verdict-partly"
    assert {mistake.verdict for mistake in mistakes(quiz.items[UNKNOWABLE])} == {"verdict-wrong"}
    try_every_mistake_in_rounds(opened(learn, site, quiz, "vi", hand), quiz)


def test_doubt_counts_half_in_the_result_and_is_among_the_missed(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    learner = opened(learn, site, quiz)
    learner.answer_all(quiz, {quiz.items[HALF].id: NOT_SURE})
    learner.sees_score(quiz, 83)
    learner.sees(learner.words["passed"])
    learner.hand.press(learner.button("retry-missed"))
    learner.sees_answered(quiz, 2)
    learner.answer(quiz, quiz.items[HALF], right(quiz.items[HALF]))
    learner.sees_score(quiz, 100)


def test_the_answer_stands_last_however_the_others_are_shuffled(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[UNKNOWABLE]
    place = learner.item(quiz, item)
    seen = set()
    for _ in range(10):
        seen.add(tuple(rows(place)))
        learner.answer_all(quiz)
        learner.hand.press(learner.button("start-again"))
    assert seen == {("a", "b", NOT_SURE), ("b", "a", NOT_SURE)}


@pytest.mark.parametrize("number", [UNKNOWABLE, HALF])
def test_doubt_is_there_after_a_reload_and_in_another_language(
    learn: Learn, site: str, quiz: Quiz, number: int
) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[number]
    learner.answer(quiz, item, NOT_SURE)
    verdict = "verdict-partly" if number == HALF else "verdict-right"
    learner.reload()
    learner.verdict(quiz, item, verdict)
    learner.locale = "vi"
    learner.open_quiz(quiz)
    learner.verdict(quiz, item, verdict)
    assert attempt(learner, item)["r"] == NOT_SURE
    assert attempt(learner, item)["s"] == (0.5 if number == HALF else 1)


def attempt(learner: Learner, item: Item) -> dict[str, object]:
    state = json.loads(learner.stored() or "")
    kept: dict[str, object] = state["profiles"][state["me"]]["attempts"][f"locks/{item.id}"]
    return kept


def test_doubt_that_an_item_no_longer_offers_stays_in_the_record_unseen(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[PLAIN]
    learner.answer(quiz, item, right(item))
    old = (learner.stored() or "").replace('"r":"b"', '"r":"not-sure"')
    learner.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [learner.record_key, old])
    learner.reload()
    learner.sees_answered(quiz, 0)
    learner.answer(quiz, quiz.items[HALF], NOT_SURE)
    assert attempt(learner, item)["r"] == NOT_SURE


@mostly_source
def test_without_scripts_the_answer_is_one_among_the_others(
    learn: Learn, site: str, quiz: Quiz, locale: str
) -> None:
    learner = learn(locale, site=site, width=320, javascript=False)
    learner.open("locks/quiz")
    for item in quiz.items:
        read_question(learner, quiz, item)
    for number, verdict in ((UNKNOWABLE, "right-option"), (HALF, "partly-option")):
        item = quiz.items[number]
        place = learner.item(quiz, item)
        assert rows(place)[-1:] == not_sure(item) == [NOT_SURE]
        learner.choose(place, item, NOT_SURE)
        told = place.locator(".why:visible")
        expect(told).to_have_count(1)
        expect(told).to_contain_text(learner.words[verdict])
        expect(told).to_contain_text(feedback(item, locale, NOT_SURE))
