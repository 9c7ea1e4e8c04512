"""The index of one language: where every word stands, in pieces by the letters of the folded word.

A search loads the pieces of its words, and then the texts of the pages that it shows. The list of
pages, and how their parts are cut, stands in the page of search. Places are counted over all words of
the language, so that neighbours are known: in Vietnamese a word is two syllables beside each other.
Measured on this book against one file with all texts: 60 kB and more before the first result, and 10
to 25 kB like this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import Any

from handbook.addresses import Addresses
from handbook.book import Book
from handbook.compiled import Compiled, compiled
from handbook.search.fold import fold, words_of
from handbook.search.sections import Document, documents_of

PIECE = 3_000
"""Characters of a piece: about two kilobytes on the way."""
COMMON = 150
"""A word that is more than one in so many is only looked for where nothing else is asked."""
STEP = 8
"""Words: the grain of the length of a text; the places that are over stay empty."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
"""The last digit of a number is one of the second half (base 32, the end marked)."""


@dataclass(frozen=True)
class SearchIndex:
    """`pieces`: of the words, in order. `texts`: one a page, for what is shown.

    `table`: the folder of both, which piece holds which words, and the pages. It stands in the page of
    search, so that a search in the address needs one round trip after the page.
    """

    table: Map[str, Any]
    pieces: tuple[Compiled, ...]
    texts: tuple[Compiled, ...]

    @property
    def files(self) -> tuple[Compiled, ...]:
        """All of them."""
        return (*self.pieces, *self.texts)


def build_index(
    book: Book, locale: str, addresses: Addresses, polish: Callable[[str], str]
) -> SearchIndex:
    """The index of a language; addresses are relative to the site's root."""
    documents = documents_of(book, locale)
    folder = f"assets/search/{locale}"
    texts = tuple(
        _text(document, f"{folder}/t{number}", polish) for number, document in enumerate(documents)
    )
    places, cuts = _places(documents)
    least = sum(map(len, places.values())) / COMMON
    common = {word for word, at in places.items() if len(at) > least}
    ranges = list(_ranges({word: at for word, at in places.items() if word not in common}))
    rest = list(_ranges({word: at for word, at in places.items() if word in common}))
    pieces = tuple(
        compiled("words", dict(piece), f"{folder}/{number}")
        for number, piece in enumerate([*ranges, *rest])
    )
    pages = [
        [
            addresses.path(locale, key),
            polish(document.sections[0].title),
            kind_of(book, key),
            _name(text),
            cut,
        ]
        for document, text, cut in zip(documents, texts, cuts, strict=True)
        for key in [document.key]
    ]
    table = {
        "folder": f"{folder}/",
        "firsts": [fold(piece[0][0]) for piece in ranges],
        "pieces": [_name(piece) for piece in pieces[: len(ranges)]],
        "common": sorted(common),
        "rest": [_name(piece) for piece in pieces[len(ranges) :]],
        "pages": pages,
    }
    return SearchIndex(table, pieces, texts)


def kind_of(book: Book, key: str) -> str:
    """What a page is to whoever searches: a lesson, a quiz, a page for trainers and so on."""
    if "/" not in key:
        return key if key in ("help", "glossary", "facts") else "page"
    if key in book.trainer_keys:
        return "trainer"
    last = key.split("/")[1]
    return {"index": "module", "quiz": "quiz", "activity": "activity"}.get(last, "lesson")


def _name(file: Compiled) -> str:
    return file.path.rpartition("/")[2]


def _text(document: Document, path: str, polish: Callable[[str], str]) -> Compiled:
    """The parts of a page as they are shown: id of the heading, heading, words below it."""
    parts = [[part.id, polish(part.title), polish(part.text)] for part in document.sections]
    return compiled("parts", parts, path)


def _places(documents: list[Document]) -> tuple[dict[str, list[int]], list[str]]:
    """Where each word stands, and for each page how long its headings and texts are, in turn.

    A heading is counted in words and a text in steps of STEP, so that most lengths are one digit.
    """
    places: dict[str, list[int]] = defaultdict(list)
    cuts, place = [], 0
    for document in documents:
        lengths = []
        for part in document.sections:
            for text, step in ((part.title, 1), (part.text, STEP)):
                words = words_of(text)
                for nth, word in enumerate(words):
                    places[word].append(place + nth)
                steps = -(-len(words) // step)
                place += steps * step
                lengths.append(steps)
        cuts.append("".join(number(length) for length in lengths))
    return places, cuts


def _ranges(places: dict[str, list[int]]) -> Iterator[list[tuple[str, str]]]:
    """The words in pieces of about equal size, in the order of their folded forms.

    Words that fold alike stay together, so that one piece answers for all of them.
    """
    piece: list[tuple[str, str]] = []
    size, last = 0, ""
    for word in sorted(places, key=lambda word: (fold(word), word)):
        if size > PIECE and fold(word) != last:
            yield piece
            piece, size = [], 0
        last = fold(word)
        piece.append((word, _steps(places[word])))
        size += len(word) + len(piece[-1][1]) + 6
    if piece:
        yield piece


def _steps(places: list[int]) -> str:
    """Each place as its distance from the one before it."""
    return "".join(number(place - before) for before, place in zip([-1, *places], places, strict=False))


def number(value: int) -> str:
    """A number in few signs: base 32, small digits first; the last one is of the second half."""
    digits = ""
    while value >= 32:
        digits += _DIGITS[value % 32]
        value //= 32
    return digits + _DIGITS[32 + value]
