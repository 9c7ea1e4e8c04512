"""After every answer the page says in words whether it is right, and why."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import (
    SAMPLE,
    SOURCE,
    Mistake,
    feedback,
    languages,
    mistakes,
    option,
    quizzes,
    reasons,
)
from browser.learner import Learner
from handbook.quiz.model import Item, Quiz

Choose = Callable[[Item], list[Mistake]]


def told_apart(item: Item) -> list[Mistake]:
    """Of the mistakes that are told the same, one."""
    return [*{(one.verdict, one.reasons): one for one in mistakes(item)}.values()]


def told_of_all(item: Item) -> list[Mistake]:
    """A few mistakes that are told every reason that any mistake is told."""
    chosen: list[Mistake] = []
    told: set[str] = set()
    for one in sorted(mistakes(item), key=lambda one: -len(one.reasons)):
        if not told >= set(one.reasons):
            chosen.append(one)
            told |= set(one.reasons)
    return chosen


def try_every_mistake_in_rounds(learner: Learner, quiz: Quiz, choose: Choose = told_apart) -> None:
    """Each round makes one mistake in every question that has one left, as a learner without a past."""
    left = {item.id: choose(item) for item in quiz.asked}
    for turn in range(max(map(len, left.values()))):
        round_of = [item for item in quiz.asked if turn < len(left[item.id])]
        learner.open_questions(quiz, round_of)
        for item in round_of:
            make_mistake(learner, quiz, item, left[item.id][turn])
        learner.forget_everything()


def make_mistake(learner: Learner, quiz: Quiz, item: Item, mistake: Mistake) -> None:
    outcome = learner.answer(quiz, item, mistake.response)
    told = (mistake.response, mistake.verdict)
    said = outcome.inner_text().replace("\u202f", " ").replace("\u00a0", " ")
    assert said.startswith(learner.words[mistake.verdict]), (item.id, *told)
    for reason in reasons(item):
        wanted = reason in mistake.reasons
        assert (feedback(item, learner.locale, reason) in said) is wanted, (item.id, reason, *told)


@quizzes
@languages
def test_every_mistake_is_met_with_its_own_reasons(learn: Learn, locale: str, quiz: Quiz) -> None:
    choose = told_apart if locale == SOURCE else told_of_all  # nothing but words differs
    try_every_mistake_in_rounds(learn(locale), quiz, choose)


@languages
def test_the_choice_and_the_right_answer_are_marked_in_words_and_signs(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    items = [next(one for one in SAMPLE.asked if one.type == kind) for kind in ("single", "true-false")]
    learner.open_questions(SAMPLE, items)
    for item in items:
        mistake = mistakes(item)[0]
        learner.answer(SAMPLE, item, mistake.response)
        group = learner.item(SAMPLE, item).get_by_role("group").first
        chosen, key = mistake.reasons
        wrong = f"{option(item, locale, chosen)} ({learner.words['your-choice']})✗"
        expect(group).to_contain_text(wrong)
        expect(group).to_contain_text(f"{option(item, locale, key)}✓")
