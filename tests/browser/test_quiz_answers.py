"""Answering a quiz: with the keyboard, with a finger, too early or with a number used twice."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from browser.conftest import Learn
from browser.course import SAMPLE, feedback, languages, missed, quizzes, reasons_of_the_key, right
from browser.learner import Finger, Keyboard
from handbook.quiz.model import Item, Quiz


@quizzes
@languages
@pytest.mark.parametrize("hand", [Keyboard, Finger])
def test_the_key_of_every_question_gives_all_the_points(
    learn: Learn, locale: str, hand: type[Finger | Keyboard], quiz: Quiz
) -> None:
    learner = learn(locale, hand)
    learner.open_quiz(quiz)
    for number, item in enumerate(quiz.items, start=1):
        expect(learner.page.get_by_text(learner.words["passed"])).to_have_count(0)
        outcome = learner.answer(quiz, item, right(item))
        learner.verdict(quiz, item, "verdict-right")
        for reason in reasons_of_the_key(item):
            expect(outcome).to_contain_text(feedback(item, locale, reason))
        learner.sees_answered(quiz, number)
    learner.sees_score(quiz, 100)
    learner.sees(learner.words["passed"])
    expect(learner.button("retry-missed")).to_have_count(0)


def test_below_the_mark_a_learner_is_told_what_to_read_again(learn: Learn) -> None:
    learner = learn("vi", Keyboard)
    learner.open_quiz(SAMPLE)
    learner.answer_all(SAMPLE, missed(SAMPLE, *range(2, len(SAMPLE.items) + 1)))
    learner.sees(learner.words["not-passed"])
    result = learner.page.get_by_text(learner.words["not-passed"]).locator("xpath=..")
    links = result.get_by_role("link")
    addresses = {f"{item.see}" for item in SAMPLE.items[1:] if item.see}
    expect(links).to_have_count(len(addresses))
    links.first.click()
    heading = learner.page.locator("h2, h3").filter(visible=True).locator(":scope:target")
    expect(heading).to_be_in_viewport()


def test_without_a_question_that_must_be_right_nobody_passes(learn: Learn) -> None:
    number, _ = next((n, item) for n, item in enumerate(SAMPLE.items, start=1) if item.must_pass)
    learner = learn("fr")
    learner.open_quiz(SAMPLE)
    learner.answer_all(SAMPLE, missed(SAMPLE, number))
    learner.sees_score(SAMPLE, 100 - 100 // len(SAMPLE.items))
    learner.sees(learner.words["must-pass-missed"])
    expect(learner.page.get_by_text(learner.words["passed"])).to_have_count(0)


@languages
def test_whoever_checks_too_early_is_asked_for_an_answer(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open_quiz(SAMPLE)
    for item in SAMPLE.items:
        learner.check(learner.item(SAMPLE, item))
        asked = "finish-story" if item.type == "scenario" else "choose-first"
        learner.is_asked(SAMPLE, item, asked)
    for item in SAMPLE.items[:2]:
        learner.answer(SAMPLE, item, right(item))
        expect(learner.item(SAMPLE, item).get_by_role("alert")).to_have_count(0)


def first_of(kind: str) -> Item:
    return next(item for item in SAMPLE.items if item.type == kind)


@languages
def test_a_number_used_twice_is_asked_again(learn: Learn, locale: str) -> None:
    item = first_of("ordering")
    learner = learn(locale)
    learner.open_quiz(SAMPLE)
    place = learner.item(SAMPLE, item)
    for id_ in item.ids("options"):
        learner.hand.pick(learner.step(place, item, id_), "1")
    learner.check(place)
    learner.is_asked(SAMPLE, item, "every-step-once")
    learner.sees_answered(SAMPLE, 0)
    learner.answer(SAMPLE, item, list(item.key))
    learner.verdict(SAMPLE, item, "verdict-right")


@pytest.mark.parametrize("kind", ["ordering", "cloze"])
def test_half_an_answer_is_not_checked(learn: Learn, kind: str) -> None:
    item = first_of(kind)
    learner = learn("vi")
    learner.open_quiz(SAMPLE)
    place = learner.item(SAMPLE, item)
    place.get_by_role("combobox").first.select_option(index=1)
    learner.check(place)
    learner.is_asked(SAMPLE, item, "choose-first")


def test_an_answer_that_was_checked_cannot_be_changed(learn: Learn) -> None:
    learner = learn("en")
    learner.open_quiz(SAMPLE)
    for kind in {item.type for item in SAMPLE.items}:
        item = first_of(kind)
        learner.answer(SAMPLE, item, right(item))
        place = learner.item(SAMPLE, item)
        for role in ("radio", "checkbox", "combobox"):
            for control in place.get_by_role(role).all():
                expect(control).to_be_disabled()


def test_what_was_chosen_before_the_script_came_stays_chosen(learn: Learn) -> None:
    learner = learn("vi")
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    learner.page.route(re.compile("/assets/quiz/"), hold)
    with learner.page.expect_request(re.compile("/assets/quiz/")):
        learner.open(f"{SAMPLE.module}/quiz")
    for kind in ("single", "multiple", "ordering"):
        item = first_of(kind)
        learner.choose(learner.item(SAMPLE, item), item, right(item))
    with learner.page.expect_response(re.compile("/assets/quiz/")):
        waiting[0].continue_()
    learner.sees_progress()
    for kind in ("single", "multiple", "ordering"):
        learner.check(learner.item(SAMPLE, first_of(kind)))
        learner.verdict(SAMPLE, first_of(kind), "verdict-right")
