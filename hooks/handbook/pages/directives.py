"""`{{ fact ID }}`, `{{ call ID }}`, `{{ quiz MODULE }}`, `{{ contact }}` and the lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.pages.page import Page
from handbook.problem import Place, Problems
from handbook.reader import Reader

LISTS = ("all-terms", "all-facts", "all-tricks", "all-boards")
"""Directives that become the whole glossary, every fact with its sources, all new tricks, or links that
show the pages of the modules to a room."""
FACTS = ("fact", "call")
"""Directives that name a fact: its value in a sentence, or a line of its own with what it is for."""
NAMES = (*FACTS, "quiz", "contact", *LISTS)
_DIRECTIVE = re.compile(r"\{\{(?P<inside>[^{}\n]*)\}\}")
_QUIZ_LINE = re.compile(r"\s*\{\{[^{}]*\}\}\s*")


@dataclass(frozen=True)
class Directive:
    """`{{ name word }}` at a place; `whole_line`: nothing else stands on its line."""

    name: str
    word: str
    place: Place
    whole_line: bool


def directives_of(page: Page) -> Iterator[Directive]:
    """Every directive of a page, in order."""
    for number, line in enumerate(page.lines if "{{" in page.body else ()):
        for match in _DIRECTIVE.finditer(line) if "{{" in line else ():
            name, _, word = match["inside"].strip().partition(" ")
            place = page.place(number, match.start() + 1)
            yield Directive(name, word.strip(), place, bool(_QUIZ_LINE.fullmatch(line)))


def facts_of(page: Page) -> list[str]:
    """Ids of the facts that a page shows or rests on, each once, in the order of the text."""
    shown = [directive.word for directive in directives_of(page) if directive.name in FACTS]
    return list(dict.fromkeys([*shown, *(name for name, _ in page.sources)]))


def check_directives(
    page: Page, facts: Collection[str], quizzes: Collection[str], problems: Problems
) -> None:
    """Report unknown directives, facts and quizzes, with the nearest known name."""
    reader = Reader(problems)
    for directive in directives_of(page):
        if directive.name not in NAMES:
            reader.unknown(directive.place, "unknown-directive", directive.name, NAMES)
        elif directive.name in FACTS and directive.word not in facts:
            reader.unknown(directive.place, "unknown-fact", directive.word, facts)
        elif directive.name == "quiz" and directive.word not in quizzes:
            reader.unknown(directive.place, "unknown-quiz", directive.word, quizzes)
        elif directive.name in ("call", "quiz", *LISTS) and not directive.whole_line:
            problems.add(directive.place, "quiz-not-alone", name=directive.name)
    for number, line in enumerate(page.lines):
        if "{{" in line and (column := _DIRECTIVE.sub("", line).find("{{")) >= 0:
            problems.add(page.place(number, line.find("{{", column) + 1), "directive-not-closed")
    for name, place in page.sources:
        if name not in facts:
            reader.unknown(place, "unknown-fact", name, facts)


def replace_directives(text: str, values: Map[str, Callable[[str], str]]) -> str:
    """`text` with every directive replaced by what `values[name](word)` returns."""

    def value(match: re.Match[str]) -> str:
        name, _, word = match["inside"].strip().partition(" ")
        return values[name](word.strip()) if name in values else match[0]

    return _DIRECTIVE.sub(value, text)
