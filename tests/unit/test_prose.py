"""The text that readers meet, and the sections of a page, each at its place in the file."""

from __future__ import annotations

from handbook.pages.page import Page, read_page
from handbook.pages.prose import FILL, prose_of
from handbook.pages.section import sections_of
from handbook.problem import Place, Problems

TEXT = """---
title: Two locks
description: Lock twice.
updated: 2026-11-22
---
Lock **twice**, see [the second lock](second.md#on), call {{ fact help }}.

/// story | A call {#call}
She said `no`.

/// message | Bank 20:52
Read it <b>now</b>: https://bank.example/x
///
/// local | gb
In Britain.
///
///

## After it {#after}
```
code
```
Done.
"""


def page() -> Page:
    problems = Problems()
    read = read_page(TEXT, "en", "x/locks", "docs/en/x/locks.md", problems)
    assert not problems.found
    return read


def shown(text: str) -> str:
    """The words of a line without what is hidden."""
    return " ".join(text.replace(FILL, " ").split())


def test_only_what_is_read_is_left_of_a_line() -> None:
    assert [shown(line.text) for line in prose_of(page())] == [
        "Two locks",
        "Lock twice.",
        "Lock **twice**, see [the second lock] , call .",
        "A call",
        "She said .",
        "Bank 20:52",
        "Read it now :",
        "",
        "In Britain.",
        "## After it",
        "Done.",
    ]


def test_every_column_is_that_of_the_file() -> None:
    lines = TEXT.split("\n")
    for line in prose_of(page()):
        there = lines[line.place.line - 1]
        assert len(line.text) == len(line.raw)
        for offset, sign in enumerate(line.text):
            assert sign in {FILL, there[line.at(offset).column - 1]}


def test_a_line_knows_its_blocks_and_its_section() -> None:
    known = {shown(line.text): (line.blocks, line.section) for line in prose_of(page())}
    assert known["Lock twice."] == ((), "")
    assert known["Read it now :"] == (("story", "message"), "call")
    assert known["In Britain."] == (("story", "local"), "call")
    assert known["Done."] == ((), "after")


def test_a_page_is_cut_at_headings_and_frames_and_nothing_is_lost() -> None:
    sections = sections_of(page())
    assert [(section.id, section.title) for section in sections] == [
        ("", ""),
        ("call", "A call"),
        ("after", "After it"),
    ]
    together = [text for section in sections for _, text in section.lines]
    assert together == page().body.split("\n")
    assert page().place(sections[1].number) == Place("docs/en/x/locks.md", 8)
