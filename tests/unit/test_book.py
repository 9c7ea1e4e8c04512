import pytest

from handbook.book import module_keys
from handbook.problem import Place, Problem, Problems, in_order
from small_book import SmallBook
from told import Case, cases_of, check


@cases_of("book")
def test_a_mistake_across_files_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_the_pages_are_read_in_the_order_of_the_programme(book: SmallBook) -> None:
    loaded, _ = book.load()
    module = ("locks/index", "locks/door", "locks/quiz")
    around = (
        *(
            "help",
            "tricks",
            "about",
            "privacy",
            "accessibility",
            "security",
            "glossary",
            "facts",
            "search",
        ),
        *("progress", "certificate", "verify", "today", "booster", "seven-days", "offline"),
    )
    assert loaded.keys == ("index", "modules", *module, *around)


def test_a_page_that_is_not_translated_is_shown_in_the_source_language(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    loaded, _ = book.load()
    assert loaded.page("fr", "locks/door").locale == "vi"
    assert loaded.page("en", "locks/door").locale == "en"


def test_a_page_knows_its_module(book: SmallBook) -> None:
    loaded, _ = book.load()
    assert loaded.module_of("locks/door") == loaded.programme.module("locks")
    assert loaded.module_of("about") is None


def test_the_landing_page_of_a_module_comes_first(book: SmallBook) -> None:
    (module,) = book.load()[0].programme.modules
    assert module_keys(module) == ("locks/index", "locks/door", "locks/quiz")


def test_mistakes_are_told_in_the_order_of_files_and_lines_and_once() -> None:
    later, first = Place("a.yml", 10, 1), Place("a.yml", 9, 1)
    found = Problems()
    for place in (later, first, later):
        found.add(place, "empty-text")
    assert [problem.place for problem in found.errors()] == [first, later]


def test_a_notice_stops_nothing() -> None:
    found = Problems()
    found.add(Place("a.md"), "not-translated", level="notice", source="b.md")
    assert found.errors() == []


def test_two_mistakes_at_one_place_are_two() -> None:
    place = Place("a.yml")
    both = [Problem(place, "missing-key", {"key": key}) for key in ("id", "key")]
    assert in_order(both) == both


@pytest.mark.parametrize(
    ("say", "sentence"),
    [
        ("en", "a.yml:2:3: 'id' is missing — add it"),
        ("vi", "a.yml:2:3: thiếu “id” — thêm vào"),
        ("fr", "a.yml:2:3: il manque « id » — ajoutez-le"),
        ("de", "a.yml:2:3: 'id' is missing — add it"),
    ],
)
def test_a_mistake_is_told_in_the_language_of_the_editor(say: str, sentence: str) -> None:
    assert Problem(Place("a.yml", 2, 3), "missing-key", {"key": "id"}).text(say) == sentence
