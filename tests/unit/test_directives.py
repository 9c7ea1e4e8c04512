import pytest

from handbook.pages.directives import directives_of, facts_of, replace_directives
from handbook.pages.page import Page
from handbook.problem import Place
from small_book import SmallBook
from told import Case, cases_of, check


def page(body: str, *sources: str) -> Page:
    places = tuple((name, Place("some.md", 2)) for name in sources)
    return Page("en", "about", "some.md", body=body, first_line=6, sources=places)


@cases_of("directives")
def test_a_mistake_in_a_directive_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@pytest.mark.parametrize("text", ["{{ fact a }}", "{{fact a}}", "{{  fact   a  }}"])
def test_spaces_inside_the_braces_are_free(text: str) -> None:
    (directive,) = directives_of(page(text))
    assert (directive.name, directive.word) == ("fact", "a")


def test_a_directive_has_its_place() -> None:
    (directive,) = directives_of(page("One\nTwo {{ contact }}"))
    assert directive.place == Place("some.md", 7, 5)
    assert (directive.name, directive.word) == ("contact", "")


def test_a_quiz_knows_whether_it_has_a_line_of_its_own() -> None:
    alone, inside = directives_of(page("  {{ quiz a }} \n\nHere {{ quiz a }}"))
    assert (alone.whole_line, inside.whole_line) == (True, False)


def test_a_fact_that_is_shown_twice_is_listed_once() -> None:
    assert facts_of(page("{{ fact b }} {{ fact a }} {{ fact b }}", "c", "a")) == ["b", "a", "c"]


def test_a_number_to_call_is_a_fact_of_the_page() -> None:
    assert facts_of(page("{{ call b }}\n\n{{ fact a }}")) == ["b", "a"]


def test_directives_are_replaced_and_unknown_ones_stay() -> None:
    values = {"fact": str.upper}
    assert replace_directives("{{ fact a }} { b } {{ xyz }}", values) == "A { b } {{ xyz }}"
