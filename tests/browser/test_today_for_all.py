"""Five questions for today: by keyboard, on the narrowest screen, in light and dark."""

from __future__ import annotations

from typing import Literal

import pytest

from browser.conftest import Learn
from browser.course import LANGUAGES
from browser.learner import Keyboard
from browser.reviews import (
    attempt,
    day,
    is_day,
    opens,
    opens_and_sees,
    profile_of,
    put_profile,
    sees_end,
)
from browser.test_accessibility import schemes, violations
from browser.test_today import ONE_OF_EACH, answers


@schemes
@pytest.mark.parametrize("locale", LANGUAGES)
def test_today_is_clean_and_fits_before_and_after_answers_by_keyboard_alone(
    learn: Learn, locale: str, scheme: Literal["light", "dark"]
) -> None:
    learner = learn(locale, Keyboard, width=320)
    learner.page.emulate_media(color_scheme=scheme)
    put_profile(learner, {name: attempt(0, right=False) for name in ONE_OF_EACH})

    def is_clean() -> None:
        assert violations(learner.page) == []
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320

    learner.open("today")
    is_clean()
    is_day(learner, 1)
    questions = opens(learner)
    is_clean()
    answers(learner, questions, wrong=questions.items[:2])
    sees_end(
        learner, len(questions.items) - 2, len(questions.items), {1: 2, 3: len(questions.items) - 2}
    )
    is_clean()
    opens_and_sees(learner, learner.words["review-done"])
    is_clean()
    assert day(1) in {one["d"] for one in profile_of(learner)["attempts"].values()}
