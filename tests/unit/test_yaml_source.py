import pytest

from handbook.problem import Place, Problems
from handbook.yaml_source import MAX_DEPTH, Mapping, Node, Sequence, Text, read_yaml
from small_book import SmallBook
from told import Case, cases_of, check, texts


def read(text: str, first_line: int = 1) -> tuple[Node | None, Problems]:
    problems = Problems()
    return read_yaml(text, "some.yml", problems, first_line), problems


def value_of(text: str) -> str:
    node, problems = read(text)
    assert texts(problems) == []
    assert isinstance(node, Mapping)
    value = node.get("value")
    assert isinstance(value, Text)
    return value.value


@cases_of("yaml_source")
def test_a_mistake_in_the_yaml_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@pytest.mark.parametrize(
    "word", ["No", "yes", "012", "12:30", "1.000", "0156", "null", "~", "2024-01", "1e3"]
)
def test_every_scalar_stays_the_text_that_was_written(word: str) -> None:
    assert value_of(f"value: {word}") == word


def test_a_quoted_text_may_hold_colons_and_signs() -> None:
    assert value_of('value: "Mã #1234: không đọc & không gửi"') == "Mã #1234: không đọc & không gửi"


def test_a_sign_inside_a_block_of_text_is_text() -> None:
    assert value_of("value: |\n  code #1234\n") == "code #1234\n"


def test_a_sign_without_a_space_before_it_is_text() -> None:
    assert value_of("value: door#two-locks") == "door#two-locks"


def test_a_name_keeps_its_place() -> None:
    node, _ = read("first: a\nsecond:\n  third: b\n")
    assert isinstance(node, Mapping)
    inner = node.get("second")
    assert isinstance(inner, Mapping)
    assert inner.entries["third"][0].place == Place("some.yml", 3, 3)
    assert inner.entries["third"][1].place == Place("some.yml", 3, 10)


def test_a_column_counts_letters_and_not_bytes() -> None:
    _, problems = read("{ế: !x y}")
    assert [str(problem.place) for problem in problems.errors()] == ["some.yml:1:5"]


def test_lines_are_counted_from_the_line_at_which_the_text_begins() -> None:
    _, problems = read("a: b\nc: !x y\n", first_line=2)
    assert [str(problem.place) for problem in problems.errors()] == ["some.yml:3:4"]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "\n\n"])
def test_an_empty_document_is_nothing_and_no_mistake(text: str) -> None:
    node, problems = read(text)
    assert node is None
    assert texts(problems) == []


def test_a_map_that_is_not_there_has_no_value() -> None:
    node, _ = read("a: b")
    assert isinstance(node, Mapping)
    assert node.get("z") is None


def test_the_first_of_two_equal_names_is_kept() -> None:
    node, _ = read("a: first\na: second\n")
    assert isinstance(node, Mapping)
    first = node.get("a")
    assert isinstance(first, Text)
    assert first.value == "first"


def test_reading_goes_on_behind_a_tag() -> None:
    node, problems = read("a: !x one\nb: two\n")
    assert isinstance(node, Mapping)
    assert list(node.entries) == ["a", "b"]
    assert len(problems.found) == 1


def test_values_in_brackets_know_that_they_are_inside_brackets() -> None:
    node, _ = read("[a, {b: c}]")
    assert isinstance(node, Sequence)
    first, second = node.items
    assert isinstance(first, Text)
    assert first.in_flow
    assert isinstance(second, Mapping)
    inner = second.get("b")
    assert isinstance(inner, Text)
    assert inner.in_flow


def test_nesting_up_to_the_limit_is_read() -> None:
    assert texts(read("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1]) == []
    assert len(read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1].found) == 1


@pytest.mark.parametrize("text", ["a: \ud800", "a: \x00", "a: b\r", "\ufffe"])
def test_a_character_that_no_text_file_holds_is_refused(text: str) -> None:
    node, problems = read(text)
    assert node is None
    assert [problem.code for problem in problems.errors()] == ["yaml-character"]


@pytest.mark.parametrize("text", ["---", "a: [", "- ", "? a", "a: 'b", "{"])
def test_no_place_lies_behind_the_end_of_the_file(text: str) -> None:
    problems = Problems()
    node = read_yaml(text, "some.yml", problems)
    places = [problem.place for problem in problems.found] + ([node.place] if node else [])
    assert {place.line for place in places} == {1}
