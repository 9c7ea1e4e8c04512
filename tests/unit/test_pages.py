from handbook.pages.page import Page, read_page
from handbook.problem import Place, Problems
from small_book import SmallBook, page
from told import Case, cases_of, check, texts

PATH = "docs/en/locks/door.md"


def read(text: str) -> Page:
    problems = Problems()
    found = read_page(text, "en", "locks/door", PATH, problems)
    assert texts(problems) == []
    return found


@cases_of("pages")
def test_a_mistake_on_a_page_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_a_page_has_the_data_at_its_top() -> None:
    found = read(page("The door"))
    assert (found.title, found.description, found.updated) == ("The door", "The door.", "2026-11-22")


def test_the_text_begins_behind_the_data() -> None:
    found = read(page("The door", "First.\nSecond.\n"))
    assert found.body == "First.\nSecond.\n"
    assert found.place(1, 4) == Place(PATH, 7, 4)


def test_a_byte_order_mark_before_the_data_is_no_mistake() -> None:
    assert read("\ufeff" + page("The door")).title == "The door"


def test_a_line_of_hyphens_in_the_text_ends_nothing() -> None:
    assert read(page("The door", "One\n\n---\n\nTwo\n")).body == "One\n\n---\n\nTwo\n"


def test_the_headings_are_found_by_their_ids_in_order() -> None:
    found = read(page("The door", "## Two locks {#two}\n\n### Why {.wide #why}\n"))
    assert list(found.headings.items()) == [("two", "Two locks"), ("why", "Why")]


def test_the_title_of_a_frame_is_a_heading() -> None:
    found = read(page("The door", "/// story | Hoa’s door {#hoa}\n///\n"))
    assert found.headings == {"hoa": "Hoa’s door"}


def test_a_page_may_rest_on_facts_that_it_does_not_show() -> None:
    found = read(page("The door").replace("updated:", "sources: [hotline]\nupdated:"))
    assert found.sources == (("hotline", Place(PATH, 4, 11)),)


def test_a_page_without_data_keeps_its_text() -> None:
    problems = Problems()
    found = read_page("## Title {#a}\n", "en", "about", PATH, problems)
    assert (found.body, found.first_line, found.headings) == ("## Title {#a}\n", 1, {"a": "Title"})
    assert [problem.code for problem in problems.errors()] == ["no-front-matter"]
