"""The scoring that is shipped, run in the browser that runs it for learners."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.conftest import Shipped
from browser.course import QUIZZES, Response, not_sure, right, ways
from handbook.problem import Problems
from handbook.quiz.model import Item
from handbook.quiz.parse import read_quiz
from small_book import LANGUAGES
from told import UNIT

SCORES = """async ([folder, type, item, responses]) => {
    const { score } = await import(`${folder}/quiz/types/${type}.js`);
    return responses.map(response => score(item, response));
}"""
RESULT = """async ([folder, quiz, scores]) => {
    const { result } = await import(`${folder}/quiz/scoring.js`);
    return result(quiz, new Map(scores));
}"""


def every_response(item: Item) -> list[Response]:
    """All that a learner can answer; a set comes in every order of its ticks."""
    options = item.ids("options") or item.ids("feedback")
    fewest = 0 if item.type == "clues" else 1
    match item.type:
        case "multiple" | "clues":
            sizes = range(fewest, len(options) + 1)
            return [list(ids) for size in sizes for ids in itertools.permutations(options, size)]
        case "ordering":
            return [list(ids) for ids in itertools.permutations(options)]
        case "cloze":
            gaps = item.ids("gaps")
            words = itertools.product(*(item.ids("gaps", gap) for gap in gaps))
            return [dict(zip(gaps, choice, strict=True)) for choice in words]
        case "matching":
            chosen = itertools.product(item.ids("matches"), repeat=len(options))
            return [dict(zip(options, matches, strict=True)) for matches in chosen]
        case "scenario":
            return [*ways(item)]
    return [*options, *not_sure(item)]


def scores_of(shipped: Shipped, item: Item) -> list[tuple[Response, dict[str, float]]]:
    responses = every_response(item)
    scores = shipped(SCORES, item.type, {"key": right(item), **item.structure}, responses)
    return list(zip(responses, scores, strict=True))


def is_key(item: Item, response: Response) -> bool:
    key = right(item)
    if item.type in {"multiple", "clues"}:
        return sorted(response) == sorted(key)
    return response == key


DOUBTS = [
    item
    for name in ("not-sure", "not-sure-half")
    for item in read_quiz(
        (UNIT / f"items/{name}.yml").read_text("utf-8"), "locks", LANGUAGES, Problems()
    ).items
]
"""An item that nobody can know, and one where doubt is half right."""

ITEMS = [pytest.param(item, id=f"{quiz.module}/{item.id}") for quiz in QUIZZES for item in quiz.items]
ITEMS += [pytest.param(item, id=item.id) for item in DOUBTS]
SETS = [
    pytest.param(item, id=f"{quiz.module}/{item.id}")
    for quiz in QUIZZES
    for item in quiz.items
    if item.type in {"multiple", "clues"}
]


@pytest.mark.parametrize("item", ITEMS)
def test_a_score_lies_between_nothing_and_all(shipped: Shipped, item: Item) -> None:
    for response, score in scores_of(shipped, item):
        assert 0 <= score["score"] <= score["max"], response
        assert score["max"] >= 1


@pytest.mark.parametrize("item", ITEMS)
def test_only_the_key_gets_all_the_points(shipped: Shipped, item: Item) -> None:
    for response, score in scores_of(shipped, item):
        assert (score["score"] == score["max"]) is is_key(item, response), response


def test_who_is_not_sure_and_checks_is_right_or_half_right(shipped: Shipped) -> None:
    shares = []
    for item in DOUBTS:
        scores = {str(response): score for response, score in scores_of(shipped, item)}
        shares.append([score["score"] / score["max"] for score in scores.values()])
        assert list(scores)[-1] == "not-sure"
    assert shares == [[0, 0, 1], [1, 0, 0.5]]


@pytest.mark.parametrize("item", SETS)
def test_the_order_of_the_ticks_does_not_matter(shipped: Shipped, item: Item) -> None:
    found: dict[frozenset[str], set[float]] = {}
    for response, score in scores_of(shipped, item):
        found.setdefault(frozenset(response), set()).add(score["score"])
    assert all(len(scores) == 1 for scores in found.values())


@pytest.mark.parametrize("item", SETS)
def test_ticking_everything_does_not_pay(shipped: Shipped, item: Item) -> None:
    options = item.ids("feedback")
    scores = shipped(SCORES, item.type, {"key": right(item)}, [list(options), list(item.key)])
    assert scores[0]["score"] == max(0, 2 * len(item.key) - len(options))
    assert scores[0]["score"] < scores[1]["score"]


points = st.integers(1, 6).flatmap(lambda most: st.tuples(st.integers(0, most), st.just(most)))
answers = st.lists(st.tuples(points, st.booleans(), st.booleans()), min_size=1, max_size=12)


@given(answers=answers, pass_mark=st.integers(1, 100))
def test_a_result_is_the_mean_of_the_questions_rounded_down(
    shipped: Shipped, answers: list[tuple[tuple[int, int], bool, bool]], pass_mark: int
) -> None:
    """Each answer: its points, whether it must be right, whether it was given at all."""
    items = [{"id": str(n), "mustPass": must} for n, (_, must, _) in enumerate(answers)]
    given_scores = [
        [str(n), {"score": got, "max": most}]
        for n, ((got, most), _, there) in enumerate(answers)
        if there
    ]
    result = shipped(RESULT, {"pass": pass_mark, "items": items}, given_scores)
    shares = [Fraction(got, most) if there else Fraction(0) for (got, most), _, there in answers]
    percent = floor(100 * sum(shares) / len(shares))
    missed = [str(n) for n, share in enumerate(shares) if share < 1]
    must_pass_missed = any(answers[int(n)][1] for n in missed)
    assert result == {
        "percent": percent,
        "passed": percent >= pass_mark and not must_pass_missed,
        "missed": missed,
        "mustPassMissed": must_pass_missed,
    }


@given(answers=answers, better=st.integers(0, 11))
def test_a_better_answer_never_lowers_the_result(
    shipped: Shipped, answers: list[tuple[tuple[int, int], bool, bool]], better: int
) -> None:
    items = [{"id": str(n)} for n in range(len(answers))]
    before = [[str(n), {"score": got, "max": most}] for n, ((got, most), _, _) in enumerate(answers)]
    place = better % len(answers)
    after = [*before]
    after[place] = [str(place), {"score": answers[place][0][1], "max": answers[place][0][1]}]
    quiz = {"pass": 80, "items": items}
    assert shipped(RESULT, quiz, after)["percent"] >= shipped(RESULT, quiz, before)["percent"]
