import json
import re

import pytest

from handbook.book import Book
from handbook.quiz.compile import compile_item, compile_quiz
from handbook.quiz.model import Item, Quiz
from handbook.quiz.render import FormContext, quiz_form
from small_book import LANGUAGES, SmallBook
from told import Case, cases_of, check

TEXTS = {
    "vi": ("Khóa gỉ.", "Có, khi mưa."),
    "fr": ("La serrure rouille.", "Oui, sous la pluie."),
    "en": ("A lock rusts.", "It does, in the rain."),
}


@cases_of("quiz_languages")
def test_a_mistake_about_the_languages_of_an_item_is_told_word_for_word(
    book: SmallBook, case: Case
) -> None:
    check(book, case)


def add(book: SmallBook, name: str, line: str, *languages: str) -> None:
    """Put an item with one line more before the usual one, with a text in some languages."""
    lines = ["items:", f"  - id: {name}", "    type: true-false", '    key: "true"', f"    {line}"]
    for locale in languages:
        stem, reason = TEXTS[locale]
        lines += [f"    {locale}:", f"      stem: {stem}", "      feedback:"]
        lines += [f'        "true": {reason}', f'        "false": {reason}']
    book.change("quizzes/locks.yml", "items:\n", "\n".join(lines) + "\n")


@pytest.fixture
def loaded(book: SmallBook) -> Book:
    """A quiz of four items: for fr and en only, late in French, kept for later, and for everybody."""
    add(book, "kept", "reserve: booster", *LANGUAGES)
    add(book, "late", "waiting: [fr]", "vi", "en")
    add(book, "abroad", "only: [fr, en]", "fr", "en")
    made, problems = book.load()
    assert problems.errors() == []
    return made


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.id for item in items]


def test_a_language_asks_the_items_that_it_has(loaded: Book) -> None:
    quiz = loaded.quizzes["locks"]
    assert ids(quiz.asked_in("vi")) == ["late", "first-key"]
    assert ids(quiz.asked_in("fr")) == ["abroad", "first-key"]
    assert ids(quiz.asked_in("en")) == ["abroad", "late", "first-key"]


def form(loaded: Book, locale: str) -> str:
    words = loaded.strings[locale]
    context = FormContext(locale, words, loaded.facts, "a.js", lambda see: (see, see))
    return quiz_form(loaded.quizzes["locks"], context)


def data(loaded: Book, quiz: Quiz, locale: str) -> dict[str, object]:
    module = compile_quiz(quiz, locale, loaded.strings[locale], str)
    read: dict[str, object] = json.loads(
        module.text.removeprefix("export const quiz=").removesuffix(";\n")
    )
    return read


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_page_and_the_scripts_know_the_same_items_numbered_from_one(
    loaded: Book, locale: str
) -> None:
    quiz = loaded.quizzes["locks"]
    page, compiled = form(loaded, locale), data(loaded, quiz, locale)
    asked = ids(quiz.asked_in(locale))
    assert re.findall(r'data-item="([^"]+)"', page) == asked
    assert [item["id"] for item in compiled["items"]] == asked  # type: ignore[attr-defined]
    assert compiled["draw"] == len(asked)
    numbers = [loaded.strings[locale].fill("item-number", number=n + 1) for n in range(len(asked))]
    assert [number for number in numbers if number in page] == numbers
    assert loaded.strings[locale].fill("item-number", number=len(asked) + 1) not in page


def test_a_page_loads_the_types_of_its_own_items_only(loaded: Book, book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "waiting: [fr]", "waiting: [fr]\n    retired: true")
    loaded = book.load()[0]
    assert 'data-types="single"' in form(loaded, "vi")
    assert 'data-types="single true-false"' in form(loaded, "fr")


def test_a_kept_item_is_there_for_a_later_quiz_in_every_language(loaded: Book) -> None:
    (kept,) = loaded.quizzes["locks"].reserved
    assert (kept.id, kept.reserve, kept.ready) == ("kept", "booster", LANGUAGES)
    assert compile_item(kept)["key"] == kept.key
    assert [kept.text(locale, "stem") != "" for locale in LANGUAGES] == [True, True, True]


def test_a_kept_item_that_is_retired_is_not_asked_later(book: SmallBook) -> None:
    add(book, "kept", "reserve: booster\n    retired: true", *LANGUAGES)
    assert book.load()[0].quizzes["locks"].reserved == ()


def test_an_unfinished_language_does_not_lead_the_others(book: SmallBook) -> None:
    add(book, "late", "waiting: [vi]", *LANGUAGES)
    item = book.load()[0].quizzes["locks"].items[0]
    assert item.ready == ("fr", "en")
    assert next(iter(item.texts)) == "fr"


@pytest.mark.parametrize(("line", "told"), [("only: [fr, en]", 1), ("reserve: booster", 0)])
def test_advice_on_the_whole_quiz_counts_what_one_language_asks(
    book: SmallBook, line: str, told: int
) -> None:
    add(book, "one", "see: door", *LANGUAGES)
    add(book, "two", "see: door", *LANGUAGES)
    add(book, "three", line, *(LANGUAGES[1:] if told else LANGUAGES))
    advice = [problem.values for problem in book.load()[1].found if problem.code == "lint-true-false"]
    assert advice == [{"key": "true", "count": "3"}] * told
