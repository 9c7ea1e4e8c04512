"""The rules on any text in a language: lines of pages, quizzes, buttons, titles, facts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator
from collections.abc import Sequence as Seq
from pathlib import Path

from handbook.language import TOLD_APART, vietnamese_left
from handbook.pages.prose import masked
from handbook.problem import Place, Problems
from handbook.rules.finding import TextRule, word_around
from handbook.rules.letters import hidden_signs, look_alikes, not_nfc
from handbook.rules.numerals import french_ordinals, thousands
from handbook.rules.reading import Reading
from handbook.rules.signs import fixed_spaces, spaces, straight_marks
from handbook.rules.tones import tone_marks
from handbook.rules.untranslated import untranslated
from handbook.yaml_source import Mapping, Node, Sequence, Text, read_yaml

RAW_RULES: tuple[TextRule, ...] = (not_nfc, hidden_signs, fixed_spaces)
"""What is wrong anywhere, also in code, addresses and ids."""
TEXT_RULES: tuple[TextRule, ...] = (
    look_alikes,
    tone_marks,
    straight_marks,
    spaces,
    thousands,
    french_ordinals,
)
"""What is wrong where somebody reads it."""
LANGUAGE_RULES: tuple[TextRule, ...] = (untranslated,)
"""What is wrong where a text is in its own language; the name of a menu stays as the screen shows it."""

_DATA = (
    "docs/data/programme.yml",
    "docs/data/facts.yml",
    "docs/data/tricks.yml",
    "docs/data/strings/*.yml",
)
_QUIZZES = ("quizzes/*.yml",)
_STRINGS = "docs/data/strings"
_SHOWN_ON_SCREENS = "value"


def check_reading(reading: Reading, problems: Problems) -> None:
    """Put the rules on texts to a page; a line in another language is not told of its signs too."""
    locale = reading.page.locale
    _check(RAW_RULES, reading.raw, locale, reading.place, problems)
    foreign = Problems()
    _check(LANGUAGE_RULES, reading.text, locale, reading.place, foreign)
    signs = Problems()
    _check(TEXT_RULES, reading.text, locale, reading.place, signs)
    lines = {problem.place.line for problem in foreign.found}
    problems.found += foreign.found
    problems.found += [problem for problem in signs.found if problem.place.line not in lines]


def check_data(root: Path, languages: Collection[str], problems: Problems) -> None:
    """Put them to every text in the data and the quizzes; a file that cannot be read is left out.

    Quizzes are searched for untranslated texts by themselves (quiz/untranslated.py).
    """
    for patterns, language_rules in ((_DATA, LANGUAGE_RULES), (_QUIZZES, ())):
        for file in (file for pattern in patterns for file in sorted(root.glob(pattern))):
            path = file.relative_to(root).as_posix()
            source = file.read_text(encoding="utf-8", errors="replace")
            locale = file.stem if file.parent.as_posix().endswith(_STRINGS) else ""
            lines = source.split("\n")
            for found, name, menu in _texts(read_yaml(source, path, Problems()), languages, locale):
                at = functools.partial(_place_in, lines, found)
                _check(RAW_RULES, found.value, name, at, problems)
                text = masked(found.value)
                if name not in TOLD_APART or menu or vietnamese_left(text) is None:
                    _check(TEXT_RULES, text, name, at, problems)
                elif language_rules:
                    _check(language_rules, text, name, at, problems)


def _texts(
    node: Node | None, languages: Collection[str], locale: str, *, menu: bool = False
) -> Iterator[tuple[Text, str, bool]]:
    """Every text below a language's name, with that language and whether it copies a screen."""
    if isinstance(node, Text) and locale:
        yield node, locale, menu
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item, languages, locale, menu=menu)
    elif isinstance(node, Mapping):
        for name, (_, value) in node.entries.items():
            here = name if not locale and name in languages else locale
            copied = menu or (not locale and name == _SHOWN_ON_SCREENS)
            yield from _texts(value, languages, here, menu=copied)


def _place_in(lines: Seq[str], text: Text, offset: int) -> Place:
    """The place of a character of a text; of its word where the file folds or quotes the text."""
    path, line, column = text.place.path, text.place.line, text.place.column
    for shift in (0, 1):
        if lines[line - 1].startswith(text.value, column - 1 + shift):
            return Place(path, line, column + shift + offset)
    word = word_around(text.value, offset)
    end = len(text.value) + line
    for number, here in enumerate(lines[line - 1 : end], start=line):
        if (found := here.find(word, column - 1 if number == line else 0)) >= 0:
            return Place(path, number, found + 1)
    return text.place


def _check(
    rules: tuple[TextRule, ...],
    text: str,
    locale: str,
    at: Callable[[int], Place],
    problems: Problems,
) -> None:
    for rule in rules:
        for found in rule(text, locale):
            problems.add(at(found.offset), found.code, found.level, **found.values)
