import pytest

from handbook.problem import Place, Problems
from handbook.quiz.model import Item, Quiz
from handbook.quiz.parse import read_quiz
from small_book import LANGUAGES, SMALL, SmallBook, files_of
from told import Case, cases_of, check, texts

TEXT = files_of(SMALL)["quizzes/locks.yml"]


def quiz(old: str = "", new: str = "") -> Quiz:
    problems = Problems()
    read = read_quiz(TEXT.replace(old, new) if old else TEXT, "locks", LANGUAGES, problems, 75)
    assert texts(problems) == []
    return read


def only_item(read: Quiz) -> Item:
    (item,) = read.items
    return item


@cases_of("quiz_parse")
def test_a_mistake_in_a_quiz_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_a_quiz_without_a_pass_mark_has_that_of_the_programme() -> None:
    assert quiz().pass_mark == 75
    assert quiz("items:", "pass: 90\nitems:").pass_mark == 90


def test_an_item_has_its_parts() -> None:
    item = only_item(quiz())
    assert (item.id, item.type, item.key) == ("first-key", "single", "b")
    assert (item.see, item.must_pass) == ("door#two-locks", False)
    assert item.text("en", "options", "b") == "Two locks"
    assert item.branch("fr", "options") == {"a": "Une serrure", "b": "Deux serrures"}


def test_an_item_may_have_to_be_passed() -> None:
    assert only_item(quiz("    key: b", "    key: b\n    must-pass: true")).must_pass


def test_what_an_item_does_not_have_is_empty() -> None:
    item = only_item(quiz())
    assert item.text("en", "hint") == ""
    assert item.text("de", "stem") == ""
    assert item.branch("en", "stem") == {}
    assert item.ids("stem", "deeper") == ()


def test_the_ids_stand_in_the_order_of_the_source_language() -> None:
    read = quiz(
        "        a: Một khóa\n        b: Hai khóa\n", "        b: Hai khóa\n        a: Một khóa\n"
    )
    assert only_item(read).ids("options") == ("b", "a")


def test_a_part_knows_its_place_or_that_of_the_part_around_it() -> None:
    item = only_item(quiz())
    assert item.where("key") == Place("quizzes/locks.yml", 4, 10)
    assert item.where("en", "options", "a") == Place("quizzes/locks.yml", 25, 9)
    assert item.where("en", "options", "z") == item.where("en", "options")
    assert item.where("nothing") == item.place


def test_a_word_in_a_map_of_options_is_not_turned_into_anything_else() -> None:
    item = only_item(quiz("        a: One lock\n", "        a: No\n"))
    assert item.text("en", "options", "a") == "No"


@pytest.mark.parametrize("text", ["", "items:", "- a", "items: [a, [b], {c: d}]", "items: {a: b}"])
def test_a_quiz_that_cannot_be_read_is_empty(text: str) -> None:
    problems = Problems()
    assert read_quiz(text, "locks", LANGUAGES, problems).items == ()
    assert problems.errors() != []


def test_every_mistake_of_a_quiz_is_told_in_one_run() -> None:
    problems = Problems()
    wrong = TEXT.replace("type: single", "type: singel").replace("items:", "pass: x\nitems:")
    read_quiz(wrong, "locks", LANGUAGES, problems)
    assert texts(problems) == [
        "quizzes/locks.yml:1:7: 'x' is not a whole number from 1 to 100 — write one",
        "quizzes/locks.yml:4:11: there is no item type 'singel' — did you mean 'single'?",
    ]
