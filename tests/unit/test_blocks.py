import pytest

from handbook.pages.blocks import FRAMES, Block, blocks_of
from handbook.problem import Problems
from small_book import SmallBook
from told import Case, cases_of, check, texts


def read(body: str) -> Block:
    problems = Problems()
    root = blocks_of(body, "some.md", 6, problems)
    assert texts(problems) == []
    return root


@cases_of("blocks")
def test_a_mistake_in_a_block_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_text_outside_blocks_belongs_to_the_root() -> None:
    assert read("One\n\nTwo").children == ["One", "", "Two"]


def test_a_block_has_a_name_a_title_and_an_id() -> None:
    root = read("/// story | Hoa’s door {#hoa}\nOnce.\n///")
    assert root.children == [Block("story", "Hoa’s door", "hoa", 0, ["Once."])]


def test_a_block_inside_a_block_is_its_child() -> None:
    root = read("/// do | Lock it {#lock}\n/// local | vn\nHere.\n///\nThere.\n///")
    assert root.children == [
        Block("do", "Lock it", "lock", 0, [Block("local", "vn", "", 1, ["Here."]), "There."])
    ]


def test_a_country_may_be_folded() -> None:
    root = read("/// local | fr folded\nThere.\n///\n/// local | gb\n///")
    assert root.children == [
        Block("local", "fr", "", 0, ["There."], folded=True),
        Block("local", "gb", "", 3),
    ]


def test_an_unknown_block_still_holds_its_lines() -> None:
    root = blocks_of("/// xyz\nInside.\n///\nOutside.", "some.md", 6, Problems())
    assert root.children == [Block("xyz", line=0, children=["Inside."]), "Outside."]


def test_every_block_that_stays_open_is_reported() -> None:
    problems = Problems()
    blocks_of("/// why | A {#a}\n/// card | B", "some.md", 6, problems)
    assert texts(problems) == [
        "some.md:6:1: the block 'why' is never closed — write /// on a line of its own where it ends",
        "some.md:7:1: the block 'card' is never closed — write /// on a line of its own where it ends",
    ]


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_needs_a_title_and_an_id(name: str) -> None:
    problems = Problems()
    blocks_of(f"/// {name}\n///", "some.md", 6, problems)
    assert texts(problems) == [
        f"some.md:6:5: the block '{name}' needs a title and an id — write /// {name} | Title {{#id}}"
    ]
