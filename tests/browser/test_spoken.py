"""The passed modules as a number that one can say on the telephone."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.journey import MODULES, Run, shipped

SAY = "async (sets, modules) => { const { say } = await load('spoken'); return sets.map((s) => say(s, modules)); }"
HEARD = """async (texts, modules) => {
    const { heard } = await load('spoken');
    return texts.map((text) => { try { return heard(text, modules); } catch (error) { return error.reason; } });
}"""


@pytest.fixture(scope="module")
def run(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with shipped(browser, tmp_path_factory.mktemp("shipped")) as running:
        yield running


def sets(count: int) -> list[list[str]]:
    dice = random.Random(7)
    some = [[slug for slug in MODULES if dice.random() < 0.5] for _ in range(count)]
    return [[], [MODULES[0]], [MODULES[-1]], MODULES, *some]


def test_what_is_said_is_heard(run: Run) -> None:
    assert run(HEARD, run(SAY, sets(500), MODULES), MODULES) == sets(500)


def test_it_is_at_most_eight_digits_in_groups_of_four(run: Run) -> None:
    for code in run(SAY, sets(500), MODULES):
        assert len(code) <= 9
        assert all(len(group) == 4 and group.isdigit() for group in code.split(" "))


def test_every_wrong_digit_and_every_swap_is_noticed(run: Run) -> None:
    wrong = []
    for code in run(SAY, sets(40), MODULES):
        digits = code.replace(" ", "")
        for place, digit in enumerate(digits):
            others = [other for other in "0123456789" if other != digit]
            wrong += [digits[:place] + other + digits[place + 1 :] for other in others]
            if digits[place : place + 2] != digits[place : place + 2][::-1]:
                wrong.append(digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :])
    assert len(wrong) > 2500
    assert set(run(HEARD, wrong, MODULES)) == {"garbage"}


def test_a_lost_digit_and_one_too_many_are_noticed(run: Run) -> None:
    codes = [code.replace(" ", "") for code in run(SAY, sets(40), MODULES)]
    wrong = [code[:place] + code[place + 1 :] for code in codes for place in range(len(code))]
    wrong += [code[:place] + "0" + code[place:] for code in codes for place in range(len(code) + 1)]
    assert set(run(HEARD, wrong, MODULES)) == {"garbage"}


def test_it_may_be_written_as_people_write_numbers(run: Run) -> None:
    [code] = run(SAY, [MODULES], MODULES)
    ways = [code.replace(" ", sign) for sign in ["", ".", "-", "–", "\u00a0", " - ", "\n"]]
    ways += [" " + code + " ", code.translate(str.maketrans("0123456789", "０１２３４５６７８９"))]
    assert run(HEARD, ways, MODULES) == [MODULES] * len(ways)


@pytest.mark.parametrize(
    "text", ["", " ", "0000", "Lan", "1234 5678", "-98", "0x62", "9" * 4000, "0098,0098"]
)
def test_anything_else_is_garbage(run: Run, text: str) -> None:
    assert run(HEARD, [text], MODULES) == ["garbage"]


def test_an_edition_with_more_modules_is_understood(run: Run) -> None:
    later = [*MODULES, *(f"next-{n}" for n in range(60))]
    [code] = run(SAY, [[MODULES[2], later[-1]]], later)
    assert run(HEARD, [code], later) == [[MODULES[2], later[-1]]]
    assert run(HEARD, [code], MODULES) == [[MODULES[2]]]
