"""Three languages in step: what changed in the source, what differs in form, in numbers and in names."""

from __future__ import annotations

import dataclasses
import re

import pytest

from handbook.pages.expand import ExpandContext, expand
from handbook.pages.page import Page, read_page
from handbook.pages.part import parts_of
from handbook.pages.stamp import START, TITLE, digests_of, stale_sections
from handbook.pages.translation import front_matter_line
from handbook.problem import Place, Problems
from handbook.project import load_book
from handbook.rules.registry import check_pages, check_quizzes
from handbook.rules.structure import check_structure
from handbook.rules.values import check_values
from handbook.strings import Strings
from small_book import PROJECT, SmallBook, page
from told import Case, cases_of, check

SOURCE = "Mở đầu.\n\n## Một {#one}\nBa.\n\n/// story | Hai {#two}\nBốn.\n///\n"


@cases_of("translation")
def test_a_translation_says_which_text_it_translates(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("parity")
def test_a_difference_in_form_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("numbers")
def test_a_difference_in_numbers_and_names_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def source(body: str = SOURCE, title: str = "Cửa") -> Page:
    return read_page(page(title, body), "vi", "a", "docs/vi/a.md", Problems())


def stamped(line: str = "") -> Page:
    text = page("La porte").replace("\n---\n", f"\n{line}\n---\n", 1)
    return read_page(text, "fr", "a", "docs/fr/a.md", Problems())


CURRENT = stamped(front_matter_line(digests_of(source()), "human"))


def test_a_translation_of_the_text_as_it_stands_is_current() -> None:
    assert stale_sections(source(), CURRENT) == ()


def test_a_translation_without_a_stamp_is_neither_current_nor_stale() -> None:
    assert stale_sections(source(), stamped()) is None


@pytest.mark.parametrize(
    ("body", "title", "stale"),
    [
        (SOURCE, "Cổng", (TITLE,)),
        (SOURCE.replace("Mở đầu", "Mở"), "Cửa", (START,)),
        (SOURCE.replace("Bốn", "Năm"), "Cửa", ("two",)),
        (SOURCE.replace("Hai", "Hai ba"), "Cửa", ("two",)),
        (SOURCE.replace("#two", "#deux"), "Cửa", ("deux", "two")),
        (SOURCE + "## Ba {#three}\n", "Cửa", ("three",)),
        (SOURCE.replace("Ba.", "Ba").replace("Bốn", "Năm"), "Cửa", ("one", "two")),
    ],
)
def test_each_section_that_changed_came_or_went_is_named(
    body: str, title: str, stale: tuple[str, ...]
) -> None:
    assert stale_sections(source(body, title), CURRENT) == stale


@pytest.mark.parametrize(
    "layout",
    [
        SOURCE.replace("\n", "\r\n"),
        SOURCE.replace("Mở đầu.", "  Mở\n đầu.   \n\n"),
        SOURCE.replace("Ba.", "Ba.\n<!-- nhớ hỏi\nlại -->\n"),
        SOURCE.replace("Mở đầu", "Mở đầu"),
        SOURCE.replace("Mở đầu", "Mở\u00a0đầu"),
    ],
    ids=["carriage returns", "spaces", "a comment", "composed letters", "a no-break space"],
)
def test_layout_does_not_make_a_translation_stale(layout: str) -> None:
    assert stale_sections(source(layout), CURRENT) == ()


def test_signs_and_numbers_of_lists_and_the_width_of_tables_are_layout() -> None:
    one = source("1. a\n2. b\n\n- c\n\n| d |\n|---|\n")
    other = source("1. a\n1. b\n\n* c\n\n|  d  |\n|-----|\n")
    assert digests_of(one) == digests_of(other)
    assert digests_of(one) != digests_of(source("1. a\n2. c\n"))


def test_a_stamp_is_the_same_on_every_machine() -> None:
    assert front_matter_line(digests_of(source()), "machine", "2026-11-22") == (
        "translation: {by: machine, reviewed: 2026-11-22,"
        ' sections: "_title:7297a1 _start:a18e08 one:50ab9e two:7dccf0"}'
    )


def test_a_page_knows_who_translated_it_and_when_it_was_read_through() -> None:
    line = 'translation: {by: machine, reviewed: 2026-11-22, sections: "_title:123456"}'
    translation = stamped(line).translation
    assert translation is not None
    assert dataclasses.asdict(translation) == {
        "place": Place("docs/fr/a.md", 5, 1),
        "sections": {TITLE: "123456"},
        "by": "machine",
        "reviewed": "2026-11-22",
    }


def test_a_text_behind_a_block_belongs_to_the_section_around_it() -> None:
    body = (
        "A\n\n## B {#b}\n/// card | 1\nC\n///\nD\n\n/// message | E\nF\n///\n/// local | fr\nG\n///\nH\n"
    )
    parts = [(part.section, part.name, part.raw.split("\n")) for part in parts_of(source(body))]
    assert parts[1:] == [
        (START, "", ["A"]),
        ("b", "##", ["## B {#b}", "D", "H"]),
        ("b", "card", ["/// card | 1", "C"]),
        ("b", "message", [""]),
    ]


def test_readers_do_not_get_the_excuse() -> None:
    excused = source("One. <!-- differs: two abroad -->\n\n<!-- kept -->\n")
    assert expand(excused, ExpandContext(Strings(), {})) == "One.\n\n<!-- kept -->\n"


def test_the_handbook_itself_is_in_step() -> None:
    """A translation may be behind, which readers are told; what it says of today's text is right."""
    book = load_book(PROJECT, Problems())
    problems = Problems()
    check_pages(book.pages, book.languages[0], book.facts, problems)
    check_quizzes(book.quizzes.values(), problems)
    codes = "translation-", "section-", "blocks-", "steps-", "bullets-", "tables-", "piece-", "values-"
    found = [p for p in problems.errors() if p.code.startswith((*codes, "differs-", "item-values-"))]
    assert [problem.text() for problem in found] == []


SEEDED = re.compile(r"(?<![\w{#:/-])[2-9](?=\d*\s)|\{\{ fact|(?m:^\d+\. )|(?<=\]\()(?=\w)")


def test_what_is_seeded_into_the_real_pages_is_found() -> None:
    """A digit, a fact, a step or a link is changed, one at a time, in every French page."""
    book = load_book(PROJECT, Problems())
    seeds = 0
    for (locale, key), translated in book.pages.items():
        current = locale == "fr" and stale_sections(book.pages["vi", key], translated) == ()
        for seed in SEEDED.finditer(translated.body) if current else ():
            number = translated.body.count("\n", 0, seed.start())
            if _is_free(translated, number):
                continue
            changed = {"{{ fact": "{{ other", "": "x"}.get(seed[0], "" if "." in seed[0] else "9991")
            body = translated.body[: seed.start()] + changed + translated.body[seed.end() :]
            problems = Problems()
            for rule in (check_structure, check_values):
                rule(book.pages["vi", key], dataclasses.replace(translated, body=body), problems)
            assert problems.found, (
                f"{translated.path}: {translated.body[seed.start() - 20 : seed.end() + 20]}"
            )
            seeds += 1
    assert seeds > 100


def _is_free(page: Page, number: int) -> bool:
    """Whether a line stands in `local` or `message`."""
    lines = page.body.split("\n")[: number + 1]
    stack: list[str] = []
    for line in lines:
        if line.startswith("/// "):
            stack.append(line.split()[1])
        elif line.startswith("///"):
            stack.pop()
    return not {"local", "message"}.isdisjoint(stack)
