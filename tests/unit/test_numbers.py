"""A number is the same number, however its language writes it."""

from __future__ import annotations

import pytest

from handbook.pages import number_words
from handbook.pages.names import names_of
from handbook.pages.number_words import said_in
from handbook.pages.numbers import missing_numbers, numbers_of

SAME = [
    ("100000", "100.000 đồng", "100 000 dongs", "100,000 dong"),
    ("100000", "100 nghìn đồng", "100\u202f000 dongs", "100 thousand dong"),
    ("2500000", "2,5 triệu", "2,5 millions", "2.5 million"),
    ("3000000000", "3 tỷ", "3 milliards", "3 billion"),
    ("50000", "50k", "50\u00a0000", "50,000"),
    ("1.5", "1,5", "1,50", "1.5"),
    ("80", "80%", "80 %", "80 per cent"),
    ("20:52", "20:52", "20 h 52", "8.52 pm"),
    ("20:52", "8 giờ 52 phút tối", "20h52", "8:52 p.m."),
    ("8:05", "8 giờ 05 sáng", "8 h 05 du matin", "8:05 am"),
    ("21", "9 giờ tối", "9 heures du soir", "9 pm"),
    ("24", "24 giờ", "24 h", "24 hours"),
    ("0912345678", "0912 345 678", "09 12 34 56 78", "0912-345-678"),
    ("+84912345678", "+84 912 345 678", "+84 9 12 34 56 78", "+84912345678"),
    ("1", "01", "1er", "1st"),
    ("2026", "năm 2026", "en 2026", "in 2026."),
]


@pytest.mark.parametrize(("value", "vi", "fr", "en"), SAME, ids=[same[1] for same in SAME])
def test_three_languages_write_one_number(value: str, vi: str, fr: str, en: str) -> None:
    for text, locale in ((vi, "vi"), (fr, "fr"), (en, "en")):
        assert [number.value for number in numbers_of(text, locale)] == [value]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("22/11/2026", "vi"),
        ("ngày 22 tháng 11 năm 2026", "vi"),
        ("22.11.2026", "fr"),
        ("22-11-2026", "en"),
    ],
)
def test_a_date_is_its_day_its_month_and_its_year(text: str, locale: str) -> None:
    assert [number.value for number in numbers_of(text, locale)] == ["22", "11", "2026"]


def test_a_year_first_is_a_date_too() -> None:
    assert [number.value for number in numbers_of("2026-01-09", "vi")] == ["2026", "1", "9"]


def test_numbers_beside_each_other_stay_apart() -> None:
    assert [number.value for number in numbers_of("2, 3, 5 ; en 2026 300 fois", "fr")] == [
        *("2", "3", "5", "2026", "300")
    ]


def test_a_number_knows_where_it_stands() -> None:
    (number,) = numbers_of("Phạt 100.000 đồng", "vi")
    assert (number.raw, number.at) == ("100.000", 5)


@pytest.mark.parametrize(
    ("locale", "text", "said"),
    [
        ("vi", "hai mươi lăm phút", {25}),
        ("vi", "năm mươi mốt, mười bốn, ba chục", {51, 14, 30}),
        ("vi", "một trăm từ, hai triệu đồng", {100, 2000000}),
        ("fr", "Vingt et un, soixante-et-onze, quatre-vingt-dix-neuf", {21, 71, 99}),
        ("fr", "le cinquième mois, la neuvième, cent mots, une", {5, 9, 100, 1}),
        ("fr", "le douze mars", {12, 3}),
        ("en", "Twenty-first, ninety-nine, a dozen, twice", {21, 99, 1, 12, 2}),
        ("en", "two thousand on a Monday in May", {2000, 1, 2, 5}),
        ("fr", "mardi, à midi", {3, 12}),
    ],
)
def test_words_say_numbers(locale: str, text: str, said: set[int]) -> None:
    assert set(said_in(text, locale) or ()) == said


@pytest.mark.parametrize("locale", ["vi", "fr", "en"])
def test_every_number_to_one_hundred_has_words(locale: str) -> None:
    words, _ = number_words._lexicon(locale)
    assert set(range(101)) <= set().union(*words.values())


def lost(text: str, locale: str, other: str, other_locale: str) -> list[str]:
    numbers, others = numbers_of(text, locale), numbers_of(other, other_locale)
    return [number.raw for number in missing_numbers(numbers, others, other, other_locale)]


def test_a_number_may_be_a_word_elsewhere() -> None:
    assert lost("Trong 5 phút", "vi", "En cinq minutes", "fr") == []
    assert lost("Trong 5 phút, 5 lần", "vi", "En six minutes", "fr") == ["5"]
    assert lost("1,5 và 113", "vi", "one and a half, one hundred", "en") == ["1,5", "113"]


def test_small_numbers_pass_in_a_language_whose_words_are_not_known() -> None:
    assert lost("Trong 5 phút, gọi 113", "vi", "Fünf Minuten", "de") == ["113"]


def test_a_language_that_is_not_known_writes_thousands_in_any_way() -> None:
    assert [number.value for number in numbers_of("100.000, 100 000, 1,5", "de")] == [
        *("100000", "100000", "1.5")
    ]


def test_names_are_known_as_whole_words() -> None:
    assert names_of("Chị Hoa, ông Bình (VNeID); Hoan, bình, Bình thường, Hoa Kỳ, Trung Hoa") == {
        "Hoa": 4,
        "Bình": 13,
        "VNeID": 19,
    }
