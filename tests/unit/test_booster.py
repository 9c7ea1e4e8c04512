"""The booster: items that modules keep for two weeks later, as one quiz."""

from __future__ import annotations

import pytest

from handbook.problem import Place
from handbook.quiz.model import Item, Quiz
from handbook.quiz.review import booster_quiz, review_item
from small_book import SmallBook
from told import Case, cases_of, check

RESERVE = ("    key: b\n", "    key: b\n    reserve: booster\n")


@cases_of("booster")
def test_a_mistake_about_the_booster_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def item(name: str, **parts: object) -> Item:
    texts = {"vi": {"stem": name}}
    return Item(name, "single", "a", texts, Place("quizzes/x.yml"), **parts)  # type: ignore[arg-type]


def quiz(module: str, *items: Item) -> Quiz:
    return Quiz(module, 80, items, Place(f"quizzes/{module}.yml"))


def test_the_booster_has_the_reserved_items_and_modules_take_turns() -> None:
    reserved = {name: item(name, reserve="booster") for name in "abcdef"}
    one = quiz("one", item("asked"), reserved["a"], reserved["b"], reserved["c"])
    two = quiz("two", reserved["d"], item("old", reserve="booster", retired=True))
    three = quiz("three", reserved["e"], reserved["f"])
    booster = booster_quiz([one, two, three])
    names = ["one--a", "two--d", "three--e", "one--b", "three--f", "one--c"]
    assert [each.id for each in booster.asked] == names
    assert booster.draw == 5


def test_a_language_that_lacks_an_item_is_not_asked_it() -> None:
    late = item("late", reserve="booster", waiting=("fr",))
    booster = booster_quiz([quiz("one", late)])
    assert [each.id for each in booster.asked_in("vi")] == ["one--late"]
    assert booster.asked_in("fr") == ()


def test_an_item_outside_its_module_bears_its_name_and_nothing_must_be_right() -> None:
    apart = review_item(item("key", see="door#lock", must_pass=True), "locks")
    assert (apart.id, apart.see, apart.must_pass) == ("locks--key", "locks/door#lock", False)
    assert review_item(item("key"), "locks").see == ""


@pytest.mark.parametrize("locale", ["vi", "fr", "en"])
def test_the_booster_of_a_book_is_made_of_its_published_quizzes(book: SmallBook, locale: str) -> None:
    book.change("quizzes/locks.yml", *RESERVE)
    loaded = book.load()[0]
    assert [each.id for each in loaded.booster.asked_in(locale)] == ["locks--first-key"]
    assert loaded.quiz("booster") is loaded.booster
    book.change("docs/data/programme.yml", "    slug: locks\n", "    slug: locks\n    draft: true\n")
    assert book.load()[0].booster.items == ()


def test_a_link_to_a_question_of_the_booster_is_checked(book: SmallBook) -> None:
    more = book.read("quizzes/locks.yml").removeprefix("items:\n").replace("first-key", "later-key")
    later = more.replace(*RESERVE)
    book.write("quizzes/locks.yml", book.read("quizzes/locks.yml") + later)
    for locale in ("vi", "fr", "en"):
        book.change(f"docs/{locale}/booster.md", "Text.\n", "Text.\n\n{{ quiz booster }}\n")
    there = "[a question](../booster.md#q-locks--later-key)"
    book.change("docs/vi/locks/door.md", "Text with", f"{there} with")
    assert book.messages() == []
    book.change("docs/vi/locks/door.md", "later-key", "first-key")
    assert len(book.messages()) == 1
