"""After every answer the page says in words whether it is right, and why."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import SAMPLE, feedback, languages, mistakes, option, quizzes, reasons, right
from browser.learner import Learner
from handbook.quiz.model import Item, Quiz


def try_every_mistake_in_rounds(learner: Learner, quiz: Quiz) -> None:
    """One mistake a question in each round; `start again` opens the next one."""
    rounds = max(len(mistakes(item)) for item in quiz.items)
    for turn in range(rounds):
        for item in quiz.items:
            make_mistake(learner, quiz, item, turn)
        learner.hand.press(learner.button("start-again"))


def make_mistake(learner: Learner, quiz: Quiz, item: Item, turn: int) -> None:
    if turn >= len(mistakes(item)):
        learner.answer(quiz, item, right(item))
        return
    mistake = mistakes(item)[turn]
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
    learner = learn(locale)
    learner.open_quiz(quiz)
    try_every_mistake_in_rounds(learner, quiz)


@languages
def test_the_choice_and_the_right_answer_are_marked_in_words_and_signs(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    learner.open_quiz(SAMPLE)
    for kind in ("single", "true-false"):
        item = next(item for item in SAMPLE.items if item.type == kind)
        mistake = mistakes(item)[0]
        learner.answer(SAMPLE, item, mistake.response)
        group = learner.item(SAMPLE, item).get_by_role("group").first
        chosen, key = mistake.reasons
        wrong = f"{option(item, locale, chosen)} ({learner.words['your-choice']})✗"
        expect(group).to_contain_text(wrong)
        expect(group).to_contain_text(f"{option(item, locale, key)}✓")
