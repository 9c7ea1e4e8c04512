"""A pool of questions: what is drawn, in which order, and what a second failure explains."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from browser.conftest import Learn, Serve
from browser.learner import Learner
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
