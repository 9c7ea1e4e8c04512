"""A message whose suspicious rows are marked, and one that is genuine, in a book of their own."""

from __future__ import annotations

import itertools
import json

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Learn, Serve
from browser.course import feedback, mistakes, mostly_source, option, reasons, reasons_of_the_key, right
from browser.learner import Finger, Keyboard, Learner
from browser.test_accessibility import SCHEMES, violations
from browser.test_quiz_reasons import try_every_mistake_in_rounds
from browser.test_without_scripts import read_question
from handbook.quiz.model import Item, Quiz
from small_book import Built, SmallBook
from told import UNIT

hands = pytest.mark.parametrize("hand", [Keyboard, Finger])
TRAP, GENUINE = 0, 1


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Quiz]:
    """A site with a quiz of two messages: the second one is genuine."""
    book = SmallBook(tmp_path_factory.mktemp("clues"))
    text = (UNIT / "items/clues.yml").read_text(encoding="utf-8")
    genuine = text.replace("items:\n", "").replace("one-clues", "genuine").replace("[b, c]", "[]")
    book.write("quizzes/locks.yml", text + genuine)
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


def ticked(place: Locator) -> list[str]:
    """The values of the boxes that are ticked."""
    values: list[str] = place.locator("input:checked").evaluate_all("all => all.map(one => one.value)")
    return values


def box(learner: Learner, place: Locator, item: Item, part: str) -> Locator:
    return place.get_by_role("checkbox", name=option(item, learner.locale, part), exact=True)


@mostly_source
@hands
def test_both_messages_are_judged_rightly(
    learn: Learn, site: str, quiz: Quiz, locale: str, hand: type[Finger | Keyboard]
) -> None:
    learner = opened(learn, site, quiz, locale, hand)
    for item in quiz.items:
        outcome = learner.answer(quiz, item, right(item))
        learner.verdict(quiz, item, "verdict-right")
        for reason in reasons(item):
            told = reason in reasons_of_the_key(item)
            assert (feedback(item, locale, reason) in outcome.inner_text()) is told
    learner.sees_score(quiz, 100)


@hands
def test_every_false_alarm_and_every_missed_clue_is_explained(
    learn: Learn, site: str, quiz: Quiz, hand: type[Finger | Keyboard]
) -> None:
    verdicts = {mistake.verdict for mistake in mistakes(quiz.items[TRAP])}
    assert verdicts == {"verdict-wrong", "verdict-partly"}
    assert {mistake.verdict for mistake in mistakes(quiz.items[GENUINE])} == {"verdict-wrong"}
    try_every_mistake_in_rounds(opened(learn, site, quiz, "vi", hand), quiz)


