"""The check and MkDocs read links alike: a build never tells what the check did not say before."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from small_book import SmallBook

LOCK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n'
SOUND = """
[a](#two-locks) [b](door.md) [c](./quiz.md#q-first-key "Quiz") [d](<../about.md>) [e](../index.md#)
[f](index.md?x=1) [g][quiz] [h](https://a.example/) [i](tel:156) ![j](../../assets/img/lock.svg)
[k](../../assets/img/lock.svg) [l](#) ![m](../img/own.svg) ![n](../../assets/img/%6Cock.svg) A[^1].
[![o](../../assets/img/lock.svg)](../modules.md)

[quiz]: quiz.md
[^1]: A note.

/// story | A door {#a-door}
[p](#a-door)

/// message | Bank
[q](../modules.md)
///
///

"""
WRONG = """
[a](#no-such) [b](no.md) [c](quiz.md#q-no) [d](../door.md) [e](../../about.md) [f](quiz/) [g](quiz)
[h](quiz.html) [i](/about.md) [j][no] [k](www.a.example) [l](me@a.example) [m](../../fr/locks/door.md)
![n](../../assets/img/no.svg) ![o](lock.svg) [p](../keys/index.md) [q](../../data/facts.yml) [r](.)
[s](#bank) [t](../../../mkdocs.yml) ![u](../../fr/img/french.svg) [v](../../assets/) [w](my page.md)

[no]: nowhere.md
[^2]: Nobody leads here.

/// message | Bank {#bank}
Hello.
///

"""
ONLY_FIRST = "import handbook.consistency\nhandbook.consistency._check_links = lambda *_: None\n"
"""A hook that keeps the check from stopping the build, so that MkDocs speaks for itself."""


def linked(book: SmallBook, links: str, *languages: str) -> None:
    for path in ("assets/img/lock.svg", "vi/img/own.svg", "fr/img/french.svg"):
        book.write(f"docs/{path}", LOCK)
    for locale in languages:
        book.change(f"docs/{locale}/locks/door.md", "Text with", f"{links}Text with")


def test_links_of_every_sound_form_build_without_a_warning(book: SmallBook) -> None:
    linked(book, SOUND, "vi", "fr", "en")
    book.remove("docs/fr/about.md")
    book.remove("docs/en/locks/quiz.md")
    book.change("docs/en/locks/door.md", "[m]", "[n]")
    assert book.messages() == []
    built = book.build()
    assert built.code == 0, built.output
    assert "WARNING" not in built.output


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_link_that_mkdocs_warns_of_was_told_before_at_its_place(
    book: SmallBook, locale: str
) -> None:
    linked(book, WRONG, locale)
    told = {str(problem.place) for problem in book.load()[1].found}
    book.write("only_first.py", ONLY_FIRST)
    book.change("mkdocs.yml", "hooks/events.py", "hooks/events.py, only_first.py")
    warned = mkdocs_warnings(book, locale)
    assert len(warned) >= 19, warned
    path = f"docs/{locale}/locks/door.md"
    lines = book.read(path).split("\n")
    assert {f"{path}:{place(lines, target)}" for target in warned} - told == set()


def place(lines: list[str], target: str) -> str:
    """Line and column of an address on the page; those of its text for a footnote that nobody uses."""
    written = re.compile(
        r"\[\^2\]:" if target == "#fnref:2" else rf"(?<=[(\s]){re.escape(target)}(?=\)|$)"
    )
    found = [
        (number, match.start() + 1)
        for number, line in enumerate(lines, 1)
        for match in written.finditer(line)
    ]
    [(line, column)] = found
    return f"{line}:{column}"


def mkdocs_warnings(book: SmallBook, locale: str) -> set[str]:
    """The addresses that MkDocs warns of on the page of one language."""
    given = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "HANDBOOK_SAY": "en"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=book.folder,
        env=given,
        capture_output=True,
        text=True,
        check=False,  # what no page may hold stops the build in the end
    )
    said = rf"WARNING.*'{locale}/locks/door\.md' contains (?:a|an unrecognized relative|an absolute) link '(.*?)'"
    return set(re.findall(said, done.stdout + done.stderr))
