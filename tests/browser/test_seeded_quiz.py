"""The code on a worksheet opens the same questions on a phone, and takes nothing from the learner."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Learn, Shipped
from browser.course import LANGUAGES, QUIZZES, SAMPLE, right
from browser.learner import Learner
from handbook.quiz.draw import draw, order_of
from handbook.quiz.model import Item, Quiz
from handbook.quiz.registry import ITEM_TYPES
from small_book import PROJECT
from unit.test_quiz_draw import pool_of

VECTORS = json.loads((PROJECT / "tests/unit/draw_vectors.json").read_text(encoding="utf-8"))
DRAW = """async ([folder, pools]) => {
    const { draw } = await import(`${folder}/quiz/draw.js`);
    return pools.map(([items, count, seed]) => draw(items, count, seed));
}"""
MOVES = """async ([folder, kinds]) => {
    const types = await Promise.all(kinds.map((kind) => import(`${folder}/quiz/types/${kind}.js`)));
    return types.map(({ shuffles }) => Boolean(shuffles));
}"""
EVERY = [
    pytest.param(quiz, locale, id=f"{locale}-{quiz.module}")
    for quiz in QUIZZES
    for locale in (LANGUAGES if quiz is SAMPLE else LANGUAGES[:1])
]


def told(item: Item) -> dict[str, Any]:
    """An item as the browser knows it."""
    genuine = {} if item.genuine is None else {"genuine": item.genuine}
    return {"id": item.id, "mustPass": item.must_pass, **genuine}


def test_paper_and_phone_draw_alike(shipped: Shipped) -> None:
    pools = [([told(i) for i in pool_of(v["pool"])], v["count"], v["seed"]) for v in VECTORS]
    assert [" ".join(drawn) for drawn in shipped(DRAW, pools)] == [v["drawn"] for v in VECTORS]
    real = [
        (list(q.asked), q.draw, f"{letter}{n}")
        for q in QUIZZES
        for letter in "ABCD"
        for n in range(1, 20)
    ]
    drawn = shipped(DRAW, [([told(i) for i in items], count, seed) for items, count, seed in real])
    assert drawn == [list(draw(*case)) for case in real]


def test_paper_and_phone_move_the_options_of_the_same_types(shipped: Shipped) -> None:
    kinds = sorted(ITEM_TYPES)
    assert shipped(MOVES, kinds) == [ITEM_TYPES[kind].shuffles for kind in kinds]


def scan(learner: Learner, quiz: Quiz, seed: str) -> None:
    """Open the quiz by the code of a worksheet, in a window of its own."""
    learner.page.goto("about:blank")
    learner.page.goto(f"{learner.address(f'{quiz.module}/quiz')}#seed={seed}")
    learner.sees_progress()


def shown(learner: Learner) -> list[str]:
    """Ids of the questions that are asked."""
    ids: list[str] = learner.page.locator("[data-item]:visible").evaluate_all(
        "all => all.map((one) => one.dataset.item)"
    )
    return ids


def options(learner: Learner, item: str) -> tuple[str, ...]:
    """Ids of the options of a question, from top to bottom."""
    rows = learner.page.locator(f"[data-item={item}] fieldset > [data-option]")
    return tuple(rows.evaluate_all("all => all.map((one) => one.dataset.option)"))


@pytest.mark.parametrize(("quiz", "locale"), EVERY)
def test_a_phone_asks_what_the_worksheet_asks(learn: Learn, quiz: Quiz, locale: str) -> None:
    learner = learn(locale)
    scan(learner, quiz, "B7")
    order = order_of(quiz, locale, "B7")
    assert shown(learner) == list(order.items)
    for id_, moved in order.options.items():
        assert tuple(one for one in options(learner, id_) if one != "not-sure") == moved
    learner.sees(learner.words.fill("worksheet", seed="B7"))


def test_a_look_at_a_worksheet_changes_nothing(learn: Learn) -> None:
    learner = learn("vi")
    learner.open_quiz(SAMPLE)
    own = shown(learner)
    first = learner.asked(SAMPLE)[0]
    learner.answer(SAMPLE, first, right(first))
    scan(learner, SAMPLE, "B7")
    learner.reload()
    assert shown(learner) == list(order_of(SAMPLE, "vi", "B7").items)
    learner.open_quiz(SAMPLE)
    assert shown(learner) == own
    learner.verdict(SAMPLE, first, "verdict-right")


def test_who_answers_goes_on_with_the_worksheet_and_keeps_earlier_answers(learn: Learn) -> None:
    learner = learn("en")
    drawn = order_of(SAMPLE, "en", "B7").items
    must = next(item for item in SAMPLE.asked if item.must_pass)
    learner.open_question(SAMPLE, must)
    learner.answer(SAMPLE, must, right(must))
    scan(learner, SAMPLE, "B7")
    learner.verdict(SAMPLE, must, "verdict-right")
    other = next(item for item in learner.asked(SAMPLE) if item is not must)
    learner.answer(SAMPLE, other, right(other))
    expect(learner.page).to_have_url(learner.address(f"{SAMPLE.module}/quiz"))
    learner.open_quiz(SAMPLE)
    assert shown(learner) == list(drawn)
    learner.sees_answered(SAMPLE, 2)


def test_start_again_draws_anew_and_lasts(learn: Learn) -> None:
    learner = learn("vi")
    scan(learner, SAMPLE, "D1")
    learner.answer_all(SAMPLE)
    learner.sees_score(SAMPLE, 100)
    learner.hand.press(learner.button("start-again"))
    anew = shown(learner)
    learner.reload()
    assert shown(learner) == anew


def test_a_second_code_opens_its_own_questions(learn: Learn) -> None:
    learner = learn("vi")
    scan(learner, SAMPLE, "A1")
    # The new fragment is a navigation of its own; only the load after it is the page anew.
    with learner.page.expect_event("load"):
        learner.page.evaluate("location.hash = '#seed=B7'")
    learner.sees_progress()
    assert shown(learner) == list(order_of(SAMPLE, "vi", "B7").items)


@pytest.mark.parametrize("fragment", ["seed=", "seed=7", "seed=<b>", "seed=B7777", "seeds=B7"])
def test_an_address_that_names_no_worksheet_opens_the_learners_own_quiz(
    learn: Learn, fragment: str
) -> None:
    learner = learn("en")
    learner.page.goto(f"{learner.address(f'{SAMPLE.module}/quiz')}#{fragment}")
    learner.sees_progress()
    assert len(shown(learner)) == SAMPLE.draw
    expect(learner.page.get_by_text("Worksheet")).to_have_count(0)
