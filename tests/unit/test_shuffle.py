import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.shuffle import numbers, shuffle

VECTORS = json.loads((Path(__file__).parent / "shuffle_vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("seed", "order"), VECTORS.items())
def test_a_seed_always_gives_the_same_order(seed: str, order: str) -> None:
    assert "".join(shuffle(seed, "abcdefgh")) == order


def test_other_seeds_give_other_orders() -> None:
    assert len({"".join(shuffle(str(seed), "abcdefgh")) for seed in range(50)}) > 45


@given(st.text(), st.lists(st.text(), unique=True, max_size=20))
def test_nothing_is_lost_and_nothing_added(seed: str, ids: list[str]) -> None:
    assert Counter(shuffle(seed, ids)) == Counter(ids)


def test_every_place_is_about_equally_likely() -> None:
    firsts = Counter(shuffle(str(seed), "abcd")[0] for seed in range(4000))
    assert all(900 < firsts[letter] < 1100 for letter in "abcd")


def test_numbers_lie_between_nought_and_one() -> None:
    draws = numbers("x")
    assert all(0 <= next(draws) < 1 for _ in range(1000))
