"""What an editor is told: cases written as data, each a small book with one thing changed.

A case in `unit/cases/*.yml`::

    - name: a sentence about behaviour
      quiz: ordering              # the quiz of unit/items/ordering.yml instead of the usual one
      tree: …                     # files, written as in small_book.py
      stamps: all                 # translations stamped before the changes; `none`: their lack is told
      change: [{in: path, old: …, new: …, times: 3}]
      remove: [path]
      save-as: {path: latin-1}
      says: [file:line:column: what is wrong — what to do]
      vi: […]                     # the same in Vietnamese and French, where the words are checked
      fr: […]
      notices: […]                # what does not stop the build
      warns: […]                  # advice on item writing; vi and fr are then about the warnings
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.problem import Level, Problem, Problems, in_order
from small_book import SmallBook

UNIT = Path(__file__).parent / "unit"
Case = dict[str, Any]


def load_cases(name: str) -> list[Case]:
    """The cases of one file."""
    text = (UNIT / "cases" / f"{name}.yml").read_text(encoding="utf-8")
    loaded: list[Case] = yaml.safe_load(text)
    return loaded


def cases_of(name: str) -> pytest.MarkDecorator:
    """Run a test with every case of a file; the case's sentence is the name of the run."""
    cases = load_cases(name)
    return pytest.mark.parametrize("case", cases, ids=[case["name"] for case in cases])


def prepare(book: SmallBook, case: Case) -> None:
    """Change the small book as the case says."""
    if "quiz" in case:
        shutil.copy(UNIT / "items" / f"{case['quiz']}.yml", book.folder / "quizzes/locks.yml")
    if "tree" in case:
        book.tree(case["tree"])
    if case.get("stamps") == "all":
        book.stamp()
    for change in case.get("change", []):
        book.change(change["in"], change["old"], change["new"] * change.get("times", 1))
    for path in case.get("remove", []):
        book.remove(path)
    for path, encoding in case.get("save-as", {}).items():
        (book.folder / path).write_bytes(book.read(path).encode(encoding))


def check(book: SmallBook, case: Case) -> None:
    """The book tells an editor exactly what the case says, word for word."""
    prepare(book, case)
    problems = book.load()[1]
    if "stamps" not in case:  # the small book has no stamps, which is told in translation.yml
        problems.found = [p for p in problems.found if p.code != "translation-unstamped"]
    assert [problem.text("en") for problem in problems.errors()] == case.get("says", [])
    assert told(problems, "notice", "en") == case.get("notices", [])
    kind: Level = "warning" if "warns" in case else "error"
    if "warns" in case:
        assert told(problems, "warning", "en") == case["warns"]
    for say in ("vi", "fr"):
        if say in case:
            assert told(problems, kind, say) == case[say]


def told(problems: Problems, level: Level, say: str) -> list[str]:
    """The findings of one level, in the order of files and lines."""
    found = in_order(problem for problem in problems.found if problem.level == level)
    return [problem.text(say) for problem in found]


def texts(problems: Problems) -> list[str]:
    """What was found, in the order of files and lines."""
    return [problem.text() for problem in problems.errors()]


def produced(book: SmallBook, case: Case) -> list[Problem]:
    """Everything that the book of a case reports."""
    prepare(book, case)
    return book.load()[1].found
