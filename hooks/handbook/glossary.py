"""The glossary: each term once in every language, how it is written, and what must not stand for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from functools import cached_property

from handbook.problem import Place, Problems
from handbook.reader import Reader
from handbook.writing import NO_MARK, is_unspaced
from handbook.yaml_source import Node

SOURCE = "docs/data/glossary.yml"
LONGEST = 140
"""Characters of a definition: what a telephone shows without scrolling."""
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Order of the Vietnamese letters; French and English letters are all among them."""


@dataclass(frozen=True)
class Word:
    """A term in one language. `forms`: other ways to write it. `forbidden`: words not to use for it."""

    term: str
    definition: str
    forms: tuple[str, ...] = ()
    forbidden: tuple[tuple[str, Place], ...] = ()


@dataclass(frozen=True)
class Term:
    """A notion with its word in each language."""

    id: str
    place: Place
    words: Map[str, Word] = field(default_factory=dict)


@dataclass(frozen=True)
class Glossary:
    """Terms by id, in the order of the file."""

    terms: Map[str, Term] = field(default_factory=dict)

    def sorted_for(self, locale: str) -> list[Term]:
        """The terms in the alphabetical order of a language."""
        return sorted(self.terms.values(), key=lambda term: sort_key(term.words[locale].term))

    @cached_property
    def _patterns(self) -> dict[str, tuple[re.Pattern[str] | None, dict[str, str]]]:
        locales = {locale for term in self.terms.values() for locale in term.words}
        return {locale: _pattern(self.terms, locale) for locale in locales}

    def uses(self, text: str, locale: str) -> list[tuple[int, int, str]]:
        """Every use of a term: where it begins and ends in `text`, and the term's id.

        The longest form wins; capitals do not count; half a word is no use.
        """
        pattern, ids = self._patterns.get(locale, (None, {}))
        if pattern is None:
            return []
        return [
            (match.start(), match.end(), ids[match[0].casefold()]) for match in pattern.finditer(text)
        ]


def _pattern(terms: Map[str, Term], locale: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    ids = {
        form.casefold(): term.id
        for term in terms.values()
        for form in (term.words[locale].term, *term.words[locale].forms)
    }
    return _any_of(ids), ids


def _any_of(words: Map[str, str]) -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    # Where words stand without a space between them, their ends cannot be seen.
    joined = [re.escape(word) for word in longest_first if is_unspaced(word[-1:])]
    spaced = [re.escape(word) for word in longest_first if not is_unspaced(word[-1:])]
    patterns = [rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"] if spaced else []
    patterns += [rf"(?:{'|'.join(joined)}){NO_MARK}"] if joined else []
    return re.compile("|".join(patterns), re.IGNORECASE)


def sort_key(term: str) -> list[tuple[int, ...]]:
    """The place of a term in the alphabet: letters first, tones only between equal letters."""
    letters, tones = [], []
    for sign in unicodedata.normalize("NFC", term.casefold()):
        base = sign if sign in _ALPHABET else _without_tone(sign)
        letters.append(_rank(base))
        tones.append(ord(sign))
    return [tuple(letters), tuple(tones)]


def _rank(letter: str) -> int:
    """The place of a letter in our alphabet; those of other alphabets follow in their own order."""
    other = letter not in _ALPHABET and unicodedata.category(letter)[0] in "LM"
    return len(_ALPHABET) + ord(letter) if other else _ALPHABET.find(letter)


def _without_tone(sign: str) -> str:
    """ấ → â, é → e: the letter under the tone mark."""
    decomposed = unicodedata.normalize("NFD", sign)
    for length in (2, 1):
        base = unicodedata.normalize("NFC", decomposed[:length])
        if base in _ALPHABET:
            return base
    return sign


def read_glossary(text: str, languages: tuple[str, ...], problems: Problems) -> Glossary:
    """The glossary in `text` (the content of docs/data/glossary.yml); what is wrong is reported."""
    reader = Reader(problems)
    root = reader.document(text, SOURCE)
    nodes = reader.items(reader.fields(root, required=("terms",)).get("terms") if root else None)
    terms: dict[str, Term] = {}
    taken: dict[tuple[str, str], str] = {}
    for node in nodes:
        term = _term(node, languages, reader)
        if term is None:
            continue
        if term.id in terms:
            line = terms[term.id].place.line
            problems.add(term.place, "term-twice", word=term.id, line=line)
            continue
        terms[term.id] = term
        _check_taken(term, taken, problems)
    return Glossary(terms)


def _check_taken(term: Term, taken: dict[tuple[str, str], str], problems: Problems) -> None:
    """One word, one notion: the same form cannot lead to two definitions."""
    for locale, word in term.words.items():
        for form in (word.term, *word.forms):
            other = taken.setdefault((locale, form.casefold()), term.id)
            if other != term.id:
                problems.add(term.place, "form-twice", word=form, other=other)


def _term(node: Node, languages: tuple[str, ...], reader: Reader) -> Term | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    fields = reader.fields(mapping, required=("id", *languages))
    term_id = reader.slug(fields.get("id"))
    words = {
        locale: word
        for locale in languages
        if locale in fields and (word := _word(fields[locale], reader)) is not None
    }
    if term_id is None or set(words) != set(languages):
        return None
    return Term(term_id, mapping.place, words)


def _word(node: Node, reader: Reader) -> Word | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    fields = reader.fields(mapping, ("term", "definition"), ("forms", "forbidden"))
    term = reader.text(fields.get("term"))
    definition = reader.text(fields.get("definition"))
    if term is None or definition is None:
        return None
    if len(definition) > LONGEST:
        place = fields["definition"].place
        reader.problems.add(place, "definition-long", length=len(definition), limit=LONGEST)
    forms = [reader.text(form) for form in reader.items(fields.get("forms"))]
    forbidden = [(reader.text(form), form.place) for form in reader.items(fields.get("forbidden"))]
    return Word(
        term,
        definition,
        tuple(form for form in forms if form),
        tuple((word, place) for word, place in forbidden if word),
    )


def forbidden_words(glossary: Glossary, locale: str) -> dict[str, str]:
    """The right term by each word that must not stand for it."""
    return {
        word.casefold(): term.words[locale].term
        for term in glossary.terms.values()
        for word, _ in term.words[locale].forbidden
    }


def forbidden_uses(text: str, words: Map[str, str]) -> list[tuple[int, str, str]]:
    """Every forbidden word in `text`: where it begins, the word as written, the right term."""
    pattern = _any_of(dict(words))
    if pattern is None:
        return []
    return [(m.start(), m[0], words[m[0].casefold()]) for m in pattern.finditer(text)]
