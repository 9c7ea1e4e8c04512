"""What a quiz remembers between two visits, and how to try again."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import SAMPLE, missed, right
from browser.learner import Learner
from handbook.quiz.model import Item

FIRST, SECOND = 1, 4
"""Places of two questions to miss among those that are asked."""


def profile_of(learner: Learner) -> Any:
    """The profile as it is stored."""
    state = json.loads(learner.stored() or "")
    return state["profiles"][state["me"]]


def is_open(learner: Learner, item: Item) -> bool:
    place = learner.item(SAMPLE, item)
    return place.get_by_role("button", name=learner.words["check"], exact=True).is_visible()


def open_items(learner: Learner) -> list[str]:
    return [item.id for item in learner.asked(SAMPLE) if is_open(learner, item)]


def choices(learner: Learner) -> list[list[object]]:
    """What is chosen in every control of every question."""
    read = "all => all.map(one => one.type === 'radio' || one.type === 'checkbox' ? one.checked : one.value)"
    return [
        learner.item(SAMPLE, item).locator("input, select").evaluate_all(read)
        for item in learner.asked(SAMPLE)
    ]


def answer_with_two_mistakes(learner: Learner) -> tuple[list[Item], list[Item]]:
    """Returns the questions that were missed, and the rest."""
    learner.open_quiz(SAMPLE)
    rest = learner.asked(SAMPLE)
    wrong = [rest.pop(SECOND), rest.pop(FIRST)][::-1]
    learner.answer_all(SAMPLE, missed(wrong))
    return wrong, rest


def sees_outcome_with_two_mistakes(learner: Learner, wrong: list[Item], rest: list[Item]) -> None:
    for item in wrong:
        learner.verdict(SAMPLE, item, "verdict-wrong")
    for item in rest:
        learner.verdict(SAMPLE, item, "verdict-right")
    learner.sees_score(SAMPLE, 100 * len(rest) // len([*wrong, *rest]))


def test_answers_and_score_are_there_after_a_reload_and_in_another_language(learn: Learn) -> None:
    learner = learn("vi")
    wrong, rest = answer_with_two_mistakes(learner)
    given = choices(learner)
    sees_outcome_with_two_mistakes(learner, wrong, rest)
    learner.reload()
    for locale in (learner.locale, "fr"):
        learner.locale = locale
        learner.open_quiz(SAMPLE)
        sees_outcome_with_two_mistakes(learner, wrong, rest)
        assert choices(learner) == given
        assert open_items(learner) == []


def test_half_a_quiz_is_there_after_a_reload(learn: Learn) -> None:
    learner = learn("vi")
    learner.open_quiz(SAMPLE)
    asked = learner.asked(SAMPLE)
    half = asked[: len(asked) // 2]
    for item in half:
        learner.answer(SAMPLE, item, right(item))
    learner.reload()
    learner.sees_answered(SAMPLE, len(half))
    assert open_items(learner) == [item.id for item in asked[len(half) :]]


def test_only_the_missed_questions_are_tried_again(learn: Learn) -> None:
    learner = learn("fr")
    wrong, rest = answer_with_two_mistakes(learner)
    learner.hand.press(learner.button("retry-missed"))
    expect(learner.item(SAMPLE, wrong[0]).locator(":focus")).to_have_count(1)
    for visit in ("at once", "after a reload"):
        assert open_items(learner) == [item.id for item in wrong], visit
        learner.sees_answered(SAMPLE, len(rest))
        for item in wrong:
            expect(learner.item(SAMPLE, item).locator("input:checked")).to_have_count(0)
        for item in rest:
            learner.verdict(SAMPLE, item, "verdict-right")
        expect(learner.button("retry-missed")).to_have_count(0)
        learner.reload()
    for item in wrong:
        learner.answer(SAMPLE, item, right(item))
    learner.sees_score(SAMPLE, 100)
    learner.sees(learner.words["passed"])
    attempts = profile_of(learner)["attempts"]
    tries = {item.id: attempts[f"{SAMPLE.module}/{item.id}"]["n"] for item in [*wrong, *rest]}
    assert tries == {**{item.id: 2 for item in wrong}, **{item.id: 1 for item in rest}}


def test_starting_again_clears_the_answers_and_keeps_the_pass(learn: Learn) -> None:
    learner = learn("en")
    learner.open_quiz(SAMPLE)
    learner.answer_all(SAMPLE)
    passed = profile_of(learner)["modules"][SAMPLE.module]["passed"]
    assert passed
    learner.hand.press(learner.button("start-again"))
    asked = learner.asked(SAMPLE)
    for visit in ("at once", "after a reload"):
        assert open_items(learner) == [item.id for item in asked], visit
        assert not any(value is True or value for row in choices(learner) for value in row), visit
        learner.sees_answered(SAMPLE, 0)
        expect(learner.button("start-again")).to_have_count(0)
        learner.reload()
    learner.answer_all(SAMPLE, missed(asked))
    learner.sees(learner.words["not-passed"])
    module = profile_of(learner)["modules"][SAMPLE.module]
    assert (module["best"], module["passed"]) == (100, passed)


def test_an_answer_is_dated_where_the_learner_is(learn: Learn) -> None:
    learner = learn("vi")
    learner.page.clock.set_fixed_time("2026-11-30T20:00:00Z")  # the first of December in Viet Nam
    where = {"timezoneId": "Asia/Ho_Chi_Minh"}
    learner.page.context.new_cdp_session(learner.page).send("Emulation.setTimezoneOverride", where)
    learner.open_quiz(SAMPLE)
    learner.answer_all(SAMPLE)
    profile = profile_of(learner)
    assert {attempt["t"] for attempt in profile["attempts"].values()} == {"2026-12-01"}
    assert profile["modules"][SAMPLE.module]["passed"] == "2026-12-01"


def test_a_wrong_answer_begins_the_reviews_again_and_a_right_one_keeps_their_place(learn: Learn) -> None:
    learner = learn("vi")
    learner.open_quiz(SAMPLE)
    known, new, wrong, *_ = learner.asked(SAMPLE)
    learner.page.evaluate(
        """([key, names]) => {
            const attempts = Object.fromEntries(names.map((name) => [
                name, { r: "x", s: 1, m: 1, n: 1, t: "2026-01-01", d: "2026-02-01", b: 3, open: true },
            ]));
            localStorage.setItem(key, JSON.stringify({ v: 2, me: "p", profiles: { p: { attempts } } }));
        }""",
        [learner.record_key, [f"{SAMPLE.module}/{item.id}" for item in (known, wrong)]],
    )
    learner.answer(SAMPLE, known, right(known))
    learner.answer(SAMPLE, new, right(new))
    [response] = missed([wrong]).values()
    learner.answer(SAMPLE, wrong, response)
    attempts = profile_of(learner)["attempts"]
    boxes = [attempts[f"{SAMPLE.module}/{item.id}"]["b"] for item in (known, new, wrong)]
    assert boxes == [3, 1, 0]
