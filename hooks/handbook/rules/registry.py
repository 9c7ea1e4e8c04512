"""Every rule, by what it looks at. A new rule is a file of its own and a name in one of these lists."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Map

from handbook.pages.page import Page
from handbook.problem import Problems

Pages = Map[tuple[str, str], Page]
"""Pages by (language, key)."""

PAGE_RULES: tuple[Callable[[Page, Problems], None], ...] = ()
"""A page alone."""
PAIR_RULES: tuple[Callable[[Page, Page, Problems], None], ...] = ()
"""A page of the source language and its translation, in this order."""
SITE_RULES: tuple[Callable[[Pages, Problems], None], ...] = ()
"""All pages together."""


def check_pages(pages: Pages, source: str, problems: Problems) -> None:
    """Put every rule to every page. `source`: the source language."""
    for (locale, key), page in pages.items():
        for rule in PAGE_RULES:
            rule(page, problems)
        original = pages.get((source, key))
        if original and locale != source:
            for pair_rule in PAIR_RULES:
                pair_rule(original, page, problems)
    for site_rule in SITE_RULES:
        site_rule(pages, problems)
