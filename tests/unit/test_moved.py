"""Pages that moved: what editors are told, and where old addresses lead."""

from __future__ import annotations

from small_book import SmallBook
from told import Case, cases_of, check


@cases_of("moved")
def test_a_mistake_in_the_moves_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_an_old_name_leads_to_the_page_of_now_however_often_it_moved(book: SmallBook) -> None:
    book.write("docs/data/moved.yml", "moved:\n  a/b: c/d\n  c/d: locks/door\n  bolts: locks\n")
    assert book.load()[0].moved == {"a/b": "locks/door", "c/d": "locks/door", "bolts": "locks/index"}
