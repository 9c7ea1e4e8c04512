"""The list of what can be shown to a room, on a page for trainers."""

import re

from small_book import SmallBook, page

TITLES = {"vi": "Chiếu lên", "fr": "Projeter", "en": "Projecting"}


def boards(book: SmallBook, *locales: str) -> SmallBook:
    for locale in locales:
        book.write(
            f"docs/{locale}/trainers/board.md", page(TITLES[locale], "Text.\n\n{{ all-boards }}\n")
        )
    return book


def test_every_page_of_every_module_has_a_link_that_shows_it_to_a_room(book: SmallBook) -> None:
    built = boards(book, "vi", "fr", "en").build()
    assert built.code == 0, built.output
    html = built.html("en/trainers/board")
    links = re.findall(r'<li><a href="([^"]*#board)">([^<]+)</a>', html)
    assert links == [("../../locks/door/#board", "The door"), ("../../locks/quiz/#board", "Quiz")]
    assert '<h3 id="board-locks">Locks</h3>' in html
    assert "R shows an answer" in html
    assert "Échap" in built.html("fr/trainers/board")


def test_where_the_page_is_not_translated_the_list_speaks_its_language(book: SmallBook) -> None:
    built = boards(book, "vi").build()
    assert built.code == 0, built.output
    html = built.html("en/trainers/board")
    assert '<h3 id="board-locks">Ổ khóa</h3>' in html
    assert '<a href="../../locks/door/#board" lang="en">The door</a>' in html


def test_the_list_stands_on_a_line_of_its_own(book: SmallBook) -> None:
    book.change("docs/en/locks/door.md", "Text with", "See {{ all-boards }} and")
    assert any("all-boards" in message for message in book.messages())
