""" "How sure are you?": a tap that nobody must make, that scores nothing and teaches something."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.conftest import Learn, Serve
from browser.course import mistakes, right
from browser.learner import Finger, Keyboard, Learner
from browser.test_accessibility import violations
from handbook.quiz.judgement import NOT_SURE
from handbook.quiz.model import Item, Quiz
from small_book import LANGUAGES, SMALL, Built, SmallBook, files_of
from told import UNIT

hands = pytest.mark.parametrize("hand", [Keyboard, Finger])
LEVELS = ("sure", "fairly-sure", "guessing")
SINGLE, DOUBT, ORDER = 0, 1, 2


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Quiz]:
    """A site whose quiz asks how sure one is."""
    book = SmallBook(tmp_path_factory.mktemp("sure"))
    texts = [(UNIT / f"items/{name}.yml").read_text("utf-8") for name in ("not-sure-half", "ordering")]
    items = [text.split("items:\n")[1] for text in [files_of(SMALL)["quizzes/locks.yml"], *texts]]
    book.write("quizzes/locks.yml", f"ask-sure: true\nitems:\n{''.join(items)}")
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


def question(learner: Learner, place: Locator) -> Locator:
    return place.get_by_role("group", name=learner.words["how-sure"], exact=True)


def level(learner: Learner, place: Locator, name: str) -> Locator:
    return place.get_by_role("button", name=learner.words[name], exact=True)


def answer(learner: Learner, quiz: Quiz, item: Item, response: Any, sureness: str) -> Locator:
    """Choose, say how sure one is, and check; returns what is said about the answer."""
    place = learner.item(quiz, item)
    learner.choose(place, item, response)
    learner.hand.press(level(learner, place, sureness))
    expect(level(learner, place, sureness)).to_have_attribute("aria-pressed", "true")
    learner.check(place)
    return place.locator(":focus")


def attempts(learner: Learner) -> Any:
    state = json.loads(learner.stored() or "")
    return state["profiles"][state["me"]]["attempts"]


@hands
@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_mistake_that_felt_sure_is_worth_a_second_look(
    learn: Learn, site: str, quiz: Quiz, locale: str, hand: type[Finger | Keyboard]
) -> None:
    learner = opened(learn, site, quiz, locale, hand)
    item = quiz.items[SINGLE]
    outcome = answer(learner, quiz, item, mistakes(item)[0].response, "sure")
    expect(outcome).to_contain_text(learner.words["was-sure"])
    expect(outcome.get_by_role("link")).to_have_count(1)
    expect(question(learner, learner.item(quiz, item))).to_have_count(0)
    assert violations(learner.page) == []


@pytest.mark.parametrize("sureness", LEVELS)
def test_nothing_is_said_to_who_was_right_or_did_not_feel_sure(
    learn: Learn, site: str, quiz: Quiz, sureness: str
) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[SINGLE]
    response = right(item) if sureness == "sure" else mistakes(item)[0].response
    outcome = answer(learner, quiz, item, response, sureness)
    expect(outcome).not_to_contain_text(learner.words["was-sure"])


def test_it_is_asked_once_something_is_chosen_and_never_needed(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[SINGLE]
    place = learner.item(quiz, item)
    expect(question(learner, place)).to_have_count(0)
    learner.choose(place, item, "a")
    expect(question(learner, place)).to_be_visible()
    learner.check(place)
    learner.verdict(quiz, item, "verdict-wrong")
    assert "c" not in attempts(learner)["locks/first-key"]


@hands
def test_a_second_tap_takes_it_back_and_another_one_changes_it(
    learn: Learn, site: str, quiz: Quiz, hand: type[Finger | Keyboard]
) -> None:
    learner = opened(learn, site, quiz, hand=hand)
    item = quiz.items[SINGLE]
    place = learner.item(quiz, item)
    learner.choose(place, item, "a")
    pressed = place.locator("[aria-pressed=true]")
    for name, wanted in (("sure", 1), ("sure", 0), ("guessing", 1), ("fairly-sure", 1)):
        learner.hand.press(level(learner, place, name))
        expect(pressed).to_have_count(wanted)
    expect(pressed).to_have_text(learner.words["fairly-sure"])
    learner.check(place)
    learner.verdict(quiz, item, "verdict-wrong")
    assert attempts(learner)["locks/first-key"]["c"] == "fairly-sure"


def test_who_says_not_sure_is_not_asked_how_sure(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[DOUBT]
    place = learner.item(quiz, item)
    learner.choose(place, item, "false")
    learner.hand.press(level(learner, place, "sure"))
    learner.choose(place, item, NOT_SURE)
    expect(question(learner, place)).to_have_count(0)
    learner.check(place)
    learner.verdict(quiz, item, "verdict-partly")
    expect(place.locator(":focus")).not_to_contain_text(learner.words["was-sure"])
    assert "c" not in attempts(learner)["locks/half-not-sure"]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_result_counts_sure_and_right_after_a_reload_too(
    learn: Learn, site: str, quiz: Quiz, locale: str
) -> None:
    learner = opened(learn, site, quiz, locale)
    single, doubt, order = quiz.items
    answer(learner, quiz, single, mistakes(single)[0].response, "sure")
    answer(learner, quiz, doubt, right(doubt), "sure")
    answer(learner, quiz, order, mistakes(order)[0].response, "guessing")
    counted = learner.words.fill("sure-result", right=1, wrong=1)
    for visit in ("at once", "after a reload"):
        learner.sees_score(quiz, 33)
        expect(learner.page.get_by_text(counted), visit).to_be_visible()
        learner.reload()
    learner.hand.press(learner.button("retry-missed"))
    place = learner.item(quiz, single)
    expect(place.locator("[aria-pressed=true]")).to_have_count(0)
    learner.answer(quiz, single, right(single))
    learner.answer(quiz, order, right(order))
    learner.sees_score(quiz, 100)
    expect(learner.page.get_by_text(learner.words.fill("sure-result", right=1, wrong=0))).to_be_visible()


def test_who_never_says_it_is_not_counted(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = opened(learn, site, quiz)
    learner.answer_all(quiz)
    learner.sees_score(quiz, 100)
    expect(learner.page.get_by_text(learner.words["sure-result"].split("{")[0])).to_have_count(0)


@pytest.mark.parametrize("stored", ["someday", 7, None, {"a": 1}])
def test_a_word_of_a_later_version_does_no_harm(
    learn: Learn, site: str, quiz: Quiz, stored: object
) -> None:
    learner = opened(learn, site, quiz)
    answer(learner, quiz, quiz.items[SINGLE], "a", "sure")
    state = json.loads(learner.stored() or "")
    state["profiles"][state["me"]]["attempts"]["locks/first-key"]["c"] = stored
    learner.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [learner.record_key, json.dumps(state)]
    )
    learner.reload()
    learner.verdict(quiz, quiz.items[SINGLE], "verdict-wrong")
    expect(learner.page.get_by_text(learner.words["was-sure"])).to_have_count(0)
    learner.answer(quiz, quiz.items[ORDER], right(quiz.items[ORDER]))
    assert attempts(learner)["locks/first-key"]["c"] == stored


@pytest.mark.parametrize("locale", LANGUAGES)
def test_each_choice_is_large_enough_for_a_thumb(
    learn: Learn, site: str, quiz: Quiz, locale: str
) -> None:
    learner = opened(learn, site, quiz, locale)
    place = learner.item(quiz, quiz.items[SINGLE])
    learner.choose(place, quiz.items[SINGLE], "a")
    tops = set()
    for name in LEVELS:
        box = level(learner, place, name).bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 44
        tops.add(box["y"])
    assert len(tops) == 1, "one line on the smallest telephone"
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_quiz_that_does_not_want_it_neither_asks_nor_loads_it(
    learn: Learn, serve: Serve, book: SmallBook
) -> None:
    built = book.build()
    assert built.code == 0, built.output
    learner = learn("en", site=serve(built.site))
    loaded: list[str] = []
    learner.page.on("request", lambda request: loaded.append(request.url))
    learner.open("locks/quiz")
    learner.sees_progress()
    expect(learner.page.locator(".sure")).to_have_count(0)
    assert [url for url in loaded if url.endswith("quiz/form.js")] != []
    assert [url for url in loaded if url.endswith("quiz/sure.js")] == []


def test_a_quiz_works_if_the_script_that_asks_does_not_arrive(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    learner = learn("en", site=site)
    learner.page.route(re.compile(r"quiz/sure\.js"), lambda route: route.abort())
    learner.open_quiz(quiz)
    learner.answer_all(quiz)
    learner.sees_score(quiz, 100)


def test_without_scripts_it_is_not_asked(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = learn("en", site=site, width=320, javascript=False)
    learner.open("locks/quiz")
    item = quiz.items[SINGLE]
    learner.choose(learner.item(quiz, item), item, "a")
    expect(learner.page.get_by_text(learner.words["how-sure"])).to_have_count(0)
