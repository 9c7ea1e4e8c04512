from handbook.pages.link import links_of
from handbook.pages.page import Page
from handbook.problem import Place
from small_book import SmallBook
from told import Case, cases_of, check, told

BODY = """Read [the *door*](door.md "Title") and ![a lock](<a b.svg>).

[one]: https://a.example
"""


@cases_of("links")
def test_a_link_that_leads_nowhere_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("link_forms")
def test_a_link_written_wrong_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("files")
def test_a_picture_that_is_not_there_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_a_link_knows_its_words_its_address_and_its_place() -> None:
    page = Page("en", "a", "docs/en/a.md", body=BODY, first_line=6)
    found = [(link.kind, link.words, link.target, link.place) for link in links_of(page)]
    assert found == [
        ("link", "the *door*", "door.md", Place("docs/en/a.md", 6, 19)),
        ("picture", "a lock", "a b.svg", Place("docs/en/a.md", 6, 51)),
        ("link", "-", "https://a.example", Place("docs/en/a.md", 8, 8)),
    ]


def test_a_bare_address_is_a_notice_in_three_languages(book: SmallBook) -> None:
    book.change("docs/en/about.md", "Text.", "See https://a.example.")
    problems = book.load()[1]
    assert [told(problems, "notice", say) for say in ("en", "vi", "fr")] == [
        [
            "docs/en/about.md:6:5: readers see a bare address — write [words that say where it leads](https://a.example)"
        ],
        [
            "docs/en/about.md:6:5: người đọc thấy một địa chỉ trần — viết [chữ cho biết dẫn đến đâu](https://a.example)"
        ],
        [
            "docs/en/about.md:6:5: les lecteurs voient une adresse nue — écrivez [des mots qui disent où elle mène](https://a.example)"
        ],
    ]
