"""The files of single items, and the index that finds them by the numbers of the register."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

import pytest

from handbook.compiled import Compiled
from handbook.journey.items import ItemFiles, compile_items
from handbook.quiz.register import SOURCE as REGISTER
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.render import FormContext
from handbook.typography import polish
from small_book import LANGUAGES, SMALL, SmallBook, files_of

ITEM = files_of(SMALL)["quizzes/locks.yml"].removeprefix("items:\n")
_PART = re.compile(r"export const (\w+)=(.*);\n")


def files(book: SmallBook, locale: str = "en") -> ItemFiles:
    """The item files of a small book, with addresses that say where they lead."""
    loaded, problems = book.load()
    assert problems.errors() == []
    words = loaded.strings[locale]
    context = FormContext(locale, words, loaded.facts, "", lambda see: (f"../{see}/", "The door"))
    return compile_items(loaded, locale, context, partial(polish, locale=locale))


def parts(module: Compiled) -> dict[str, Any]:
    """What a compiled module exports, by name."""
    return {name: json.loads(text) for name, text in _PART.findall(module.text)}


def rows(found: ItemFiles) -> list[list[str]]:
    """The items of the index without their hashes, which end in `#`."""
    index = parts(found.index)["index"]["items"]
    return [[*row[:2], *("#" for _ in row[2:])] for row in index]


def with_items(book: SmallBook, *changes: tuple[str, str]) -> None:
    """The one item of the book once for each pair: its id, and lines to add to it."""
    items = [
        ITEM.replace("id: first-key", f"id: {name}").replace("    key: b\n", f"    key: b\n{lines}")
        for name, lines in changes
    ]
    book.write("quizzes/locks.yml", "items:\n" + "".join(items))


def test_an_item_has_a_file_under_its_number_and_language(book: SmallBook) -> None:
    for locale in LANGUAGES:
        found = files(book, locale)
        [item] = found.items
        assert item.path == f"assets/quiz/item/1.{locale}.{item.digest}.js"
        assert parts(found.index)["index"]["items"] == [["locks", "first-key", item.digest]]
        assert found.index.path == f"assets/quiz/index.{locale}.{found.index.digest}.js"


def test_an_item_file_has_what_scores_it_and_what_is_seen(book: SmallBook) -> None:
    [item] = files(book).items
    found = parts(item)
    assert found["item"] == {
        "id": "locks--first-key",
        "type": "single",
        "key": "b",
        "options": ["a", "b"],
        "module": "locks",
    }
    assert found["html"].startswith('<li class="item" id="q-locks--first-key"')
    assert 'name="locks--first-key"' in found["html"], "rows of two modules never exclude each other"
    assert '<a href="../locks/door#two-locks/">The door</a>' in found["html"]


def test_a_french_item_keeps_its_signs_with_their_words(book: SmallBook) -> None:
    [item] = files(book, "fr").items
    assert "Quelle porte est la plus sûre\u202f?" in parts(item)["html"]


def test_nothing_must_be_right_where_nothing_is_passed(book: SmallBook) -> None:
    with_items(book, ("first-key", "    must-pass: true\n"))
    [item] = files(book).items
    assert "mustPass" not in parts(item)["item"]
    assert "must-pass" not in parts(item)["html"]


def test_reserved_items_come_back_too(book: SmallBook) -> None:
    with_items(book, ("first-key", ""), ("second-key", "    reserve: booster\n"))
    assert rows(files(book)) == [["locks", "first-key", "#"], ["locks", "second-key", "#"]]


def test_an_item_that_is_not_asked_keeps_its_place_without_a_file(book: SmallBook) -> None:
    with_items(
        book,
        ("old-key", "    retired: true\n"),
        ("first-key", ""),
        ("late-key", "    waiting: [fr]\n"),
        ("late-reserve", "    waiting: [fr]\n    reserve: booster\n"),
    )
    places = [["locks", name] for name in ("old-key", "first-key", "late-key", "late-reserve")]
    there = {"vi": (1, 2, 3), "fr": (1,)}
    for locale, asked in there.items():
        wanted = [[*row, "#"] if place in asked else row for place, row in enumerate(places)]
        assert rows(files(book, locale)) == wanted, locale
        gone = tuple("/".join(row) for place, row in enumerate(places) if place not in asked)
        assert files(book, locale).gone == gone


def test_items_of_a_draft_have_no_file(book: SmallBook) -> None:
    book.number_items()
    book.write(REGISTER, book.read(REGISTER))  # they were published, and became a draft again
    book.change(
        "docs/data/programme.yml", "    kind: compulsory\n", "    kind: compulsory\n    draft: true\n"
    )
    assert files(book).items == ()
    assert rows(files(book)) == [["locks", "first-key"]]


def test_the_index_stands_in_the_order_of_the_register(book: SmallBook) -> None:
    with_items(book, ("first-key", ""), ("second-key", ""))
    book.write(REGISTER, "1 locks/second-key\n2 locks/first-key\n")
    found = files(book)
    assert rows(found) == [["locks", "second-key", "#"], ["locks", "first-key", "#"]]
    names = {item.path.split("/")[-1].split(".")[0]: parts(item)["item"]["id"] for item in found.items}
    assert names == {"1": "locks--second-key", "2": "locks--first-key"}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_index_has_the_words_of_every_type(book: SmallBook, locale: str) -> None:
    words = parts(files(book, locale).index)["index"]["words"]
    spoken = {name for kind in ITEM_TYPES.values() for name in kind.spoken}
    assert spoken | {"check", "verdict-right", "not-saved", "later-record"} <= words.keys()
    assert words["check"] == book.load()[0].strings[locale]["check"]
