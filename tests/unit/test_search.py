"""What can be found, and how an index is written."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.addresses import Addresses
from handbook.search.fold import fold, words_of
from handbook.search.index import PIECE, build_index, number
from handbook.search.sections import documents_of
from small_book import LANGUAGES, SmallBook


@pytest.mark.parametrize(
    ("word", "folded"),
    [("mật", "mat"), ("đăng", "dang"), ("sécurité", "securite"), ("œuvre", "oeuvre"), ("abc", "abc")],
)
def test_a_word_is_folded_as_people_type_it(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_words_are_small_and_composed_and_signs_part_them() -> None:
    assert words_of("L’accès: MẬT khẩu_1 156") == ["l", "accès", "mật", "khẩu", "1", "156"]


@given(st.integers(0, 10**7))
def test_a_number_can_be_read_back(value: int) -> None:
    digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
    places = [digits.index(sign) for sign in number(value)]
    assert sum((place & 31) * 32**power for power, place in enumerate(places)) == value
    assert [place >= 32 for place in places] == [False] * (len(places) - 1) + [True]


def test_parts_hold_what_readers_see(book: SmallBook) -> None:
    book.change("docs/en/locks/door.md", "Text with", "1. **Bold** [words](quiz.md) and `code`, with")
    loaded, _ = book.load()
    found = {document.key: document.sections for document in documents_of(loaded, "en")}
    door = found["locks/door"]
    assert [(part.id, part.title) for part in door] == [("", "The door"), ("two-locks", "The door")]
    assert door[1].text == "Bold words and , with 156."
    assert [part.id for part in found["locks/quiz"]] == ["", "q-first-key"]
    assert found["locks/quiz"][1].title == "Which door is safer?"
    assert [part.title for part in found["facts"]][1:] == ["Report a call"]


def test_a_page_that_is_not_translated_is_found_in_its_own_language_only(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    loaded, _ = book.load()
    assert "locks/door" not in {document.key for document in documents_of(loaded, "fr")}
    assert "locks/door" in {document.key for document in documents_of(loaded, "vi")}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_index_is_cut_into_pieces_that_no_word_spans(book: SmallBook, locale: str) -> None:
    many = " ".join(
        "".join(letters) for letters in itertools.product("abcdefghijk", "lmnopqr", "stuvw", "xyz")
    )
    book.change(f"docs/{locale}/locks/door.md", "Text with", f"{many} with")
    loaded, _ = book.load()
    index = build_index(loaded, locale, Addresses("https://x.example/", LANGUAGES), str)
    table = index.table
    words = [json.loads(piece.text.split("=", 1)[1][:-2]) for piece in index.pieces]
    ordered, rest = words[: len(table["firsts"])], words[len(table["firsts"]) :]
    assert len(ordered) > 1
    assert all(len(json.dumps(piece)) < 2 * PIECE for piece in words)
    folded = [[fold(word) for word in piece] for piece in ordered]
    letters = [word for piece in folded for word in piece]
    assert letters == sorted(letters)
    assert not any(set(one) & set(other) for one, other in itertools.pairwise(folded))
    assert table["firsts"] == [piece[0] for piece in folded]
    assert [*table["pieces"], *table["rest"]] == [
        piece.path.rpartition("/")[2] for piece in index.pieces
    ]
    assert sorted(word for piece in rest for word in piece) == table["common"]
