import pytest

from handbook.problem import Place, Problems
from handbook.reader import Reader, nearest
from handbook.yaml_source import Mapping, Text
from small_book import SmallBook
from told import Case, cases_of, check, texts

HERE = Place("some.yml", 3, 7)


def reader() -> Reader:
    return Reader(Problems())


@cases_of("reader")
def test_a_value_of_the_wrong_kind_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@pytest.mark.parametrize(
    ("word", "near"),
    [("compulsary", "compulsory"), ("opzional", "optional"), ("zzz", None), ("", None)],
)
def test_the_nearest_word_is_found_only_when_it_is_near(word: str, near: str | None) -> None:
    assert nearest(word, ("optional", "compulsory")) == near


def test_a_text_loses_the_spaces_around_it() -> None:
    assert reader().text(Text(HERE, "  Khóa \n")) == "Khóa"


def test_a_word_may_have_a_comment_behind_it() -> None:
    read = reader()
    assert read.word(Text(HERE, "a", comment=HERE)) == "a"
    assert read.problems.found == []


@pytest.mark.parametrize("day", ["2026", "2026-11", "2026-11-22", "2024-02-29"])
def test_a_day_may_be_as_exact_as_its_source(day: str) -> None:
    assert reader().day(Text(HERE, day)) == day


@pytest.mark.parametrize("day", ["26-11-22", "2026-1-2", "2025-02-29", "2026-13", "0000", "٢٠٢٦"])
def test_a_day_that_cannot_be_is_refused(day: str) -> None:
    read = reader()
    assert read.day(Text(HERE, day)) is None
    assert texts(read.problems) == [f"some.yml:3:7: '{day}' is not a date — write it as 2026-11-22"]


@pytest.mark.parametrize("slug", ["a", "two-locks", "m01", "4"])
def test_a_slug_has_small_letters_numbers_and_hyphens(slug: str) -> None:
    assert reader().slug(Text(HERE, slug)) == slug


@pytest.mark.parametrize("slug", ["A", "two_locks", "-a", "a-", "a--b", "khóa", "a b", "a/b", "a\n"])
def test_a_slug_with_anything_else_is_refused(slug: str) -> None:
    read = reader()
    assert read.slug(Text(HERE, slug)) is None
    assert [problem.code for problem in read.problems.found] == ["not-a-slug"]


@pytest.mark.parametrize(("word", "number"), [("1", 1), ("100", 100), ("007", 7)])
def test_a_number_at_the_edge_of_its_range_is_read(word: str, number: int) -> None:
    assert reader().integer(Text(HERE, word), 1, 100) == number


@pytest.mark.parametrize("word", ["0", "101", "-1", "1.5", "9999999", "²"])
def test_a_number_outside_its_range_is_refused(word: str) -> None:
    read = reader()
    assert read.integer(Text(HERE, word), 1, 100) is None
    assert texts(read.problems) == [
        f"some.yml:3:7: '{word}' is not a whole number from 1 to 100 — write one"
    ]


def test_what_is_missing_is_empty_and_reported_by_nobody_twice() -> None:
    read = reader()
    assert (read.word(None), read.text(None), read.day(None), read.slug(None)) == (None,) * 4
    assert (read.items(None), read.flag(None), read.integer(None, 0, 9)) == ([], False, None)
    assert read.per_language(None, ("vi",)) == {}
    assert read.problems.found == []


def test_a_map_that_is_missing_is_reported_at_the_place_around_it() -> None:
    read = reader()
    assert read.mapping(None, HERE) is None
    assert texts(read.problems) == [
        "some.yml:3:7: names with values are expected here — write name: value, one on each line"
    ]


def test_only_known_names_are_handed_on() -> None:
    read = reader()
    known, strange = Text(HERE, "title"), Text(HERE, "zzz")
    mapping = Mapping(HERE, {"title": (known, known), "zzz": (strange, strange)})
    assert read.fields(mapping, ("title",)) == {"title": known}


def test_an_empty_file_is_reported_but_not_on_top_of_another_mistake() -> None:
    read = reader()
    assert read.document("", "some.yml") is None
    assert [problem.code for problem in read.problems.found] == ["not-a-map"]
    assert read.document("a: [", "other.yml") is None
    assert [problem.code for problem in read.problems.found] == ["not-a-map", "yaml-bracket"]
