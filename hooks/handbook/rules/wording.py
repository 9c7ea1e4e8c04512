"""The words that the glossary settles: none that it forbids, and the same notions in every language."""

from __future__ import annotations

from collections.abc import Collection

from handbook.glossary import Glossary, forbidden_uses, forbidden_words
from handbook.pages.page import Page
from handbook.pages.prose import prose_of
from handbook.pages.terms import first_uses
from handbook.problem import Problems


def check_forbidden(page: Page, glossary: Glossary, problems: Problems) -> None:
    """Report the words that stand for a term and should not, with the right one."""
    words = forbidden_words(glossary, page.locale)
    for line in prose_of(page) if words else ():
        for offset, found, term in forbidden_uses(line.text, words):
            problems.add(line.at(offset), "forbidden-word", level="warning", word=found, term=term)


def check_terms(
    source: Page, translation: Page, glossary: Glossary, stale: Collection[str], problems: Problems
) -> None:
    """A term that a section of the source uses has its word in the translated section too.

    `stale`: ids of the sections that are behind anyway, about which nothing is said.
    """
    there = _all_terms_by_section(translation, glossary)
    lines = {name: number for number, name in translation.heading_lines.items()}
    for section, terms in _terms_by_section(source, glossary).items():
        if section in stale or (section and section not in lines):
            continue
        for term in sorted(terms - there.get(section, set())):
            problems.add(
                translation.place(lines.get(section, 0)),
                "term-not-in-translation",
                level="warning",
                source=glossary.terms[term].words[source.locale].term,
                term=glossary.terms[term].words[translation.locale].term,
            )


def _all_terms_by_section(page: Page, glossary: Glossary) -> dict[str, set[str]]:
    """Also in headings, links and messages, where no term is explained."""
    found: dict[str, set[str]] = {}
    for line in prose_of(page):
        for _, _, term in glossary.uses(line.text, page.locale):
            found.setdefault(line.section, set()).add(term)
    return found


def _terms_by_section(page: Page, glossary: Glossary) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for use in first_uses(page, glossary):
        found.setdefault(use.section, set()).add(use.term)
    return found
