import pytest

from handbook.problem import Problems
from handbook.strings import Strings, read_strings
from small_book import LANGUAGES, SmallBook
from told import Case, cases_of, check, texts


@cases_of("strings")
def test_a_mistake_in_the_words_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_the_gaps_of_words_are_filled() -> None:
    assert Strings({"part-of": "Part {n} of {of}"}).fill("part-of", n=1, of=3) == "Part 1 of 3"


def test_braces_in_what_fills_a_gap_stay() -> None:
    assert Strings({"gap": "Gap {n}"}).fill("gap", n="{x}") == "Gap {x}"


def test_words_that_do_not_exist_are_an_error_of_the_code() -> None:
    with pytest.raises(KeyError):
        Strings().fill("nothing")


def test_true_and_false_are_names_like_others() -> None:
    problems = Problems()
    words = read_strings({"vi": '"true": Đúng\n"false": Sai\n'}, problems)
    assert words == {"vi": {"true": "Đúng", "false": "Sai"}}
    assert texts(problems) == []


def test_gaps_may_stand_in_another_order() -> None:
    problems = Problems()
    read_strings({"vi": 'a: "{x} {y}"', "fr": 'a: "{y} {x} {y}"'}, problems)
    assert texts(problems) == []


def test_the_book_has_its_words_in_every_language(book: SmallBook) -> None:
    strings = book.load()[0].strings
    assert tuple(strings) == LANGUAGES
    assert strings["vi"].keys() == strings["fr"].keys() == strings["en"].keys()
