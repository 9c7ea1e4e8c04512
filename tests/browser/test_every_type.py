"""A quiz that holds every type of question: the demonstration, and what the engine weighs."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Literal

import pytest

from browser.conftest import Learn, Serve
from browser.course import mistakes
from browser.learner import Finger, Keyboard
from browser.test_accessibility import schemes, violations
from handbook.quiz.registry import ITEM_TYPES
from small_book import LANGUAGES, PROJECT, SMALL, SmallBook, files_of

ITEMS = PROJECT / "tests/unit/items"
ENGINE, STYLE = 9_000, 2_500
"""Most bytes (gzip) of the engine's own scripts with every type, and of its stylesheet."""


def gz(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.fixture
def every_type(book: SmallBook) -> SmallBook:
    """The small book with an item of each type: a new type joins with the file of its item."""
    single = files_of(SMALL)["quizzes/locks.yml"]
    others = [file.read_text(encoding="utf-8") for file in sorted(ITEMS.glob("*.yml"))]
    quiz = single + "".join(text.split("items:\n", maxsplit=1)[1] for text in others)
    book.write("quizzes/locks.yml", f"ask-sure: true\n{quiz}")
    return book


def test_every_type_has_an_item_in_the_demonstration(every_type: SmallBook) -> None:
    loaded, problems = every_type.load()
    assert problems.errors() == []
    assert {item.type for item in loaded.quizzes["locks"].items} == set(ITEM_TYPES)


@pytest.mark.parametrize("locale", LANGUAGES)
@schemes
def test_every_type_is_played_wrongly_then_rightly_and_axe_finds_nothing(
    learn: Learn, serve: Serve, every_type: SmallBook, locale: str, scheme: Literal["light", "dark"]
) -> None:
    built = every_type.build()
    assert built.code == 0, built.output
    hand = {"light": Finger, "dark": Keyboard}[scheme]
    learner = learn(locale, hand, site=serve(built.site), width=320)
    learner.page.emulate_media(color_scheme=scheme)
    quiz = every_type.load()[0].quizzes["locks"]

    def is_clean() -> None:
        assert violations(learner.page) == []
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320

    learner.open_quiz(quiz)
    learner.sees_answered(quiz, 0)
    is_clean()
    learner.answer_all(quiz, {item.id: mistakes(item)[-1].response for item in quiz.items})
    is_clean()
    learner.hand.press(learner.button("start-again"))
    learner.answer_all(quiz)
    learner.sees_score(quiz, 100)
    is_clean()


def test_the_engine_with_every_type_weighs_at_most_9_kilobytes(every_type: SmallBook) -> None:
    site = every_type.build().site
    [folder] = site.glob("assets/*/js")
    assert sum(map(gz, folder.glob("quiz/**/*.js"))) <= ENGINE
    [style] = site.glob("assets/*/css/quiz.css")
    assert gz(style) <= STYLE
