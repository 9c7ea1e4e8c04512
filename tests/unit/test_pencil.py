"""What a skeleton leaves to write is told, line by line."""

from small_book import SmallBook
from told import Case, cases_of, check


@cases_of("pencil")
def test_what_is_still_to_be_written_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)
