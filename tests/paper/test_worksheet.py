import re

import pytest

from browser.course import LANGUAGES, QUIZZES, option
from handbook.paper.worksheet import LETTERS, seed_fragment, worksheet, worksheet_title
from handbook.quiz.draw import order_of
from handbook.quiz.model import Quiz
from paper.on_paper import context, lines
from unit.test_quiz_types import quiz

FOOT = '<div class="foot">Scan me</div>'


def sheet_and_key(asked: Quiz, locale: str, seed: str) -> tuple[str, str]:
    whole = worksheet(asked, context(locale), "Locks & keys", seed, FOOT)
    sheet, key = whole.split('<section class="worksheet worksheet-key">')
    return sheet, key


@pytest.mark.parametrize("seed", ["", "7", "B", "b7", "B0", "B7 ", "B7777", "#seed=B7", "Đ1"])
def test_a_seed_is_a_letter_and_a_number(seed: str) -> None:
    with pytest.raises(ValueError, match="such as B7"):
        worksheet(quiz("single"), context(), "Locks", seed)


def test_a_seed_stands_in_the_address_as_the_phone_reads_it() -> None:
    assert seed_fragment("B7") == "seed=B7"


def test_the_head_has_the_module_the_seed_and_room_for_a_name() -> None:
    sheet, _ = sheet_and_key(quiz("single"), "en", "B7")
    assert lines(sheet, "h1") == ["Locks & keys"]
    assert lines(sheet, "h2") == ["Worksheet B7"]
    assert lines(sheet)[:3] == ["Name", "Date", "Right answers / 1"]
    assert worksheet_title("Locks", context("fr"), "B7") == "Fiche B7 – Locks"


def test_the_foot_begins_with_the_sheet_and_the_sheet_says_what_its_code_is_for() -> None:
    sheet, _ = sheet_and_key(quiz("single"), "en", "B7")
    assert sheet.startswith(f'<section class="worksheet">{FOOT}')
    assert "The same questions on a phone" in sheet


@pytest.mark.parametrize("asked", QUIZZES, ids=lambda asked: asked.module)
@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_key_stands_behind_the_questions_and_fits_them(asked: Quiz, locale: str) -> None:
    order = order_of(asked, locale, "C3")
    sheet, key = sheet_and_key(asked, locale, "C3")
    assert re.findall(r'id="q-([\w-]+)"', sheet) == list(order.items)
    assert re.findall(r'id="key-([\w-]+)"', key) == list(order.items)
    assert "key-" not in sheet
    singles = [item for item in asked.asked if item.id in order.options and item.type == "single"]
    for item in singles:
        explained = lines(key.split(f'id="key-{item.id}"')[1].split("</ul>")[0])
        for place, id_ in enumerate(order.options[item.id]):
            said = " ".join(option(item, locale, id_).split())
            assert explained[place].startswith("ABCDEF"[place])
            assert said in " ".join(explained[place].split())


def test_neighbours_get_other_questions() -> None:
    for asked in QUIZZES:
        sheets = [order_of(asked, "vi", f"{letter}1") for letter in LETTERS]
        assert len({order.items for order in sheets}) == len(LETTERS), asked.module


def test_a_worksheet_is_the_same_twice() -> None:
    first, second = (worksheet(QUIZZES[0], context("fr"), "Locks", "A1") for _ in range(2))
    assert first == second
