"""Spelling: words that are in no list of their language.

Word lists know neither names nor new terms, so this is a hint and never a mistake, and it is meant for
changed lines. What the book says on purpose stands in docs/data/spelling/: `names.txt` for every
language, `<language>.txt` for one, a word a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.book import Book
from handbook.hunspell import dictionaries, dictionary_of, unknown_words
from handbook.pages.prose import prose_of
from handbook.problem import Place, Problems
from handbook.quiz.texts import texts_of

FOLDER = "docs/data/spelling"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_WORD = re.compile(r"\S*(?:[\d@/_]|\w\.\w)\S*|\{\{[^{}]*\}\}|\{\w+\}")
"""Numbers, addresses, codes, directives and gaps."""
_AROUND = re.compile(r"^\w{1,2}['’]|['’]s$")
"""What stands around a name: l'… in French, …'s in English."""


@dataclass(frozen=True)
class Word:
    """One word of a text, and where it stands."""

    text: str
    place: Place


def check_spelling(
    book: Book, project: Path, wanted: Callable[[Place], bool], problems: Problems
) -> tuple[str, ...]:
    """Add a notice for every unknown word whose place is `wanted`.

    Returns the languages that have words to be looked up and no word list.
    """
    installed = dictionaries()
    missing = []
    for locale in book.languages:
        known = _listed(project, locale)
        words = [
            word
            for word in _words_of(book, project, locale)
            if wanted(word.place) and not _is_known(word.text, known)
        ]
        dictionary = dictionary_of(locale, installed)
        if dictionary:
            _tell(words, locale, dictionary, problems)
        elif words:
            missing.append(locale)
    return tuple(missing)


def _words_of(book: Book, project: Path, locale: str) -> Iterator[Word]:
    """Every word that readers meet in one language, in pages and quizzes."""
    for (written, _), page in book.pages.items():
        for line in prose_of(page) if written == locale else ():
            yield from _words(line.text, line.place)
    for quiz in book.quizzes.values():
        source = (project / quiz.place.path).read_text(encoding="utf-8", errors="replace")
        for place, text in texts_of(quiz, source, locale):
            yield from _words(text, place)


def _words(text: str, place: Place) -> Iterator[Word]:
    masked = _NO_WORD.sub(lambda match: " " * len(match[0]), text)
    for match in _WORD.finditer(masked):
        yield Word(match[0], Place(place.path, place.line, place.column + match.start()))


def _listed(project: Path, locale: str) -> frozenset[str]:
    """The words that the book writes on purpose in one language."""
    files = (project / FOLDER / f"{name}.txt" for name in ("names", locale))
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file())
    lines = (line for text in texts for line in text.splitlines())
    return frozenset(_folded(line.partition("#")[0].strip()) for line in lines)


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Listed; or a single letter or written in capitals, as what is no word is."""
    core = _AROUND.sub("", word)
    listed = {_folded(word), _folded(core)} & known
    return len(core) == 1 or not core[1:].islower() or bool(listed)


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'")


def _tell(words: list[Word], locale: str, dictionary: str, problems: Problems) -> None:
    unknown = unknown_words({word.text for word in words}, locale, dictionary)
    for word in words:
        for part, near in unknown.get(word.text, ()):
            place = word.place
            here = Place(place.path, place.line, place.column + max(word.text.find(part), 0))
            name = "names" if part[0].isupper() else locale
            values = {"word": part, "near": ", ".join(near), "list": f"{FOLDER}/{name}.txt"}
            problems.add(here, "spelling-near" if near else "spelling", "notice", **values)
