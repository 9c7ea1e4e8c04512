"""The same order for the same seed, here and in overrides/assets/js/shuffle.js.

Hash: FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). Numbers: mulberry32, public domain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_WORD = 0xFFFFFFFF


def numbers(seed: str) -> Iterator[float]:
    """Numbers from 0 up to 1, the same for the same seed; without end."""
    state = 0x811C9DC5
    for byte in seed.encode():
        state = (state ^ byte) * 0x01000193 & _WORD
    while True:
        state = (state + 0x6D2B79F5) & _WORD
        mixed = (state ^ state >> 15) * (state | 1) & _WORD
        mixed ^= mixed + ((mixed ^ mixed >> 7) * (mixed | 61) & _WORD) & _WORD
        yield (mixed ^ mixed >> 14) / 4294967296


def shuffle(seed: str, ids: Sequence[str]) -> list[str]:
    """`ids` in an order that depends on the seed alone (Fisher and Yates, as by Durstenfeld)."""
    draws = numbers(seed)
    order = list(ids)
    for last in range(len(order) - 1, 0, -1):
        other = int(next(draws) * (last + 1))
        order[last], order[other] = order[other], order[last]
    return order
