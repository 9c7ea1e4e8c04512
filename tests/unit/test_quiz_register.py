import pytest

from handbook.problem import Problems
from handbook.quiz.register import Register, read_register
from small_book import SmallBook
from told import Case, cases_of, check


@cases_of("quiz_register")
def test_a_mistake_about_the_numbers_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_an_item_has_the_number_of_its_line(book: SmallBook) -> None:
    book.write("quizzes/register.txt", "\ufeff# Head\r\n\r\n1  locks/first-key  \r\n")
    loaded, problems = book.load()
    assert problems.errors() == []
    assert loaded.register.number("locks", "first-key") == 1


def test_an_item_without_a_line_has_no_number() -> None:
    with pytest.raises(KeyError):
        Register().number("locks", "first-key")


def test_the_next_number_is_one_more_than_the_last() -> None:
    assert Register().next == 1
    assert read_register("1 a/b\n2 a/c\n", Problems()).next == 3
