"""A pool of questions: what is drawn, in which order, and what a second failure explains."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import Learn, Serve
from browser.course import QUIZZES
from browser.learner import Learner
from handbook.quiz.model import Quiz
from small_book import PROJECT, SmallBook

VECTORS = json.loads((PROJECT / "tests/unit/shuffle_vectors.json").read_text(encoding="utf-8"))
DRAW = """async ([folder, pools]) => {
    const { draw } = await import(`${folder}/quiz/draw.js`);
    return pools.map(([items, count, seed]) => draw(items, count, seed));
}"""
SHUFFLE = """async ([folder, seeds]) => {
    const { shuffle } = await import(`${folder}/shuffle.js`);
    return seeds.map((seed) => shuffle(seed, [..."abcdefgh"]).join(""));
}"""


@pytest.fixture(scope="module")
def scripts(browser: Browser, address: str, real_site: Any) -> Any:
    """A page of the site, and the folder of its scripts."""
    [folder] = (real_site.site / "assets").glob("*/js")
    with browser.new_context() as context:
        shown = context.new_page()
        shown.goto(address)
        yield shown, f"{address}assets/{folder.parent.name}/js"


def test_screen_and_paper_shuffle_alike(scripts: tuple[Page, str]) -> None:
    shown, folder = scripts
    assert shown.evaluate(SHUFFLE, [folder, list(VECTORS)]) == list(VECTORS.values())


pools = st.lists(
    st.tuples(st.sampled_from([None, True, False]), st.booleans()), min_size=1, max_size=24
).map(
    lambda rows: [
        {"id": f"i{n}", "mustPass": must and n < 2, **({} if real is None else {"genuine": real})}
        for n, (real, must) in enumerate(rows)
    ]
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(pools, st.integers(2, 24), st.text(max_size=8)), min_size=20, max_size=20))
def test_a_draw_is_as_large_as_wanted_and_holds_every_must_pass_item(
    scripts: tuple[Page, str], cases: list[tuple[list[dict[str, Any]], int, str]]
) -> None:
    shown, folder = scripts
    draws = shown.evaluate(DRAW, [folder, [list(case) for case in cases]])
    for (items, count, _), drawn in zip(cases, draws, strict=True):
        ids = [item["id"] for item in items]
        assert drawn == [id_ for id_ in ids if id_ in drawn]
        assert len(drawn) == min(count, len(ids))
        assert {item["id"] for item in items if item["mustPass"]} <= set(drawn)


def test_a_draw_keeps_the_share_of_genuine_messages(scripts: tuple[Page, str]) -> None:
    shown, folder = scripts
    items = [{"id": f"i{n}", "genuine": n % 2 == 0} for n in range(8)]
    items += [{"id": f"o{n}"} for n in range(4)]
    draws = shown.evaluate(DRAW, [folder, [[items, 6, str(seed)] for seed in range(40)]])
    for drawn in draws:
        judged = [int(id_[1:]) for id_ in drawn if id_.startswith("i")]
        assert len(judged) == 4
        assert sum(n % 2 == 0 for n in judged) == 2
    assert len({tuple(drawn) for drawn in draws}) > 10


def test_a_small_draw_judges_four_messages_all_the_same(scripts: tuple[Page, str]) -> None:
    shown, folder = scripts
    items = [{"id": f"i{n}", "genuine": n < 2} for n in range(5)]
    items += [{"id": f"o{n}", "mustPass": n == 0} for n in range(9)]
    draws = shown.evaluate(DRAW, [folder, [[items, 8, str(seed)] for seed in range(40)]])
    for drawn in draws:
        assert [id_ for id_ in drawn if id_ in {"i0", "i1"}] == ["i0", "i1"]
        assert sum(id_.startswith("i") for id_ in drawn) == 4


@pytest.mark.parametrize("quiz", [quiz for quiz in QUIZZES if quiz.draw], ids=lambda quiz: quiz.module)
def test_every_draw_of_a_real_quiz_asks_what_it_must_and_is_fair_to_genuine_messages(
    scripts: tuple[Page, str], quiz: Quiz
) -> None:
    shown, folder = scripts
    items = [
        {"id": item.id, "mustPass": item.must_pass, **real}
        for item in quiz.asked
        for real in [{} if item.genuine is None else {"genuine": item.genuine}]
    ]
    draws = shown.evaluate(DRAW, [folder, [[items, quiz.draw, str(seed)] for seed in range(400)]])
    genuine = {item.id: item.genuine for item in quiz.asked}
    for drawn in draws:
        assert len(drawn) == quiz.draw
        assert {item.id for item in quiz.asked if item.must_pass} <= set(drawn)
        judged = [genuine[id_] for id_ in drawn if genuine[id_] is not None]
        assert len(judged) >= 4
        assert 0.4 <= judged.count(True) / len(judged) <= 0.5, drawn
    assert {id_ for drawn in draws for id_ in drawn} == set(genuine)


def pool_book(book: SmallBook) -> SmallBook:
    """Six questions of which three are asked; the first must be right and explains itself again."""
    quiz = book.read("quizzes/locks.yml")
    head, item = quiz.split("items:\n")
    items = [item.replace("first-key", f"key-{n}") for n in range(6)]
    items[0] = items[0].replace("    key: b\n", "    key: b\n    must-pass: true\n")
    for locale, words in (("vi", "Nghĩ thêm"), ("fr", "Encore"), ("en", "Think of rain")):
        items[0] = items[0].replace(f"    {locale}:\n", f"    {locale}:\n      more: {words}.\n")
    items[1] = items[1].replace("    key: b\n", "    key: b\n    retired: true\n")
    book.write("quizzes/locks.yml", f"{head}draw: 3\nitems:\n{''.join(items)}")
    return book


@pytest.fixture
def learner(learn: Learn, serve: Serve, book: SmallBook) -> Learner:
    built = pool_book(book).build()
    assert built.code == 0, built.output
    made = learn("en", site=serve(built.site))
    made.open("locks/quiz")
    expect(made.page.get_by_role("status")).to_have_text("0 of 3 answered")
    return made


def shown_items(learner: Learner) -> list[str]:
    """Ids of the questions on the page."""
    ids: list[str] = learner.page.locator("[data-item]:visible").evaluate_all(
        "all => all.map((one) => one.dataset.item)"
    )
    return ids


def answer(learner: Learner, name: str, option: str) -> None:
    item = learner.page.locator(f"[data-item={name}]")
    item.get_by_role("radio", name=option).tap()
    item.get_by_role("button", name=learner.words["check"]).tap()


def test_a_learner_meets_the_draw_numbered_from_one(learner: Learner) -> None:
    shown = shown_items(learner)
    assert len(shown) == 3
    assert shown[0] == "key-0"
    numbers = learner.page.locator(".item-number span:first-child:visible").all_inner_texts()
    assert [number.split("\n")[0] for number in numbers][:1] == ["Question 1"]
    assert "key-1" not in learner.page.content()


def test_the_same_draw_is_there_after_a_reload_and_another_after_starting_again(
    learner: Learner,
) -> None:
    shown = shown_items(learner)
    for name in shown:
        answer(learner, name, "Two locks")
    learner.sees(learner.words["passed"])
    learner.reload()
    assert shown_items(learner) == shown
    draws = set()
    for _ in range(6):
        learner.page.get_by_role("button", name=learner.words["start-again"]).tap()
        draws.add(tuple(shown_items(learner)))
        for name in shown_items(learner):
            answer(learner, name, "Two locks")
    assert len(draws) > 1
    assert all(len(drawn) == 3 and drawn[0] == "key-0" for drawn in draws)


POOL = ["key-0", "key-2", "key-3", "key-4", "key-5"]


def follow(learner: Learner, name: str) -> Locator:
    """Open the address of a question; returns the question."""
    learner.page.goto(f"{learner.address('locks/quiz')}#q-{name}")
    expect(learner.page.get_by_role("status")).not_to_be_empty()
    return learner.page.locator(f"[data-item={name}]")


@pytest.mark.parametrize("arrival", ["from another page", "on the page"])
def test_the_address_of_a_question_leads_to_it_drawn_or_not(learner: Learner, arrival: str) -> None:
    drawn = shown_items(learner)
    for name in POOL:
        if arrival == "from another page":
            learner.open("about")
            learner.page.evaluate("localStorage.clear()")
        question = follow(learner, name)
        expect(question).to_be_in_viewport()
        numbers = learner.page.locator(".item-number span:first-child:visible").all_inner_texts()
        assert numbers == [f"Question {n}" for n in range(1, len(shown_items(learner)) + 1)]
        answer(learner, name, "Two locks")
        expect(question.get_by_text(learner.words["verdict-right"], exact=True)).to_be_visible()
        if arrival == "from another page":
            assert len(shown_items(learner)) in {3, 4}
    if arrival == "on the page":
        assert shown_items(learner) == POOL
        assert set(drawn) < set(POOL)
        learner.sees(learner.words["passed"])


def test_a_question_that_was_asked_by_its_address_belongs_to_that_visit(learner: Learner) -> None:
    drawn = shown_items(learner)
    for name in drawn:
        answer(learner, name, "Two locks")
    learner.sees(learner.words["passed"])
    guest = next(name for name in POOL if name not in drawn)
    follow(learner, guest)
    expect(learner.page.get_by_role("status")).to_have_text("3 of 4 answered")
    expect(learner.page.get_by_text(learner.words["passed"])).to_have_count(0)
    answer(learner, guest, "One lock")
    learner.sees(learner.words.fill("result", score=75, **{"pass": 80}))
    learner.page.goto("about:blank")
    learner.open("locks/quiz")
    expect(learner.page.get_by_role("status")).to_have_text("3 of 3 answered")
    assert shown_items(learner) == drawn
    learner.sees(learner.words["passed"])
    follow(learner, guest)
    expect(learner.page.get_by_role("status")).to_have_text("4 of 4 answered")
    learner.page.get_by_role("button", name=learner.words["start-again"]).tap()
    assert len(shown_items(learner)) == 3


def test_the_address_of_no_question_changes_nothing(learner: Learner) -> None:
    drawn = shown_items(learner)
    for name in ("key-1", "nothing", "key-9"):  # the first of them is retired
        learner.page.goto(f"{learner.address('locks/quiz')}#q-{name}")
        learner.reload()
        expect(learner.page.get_by_role("status")).to_have_text("0 of 3 answered")
    assert "key-0" in drawn


def test_a_second_failure_is_explained_in_another_way(learner: Learner) -> None:
    for name in shown_items(learner):
        answer(learner, name, "One lock" if name == "key-0" else "Two locks")
    more = learner.page.locator("[data-item=key-0] .outcome").get_by_text("Think of rain.")
    expect(more).to_have_count(0)
    learner.page.get_by_role("button", name=learner.words["retry-missed"]).tap()
    answer(learner, "key-0", "One lock")
    expect(more).to_be_visible()


def test_options_stand_in_an_order_of_their_own_and_keep_it(learner: Learner) -> None:
    def orders() -> list[list[str]]:
        rows: list[list[str]] = learner.page.locator("[data-item]:visible").evaluate_all(
            "all => all.map((one) => [...one.querySelectorAll('[data-option]')].map((row) => row.dataset.option))"
        )
        return rows

    seen = set()
    for _ in range(8):
        for name in shown_items(learner):
            answer(learner, name, "Two locks")
        before = orders()
        learner.reload()
        assert orders() == before
        seen |= {tuple(row) for row in before}
        learner.page.get_by_role("button", name=learner.words["start-again"]).tap()
    assert seen == {("a", "b"), ("b", "a")}
