"""The points of a story, as the shipped script counts them for learners."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from browser.conftest import Shipped
from browser.course import ways
from handbook.problem import Place
from handbook.quiz.model import Item
from handbook.quiz.story import Choice, Story

SCORE = """async ([folder, steps, ways]) => {
    const { score, marks, told } = await import(`${folder}/quiz/types/scenario.js`);
    return ways.map((way) => [score({ steps }, way), marks({ steps }, way), told({ steps }, way)]);
}"""

choice = st.tuples(st.integers(1, 3), st.integers(0, 9))
stories = st.lists(st.lists(choice, min_size=2, max_size=3), min_size=1, max_size=4)


@settings(max_examples=60)
@given(drawn=stories)
def test_points_are_added_up_along_the_way(shipped: Shipped, drawn: list[list[tuple[int, int]]]) -> None:
    """Names are numbers, the first step the highest: a script would sort them otherwise."""
    last = len(drawn)
    steps: dict[str, dict[str, Choice]] = {
        str(last - n): {
            f"c{m}": Choice(str(last - min(n + (1 if m == 0 else jump), last)), points)
            for m, (jump, points) in enumerate(made)
        }
        for n, made in enumerate(drawn)
    }
    story = Story({**steps, "0": {}})
    written: dict[str, Any] = {
        step: {id_: {"goto": one.goto, "score": str(one.score)} for id_, one in made.items()} or "end"
        for step, made in story.steps.items()
    }
    texts: dict[str, Any] = {}
    item = Item("x", "scenario", (), texts, Place("quizzes/locks.yml"), structure={"steps": written})
    all_ways = ways(item)
    most, best = story.best(story.first)
    for way, (score, marks, told) in zip(all_ways, shipped(SCORE, written, all_ways), strict=True):
        assert score == {"score": story.points(tuple(way)), "max": most}
        assert 0 <= score["score"] <= score["max"]
        if len(best) == 1:
            assert (score["score"] == most) is (tuple(way) == best[0])
        assert (set(marks.values()) == {"right"}) is (score["score"] == most)
        assert set(marks) <= set(told)


def test_the_script_of_a_story_weighs_little() -> None:
    script = Path(__file__).parents[2] / "overrides/assets/js/quiz/types/scenario.js"
    assert len(gzip.compress(script.read_bytes(), 9)) <= 2200
