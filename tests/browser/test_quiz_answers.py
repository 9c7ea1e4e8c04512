"""Answering a quiz: with the keyboard, with a finger, too early or with a number used twice."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Route, expect

from browser.conftest import Learn
from browser.course import (
    BOOK,
    LANGUAGES,
    QUIZZES,
    SAMPLE,
    SOURCE,
    feedback,
    languages,
    missed,
    mostly_source,
    quizzes,
    reasons_of_the_key,
    right,
)
from browser.learner import Finger, Keyboard, Learner
from handbook.quiz.model import Item, Quiz

# Every run plays every quiz by keyboard in the source language, so that a new item is played the day it
# is written; one quiz in each language and by finger too, since nothing but words differs.
_PLAYED = [
    *((quiz, SOURCE, Keyboard) for quiz in QUIZZES),
    *((SAMPLE, locale, Finger) for locale in LANGUAGES),
]


@pytest.mark.parametrize(
    ("quiz", "locale", "hand"),
    [
        pytest.param(
            *case,
            id="-".join((case[0].module, case[1], case[2].__name__)),
            marks=() if case in _PLAYED else pytest.mark.every_page,
        )
        for case in itertools.product(QUIZZES, LANGUAGES, (Keyboard, Finger))
    ],
)
def test_the_key_of_every_question_gives_all_the_points(
    learn: Learn, locale: str, hand: type[Finger | Keyboard], quiz: Quiz
) -> None:
    learner = learn(locale, hand)
    learner.open_questions(quiz)
    assert learner.asked(quiz) == list(quiz.asked)
    passes_with_every_key(learner, quiz)


def passes_with_every_key(learner: Learner, quiz: Quiz) -> None:
    """Answer what is asked with its keys; only the last answer brings the pass."""
    for number, item in enumerate(learner.asked(quiz), start=1):
        expect(learner.page.get_by_text(learner.words["passed"])).to_have_count(0)
        outcome = learner.answer(quiz, item, right(item))
        learner.verdict(quiz, item, "verdict-right")
        for reason in reasons_of_the_key(item):
            expect(outcome).to_contain_text(feedback(item, learner.locale, reason))
        learner.sees_answered(quiz, number)
    learner.sees_score(quiz, 100)
    learner.sees(learner.words["passed"])
    expect(learner.button("retry-missed")).to_have_count(0)


@quizzes
def test_a_try_asks_as_many_questions_as_are_drawn(learn: Learn, quiz: Quiz) -> None:
    learner = learn("vi")
    learner.open_quiz(quiz)
    asked = learner.asked(quiz)
    assert len(asked) == (quiz.draw or len(quiz.asked))
    assert all(item in asked for item in quiz.asked if item.must_pass)
    passes_with_every_key(learner, quiz)


@quizzes
@languages
def test_the_page_of_a_draw_says_how_many_questions_it_asks_and_of_how_many(
    locale: str, quiz: Quiz
) -> None:
    lead, _, _ = BOOK.page(locale, f"{quiz.module}/quiz").body.partition("{{")
    told = [int(number) for number in re.findall(r"\d+", lead)]
    assert not quiz.draw or {quiz.draw, len(quiz.asked)} <= set(told)


def test_below_the_mark_a_learner_is_told_what_to_read_again(learn: Learn) -> None:
    learner = learn("vi", Keyboard)
    learner.open_quiz(SAMPLE)
    others = [item for item in learner.asked(SAMPLE) if not item.must_pass]
    learner.answer_all(SAMPLE, missed(others))
    learner.sees(learner.words["not-passed"])
    result = learner.page.get_by_text(learner.words["not-passed"]).locator("xpath=..")
    links = result.get_by_role("link")
    addresses = {item.see for item in others if item.see}
    expect(links).to_have_count(len(addresses))
    links.first.click()
    heading = learner.page.locator("h2, h3").filter(visible=True).locator(":scope:target")
    expect(heading).to_be_in_viewport()


def test_without_a_question_that_must_be_right_nobody_passes(learn: Learn) -> None:
    learner = learn("fr")
    learner.open_quiz(SAMPLE)
    asked = learner.asked(SAMPLE)
    learner.answer_all(SAMPLE, missed(item for item in asked if item.must_pass))
    learner.sees_score(SAMPLE, 100 * (len(asked) - 1) // len(asked))
    learner.sees(learner.words["must-pass-missed"])
    expect(learner.page.get_by_text(learner.words["passed"])).to_have_count(0)


@mostly_source
def test_whoever_checks_too_early_is_asked_for_an_answer(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open_questions(SAMPLE)
    for item in SAMPLE.asked:
        learner.check(learner.item(SAMPLE, item))
        asked = "finish-story" if item.type == "scenario" else "choose-first"
        learner.is_asked(SAMPLE, item, asked)
    for item in SAMPLE.asked[:2]:
        learner.answer(SAMPLE, item, right(item))
        expect(learner.item(SAMPLE, item).get_by_role("alert")).to_have_count(0)


def first_of(kind: str) -> Item:
    return next(item for item in SAMPLE.asked if item.type == kind)


@languages
def test_a_number_used_twice_is_asked_again(learn: Learn, locale: str) -> None:
    item = first_of("ordering")
    learner = learn(locale)
    learner.open_question(SAMPLE, item)
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
    learner.open_question(SAMPLE, item)
    place = learner.item(SAMPLE, item)
    place.get_by_role("combobox").first.select_option(index=1)
    learner.check(place)
    learner.is_asked(SAMPLE, item, "choose-first")


def test_an_answer_that_was_checked_cannot_be_changed(learn: Learn) -> None:
    learner = learn("en")
    one_of_each = [first_of(kind) for kind in {item.type for item in SAMPLE.asked}]
    learner.open_questions(SAMPLE, one_of_each)
    for item in one_of_each:
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
        learner.open_question(SAMPLE, first_of(kind))
        learner.check(learner.item(SAMPLE, first_of(kind)))
        learner.verdict(SAMPLE, first_of(kind), "verdict-right")
