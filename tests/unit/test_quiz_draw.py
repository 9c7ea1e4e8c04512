import json
from pathlib import Path
from typing import Any

import pytest

from handbook.problem import Place
from handbook.quiz.draw import draw, order_of
from handbook.quiz.model import Item, Quiz
from unit.test_quiz_types import quiz

VECTORS = json.loads((Path(__file__).parent / "draw_vectors.json").read_text(encoding="utf-8"))
NOWHERE = Place("some.yml", 1)


def pool_of(letters: str) -> list[Item]:
    """g: a genuine message, f: a fake one, o: nothing is judged; a capital letter must be asked."""
    genuine = {"g": True, "f": False, "o": None}
    return [
        Item(
            f"i{n}",
            "single",
            "a",
            {},
            NOWHERE,
            must_pass=letter.isupper(),
            genuine=genuine[letter.lower()],
        )
        for n, letter in enumerate(letters)
    ]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["seed"] + " " + vector["pool"])
def test_a_seed_draws_the_same_items_as_on_a_phone(vector: dict[str, Any]) -> None:
    drawn = draw(pool_of(vector["pool"]), vector["count"], vector["seed"])
    assert " ".join(drawn) == vector["drawn"]


def test_the_options_move_and_the_seed_decides_where() -> None:
    orders = {order_of(quiz("single"), "en", f"B{n}").options["first-key"] for n in range(1, 20)}
    assert orders == {("a", "b"), ("b", "a")}


@pytest.mark.parametrize("kind", ["true-false", "ordering", "matching", "cloze", "clues", "scenario"])
def test_what_has_an_order_of_its_own_keeps_it(kind: str) -> None:
    assert order_of(quiz(kind), "en", "B7").options == {}


def test_options_that_keep_their_order_stay() -> None:
    kept = quiz("single", "    key: b", "    key: b\n    keep-order: true")
    assert order_of(kept, "en", "B7").options == {}


def test_a_quiz_without_a_draw_asks_everything() -> None:
    items = tuple(pool_of("ogfG"))
    written = [Item(item.id, "true-false", "true", {"en": {}}, NOWHERE) for item in items]
    whole = Quiz("locks", 80, tuple(written), NOWHERE)
    assert order_of(whole, "en", "B7").items == ("i0", "i1", "i2", "i3")
