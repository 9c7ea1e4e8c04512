"""A learner goes through the programme, one quiz after another, until its rule is met."""

from __future__ import annotations

import json
from typing import Any

from browser.conftest import Learn
from browser.course import BOOK, QUIZZES, mostly_source
from browser.learner import Learner
from handbook.programme import Module
from handbook.quiz.model import Quiz

PROGRAMME = BOOK.programme
COMPULSORY = [module for module in PROGRAMME.modules if module.kind == "compulsory"]
OPTIONAL = [module for module in PROGRAMME.published if module.kind == "optional"]
WAY = [*COMPULSORY, *OPTIONAL[: PROGRAMME.optional_needed]]
"""The compulsory modules, then as many optional ones as the rule wants."""


def quiz_of(module: Module) -> Quiz:
    return next(quiz for quiz in QUIZZES if quiz.module == module.slug)


def profile_of(learner: Learner) -> Any:
    """The one profile of the record."""
    state = json.loads(learner.stored() or "")
    assert list(state["profiles"]) == [state["me"]]
    return state["profiles"][state["me"]]


def passed_by(profile: Any) -> list[str]:
    """The modules that a record says were passed, in the order of the way."""
    return [module.slug for module in WAY if profile["modules"].get(module.slug, {}).get("passed")]


def meets_the_rule(passed: list[str]) -> bool:
    """Every compulsory module, and as many optional ones as the programme asks for."""
    optional = [module for module in OPTIONAL if module.slug in passed]
    return {module.slug for module in COMPULSORY} <= set(passed) and (
        len(optional) >= PROGRAMME.optional_needed
    )


def test_what_is_published_is_enough_to_complete_the_programme() -> None:
    assert all(module in PROGRAMME.published for module in COMPULSORY)
    assert len(OPTIONAL) >= PROGRAMME.optional_needed
    assert all(quiz_of(module) for module in WAY)


@mostly_source
def test_a_learner_passes_module_after_module_until_the_programme_is_complete(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    asked: dict[str, int] = {}
    for number, module in enumerate(WAY, start=1):
        quiz = quiz_of(module)
        learner.open_quiz(quiz)
        items = learner.asked(quiz)
        learner.answer_all(quiz)
        learner.sees_score(quiz, 100)
        learner.sees(learner.words["passed"])
        asked |= {f"{quiz.module}/{item.id}": 1 for item in items}
        profile = profile_of(learner)
        assert passed_by(profile) == [done.slug for done in WAY[:number]]
        assert profile["modules"][module.slug]["best"] == 100
        assert {name: one["n"] for name, one in profile["attempts"].items()} == asked
        assert all(one["s"] == one["m"] for one in profile["attempts"].values())
        assert meets_the_rule(passed_by(profile)) is (number == len(WAY))
    learner.open_quiz(quiz_of(WAY[0]))
    learner.sees(learner.words["passed"])