def test_marking_a_row_and_saying_nothing_exclude_each_other(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[TRAP]
    place = learner.item(quiz, item)
    for part in ("a", "b"):
        learner.hand.tick(box(learner, place, item, part))
    assert ticked(place) == ["a", "b"]
    learner.hand.tick(learner.nothing(place))
    assert ticked(place) == ["-"]
    learner.hand.tick(box(learner, place, item, "c"))
    assert ticked(place) == ["c"]
    assert ticked(learner.item(quiz, quiz.items[GENUINE])) == []


def test_a_message_that_was_not_judged_is_not_checked(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = opened(learn, site, quiz)
    for item in quiz.items:
        learner.check(learner.item(quiz, item))
        learner.is_asked(quiz, item, "choose-first")


def test_the_rows_are_marked_with_signs_and_words(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[TRAP]
    learner.answer(quiz, item, ["a", "b"])
    rows = learner.item(quiz, item).locator("label").all_inner_texts()
    signs = [row.replace("\n", "")[-1] for row in rows]
    assert signs == ["✗", "✓", "✓", ".", "e"]
    assert [learner.words["your-choice"] in row for row in rows] == [True, True, False, False, False]


def test_saying_nothing_is_marked_too(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = opened(learn, site, quiz)
    for number, sign in ((TRAP, "✗"), (GENUINE, "✓")):
        learner.answer(quiz, quiz.items[number], [])
        row = learner.item(quiz, quiz.items[number]).locator("label").last
        expect(row).to_have_text(f"Nothing suspicious here ({learner.words['your-choice']}){sign}")


@pytest.mark.parametrize("response", [[], ["a", "c"]])
def test_an_answer_is_there_after_a_reload_and_in_another_language(
    learn: Learn, site: str, quiz: Quiz, response: list[str]
) -> None:
    learner = opened(learn, site, quiz)
    for item in quiz.items:
        learner.answer(quiz, item, response)
    learner.reload()
    for locale in ("en", "vi"):
        learner.locale = locale
        learner.open_quiz(quiz)
        learner.sees_answered(quiz, 2)
        for item in quiz.items:
            assert ticked(learner.item(quiz, item)) == (response or ["-"])


@pytest.mark.parametrize("saved", ['["z"]', '["a","a"]', '["-"]', '"b"', "{}", "null", "7"])
def test_a_saved_answer_that_no_longer_fits_is_not_shown(
    learn: Learn, site: str, quiz: Quiz, saved: str
) -> None:
    learner = opened(learn, site, quiz)
    learner.answer(quiz, quiz.items[TRAP], ["b"])
    state = json.loads(learner.stored() or "")
    state["profiles"][state["me"]]["attempts"]["locks/one-clues"]["r"] = json.loads(saved)
    learner.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [learner.record_key, json.dumps(state)]
    )
    learner.reload()
    learner.sees_answered(quiz, 0)
    assert ticked(learner.item(quiz, quiz.items[TRAP])) == []


def test_rows_ticked_before_the_script_came_count_more_than_nothing(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    tick = "document.querySelectorAll('[data-item=one-clues] input').forEach((one) => { one.checked = true; })"
    before = f"document.addEventListener('readystatechange', () => {{ {tick} }}, {{ once: true }});"
    learner = learn("en", site=site, width=320, before=before)
    learner.open_quiz(quiz)
    assert ticked(learner.item(quiz, quiz.items[TRAP])) == ["a", "b", "c", "d"]


def test_a_message_that_is_tried_again_is_open_and_empty(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = opened(learn, site, quiz)
    learner.answer_all(quiz, {item.id: [] for item in quiz.items})
    learner.hand.press(learner.button("retry-missed"))
    assert ticked(learner.item(quiz, quiz.items[TRAP])) == []
    learner.answer(quiz, quiz.items[TRAP], ["c", "b"])
    learner.sees_score(quiz, 100)


@mostly_source
def test_without_scripts_message_and_reasons_can_be_read_and_ticked(
    learn: Learn, site: str, quiz: Quiz, locale: str
) -> None:
    learner = learn(locale, site=site, width=320, javascript=False)
    learner.open("locks/quiz")
    for item in quiz.items:
        place = learner.item(quiz, item)
        read_question(learner, quiz, item)
        expect(place.get_by_text(learner.words["example"], exact=True)).to_be_visible()
        expect(place.get_by_text(item.text(locale, "sender"), exact=True)).to_be_visible()
        learner.choose(place, item, ["a"])
        learner.choose(place, item, [])  # on paper too, the two boxes do not know each other
        assert ticked(place) == ["a", "-"]


def too_small(page: Page) -> list[str]:
    """Controls, as far as a finger can hit them, that are lower or narrower than 44 px."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".quiz :is(input, button, summary)")]
            .map((one) => one.closest("label") ?? one)
            .filter((one) => one.checkVisibility())
            .filter((one) => Math.min(one.offsetHeight, one.offsetWidth) < 44)
            .map((one) => one.outerHTML)"""
    )
    return found


@mostly_source
@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_fits_every_eye_and_thumb_before_and_after_the_answer(
    learn: Learn, site: str, quiz: Quiz, locale: str, scheme: str
) -> None:
    learner = learn(locale, site=site, width=320)
    learner.page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    learner.open_quiz(quiz)
    for answered in (False, True):
        if answered:
            learner.answer_all(quiz, {"one-clues": ["a", "b"]})
        assert violations(learner.page) == []
        assert too_small(learner.page) == []
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_long_address_does_not_push_the_page_wider(learn: Learn, site: str, quiz: Quiz) -> None:
    learner = opened(learn, site, quiz)
    learner.page.evaluate(
        """() => document.querySelectorAll(".message .option span, .reason strong")
            .forEach((one) => one.append("barn.example/" + "x".repeat(60)))"""
    )
    for answered in (False, True):
        if answered:
            place = learner.item(quiz, quiz.items[TRAP])
            learner.hand.tick(learner.nothing(place))
            learner.check(place)
            learner.verdict(quiz, quiz.items[TRAP], "verdict-wrong")
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320
        assert place_of_widest_row(learner.page) <= 320


def place_of_widest_row(page: Page) -> float:
    """The right edge of the text that reaches furthest; a telephone that cuts it off hides it."""
    edge: float = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll(".message .option, .outcome .reason")]
            .map((one) => one.getBoundingClientRect().left + one.scrollWidth))"""
    )
    return edge


SCORES = """async (responses) => {
    const script = document.querySelector("link[href$='types/clues.js']").href;
    const { score } = await import(script);
    return responses.map(([key, response]) => score({ key }, response));
}"""


def test_the_shipped_scoring_counts_clues_and_false_alarms(learn: Learn, site: str, quiz: Quiz) -> None:
    parts = "abcd"
    keys = [list(key) for size in range(5) for key in itertools.combinations(parts, size)]
    given = [list(one) for size in range(5) for one in itertools.permutations(parts, size)]
    pairs = list(itertools.product(keys, given))
    page = opened(learn, site, quiz).page
    for (key, response), score in zip(pairs, page.evaluate(SCORES, pairs), strict=True):
        found, alarms = len({*key} & {*response}), len({*response} - {*key})
        points = max(0, found - alarms) if key else int(not alarms)
        assert score == {"score": points, "max": len(key) or 1}, (key, response)
        assert (score["score"] == score["max"]) is (sorted(key) == sorted(response)), (key, response)
        if key and not response:
            assert score["score"] == 0, key


def test_the_record_keeps_the_parts_in_order_whatever_the_order_of_the_taps(
    learn: Learn, site: str, quiz: Quiz
) -> None:
    learner = opened(learn, site, quiz)
    item = quiz.items[TRAP]
    place = learner.item(quiz, item)
    for part in ("d", "c", "a"):
        learner.hand.tick(box(learner, place, item, part))
    learner.check(place)
    state = json.loads(learner.stored() or "")
    attempt = state["profiles"][state["me"]]["attempts"]["locks/one-clues"]
    assert (attempt["r"], attempt["s"], attempt["m"]) == (["a", "c", "d"], 0, 2)
