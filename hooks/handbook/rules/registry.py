"""Every rule, by what it looks at. A new rule is a file of its own and a name in one of these lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Map
from functools import partial
from typing import cast

from handbook.facts import Fact
from handbook.pages.page import Page
from handbook.problem import Problems
from handbook.quiz.model import Quiz
from handbook.rules.headings import check_headings
from handbook.rules.item_values import check_item_values
from handbook.rules.layout import check_layout
from handbook.rules.length import check_length
from handbook.rules.loose_facts import check_hotlines, check_loose_numbers
from handbook.rules.markup import check_markup
from handbook.rules.memory import RuleMemory
from handbook.rules.reading import Reading, reading_of
from handbook.rules.structure import check_structure
from handbook.rules.texts import check_reading
from handbook.rules.translation import check_source, check_stamp
from handbook.rules.values import check_excuses, check_values

Pages = Map[tuple[str, str], Page]
"""Pages by (language, key)."""

PAGE_RULES: tuple[Callable[[Page, Problems], None], ...] = (
    check_excuses,
    check_layout,
    check_headings,
)
"""A page alone."""
READING_RULES: tuple[Callable[[Reading, Problems], None], ...] = (
    check_reading,
    check_markup,
    check_loose_numbers,
    check_length,
)
"""What readers meet on a page, read once for all these rules. Rules on any text: rules/texts.py."""
FACT_RULES: tuple[Callable[[Reading, Map[str, Fact], Problems], None], ...] = (check_hotlines,)
"""The same, compared with the facts."""
SOURCE_RULES: tuple[Callable[[Page, Problems], None], ...] = (check_source,)
"""A page of the source language."""
PAIR_RULES: tuple[Callable[[Page, Page, Problems], None], ...] = (
    check_stamp,
    check_structure,
    check_values,
)
"""A page of the source language and its translation, in this order."""
QUIZ_RULES: tuple[Callable[[Quiz, Problems], None], ...] = (check_item_values,)
"""A quiz with its languages."""


def check_pages(
    pages: Pages,
    source: str,
    facts: Map[str, Fact],
    problems: Problems,
    memory: RuleMemory | None = None,
) -> None:
    """Put every rule to every page. `source`: the source language; `memory`: of a live preview."""
    memory = memory or RuleMemory()
    memory.open(facts)
    for (locale, key), page in pages.items():
        original = pages.get((source, key)) if locale != source else None
        rules = partial(_judge, page, original, facts, is_source=locale == source)
        problems.found += memory.judge(page, original, rules)


def _judge(
    page: Page, original: Page | None, facts: Map[str, Fact], problems: Problems, *, is_source: bool
) -> None:
    problems.about = "wording"
    for rule in (*PAGE_RULES, *(SOURCE_RULES if is_source else ())):
        rule(page, problems)
    reading = reading_of(page)
    for reading_rule in READING_RULES:
        reading_rule(reading, problems)
    for fact_rule in FACT_RULES:
        fact_rule(reading, facts, problems)
    for pair_rule in PAIR_RULES if original else ():
        pair_rule(cast("Page", original), page, problems)


def check_quizzes(quizzes: Iterable[Quiz], problems: Problems) -> None:
    """Put every rule to every quiz."""
    for quiz in quizzes:
        for rule in QUIZ_RULES:
            rule(quiz, problems)
