"""The project read from its files: pages, quizzes and data become one checked book."""

from __future__ import annotations

import os
from pathlib import Path

from handbook import facts as facts_of
from handbook import glossary as glossary_of
from handbook import moved as moved_of
from handbook import programme as programme_of
from handbook import strings as strings_of
from handbook import tricks as tricks_of
from handbook.book import Book
from handbook.consistency import check_book
from handbook.dates import today_of
from handbook.facts import Fact
from handbook.glossary import Glossary
from handbook.moved import Moved
from handbook.pages.page import Page, read_page
from handbook.problem import Place, Problems
from handbook.programme import Programme
from handbook.quiz.model import Quiz
from handbook.quiz.parse import read_quiz
from handbook.quiz.register import SOURCE as REGISTER
from handbook.quiz.register import read_register
from handbook.reader import Reader
from handbook.reviews import past
from handbook.rules.memory import RuleMemory
from handbook.rules.pencil import check_pencil
from handbook.tricks import Trick


def load_book(root: Path, problems: Problems, memory: RuleMemory | None = None) -> Book:
    """Read and check everything below `root` (the project). What is wrong is added to `problems`.

    `memory`: what a live preview remembers of the rules.
    """
    written = _text(root, programme_of.SOURCE, problems)
    programme = programme_of.read_programme(written, problems)
    check_pencil(programme_of.SOURCE, written, problems, draft=programme.is_draft_line)
    languages = programme.languages
    if not languages:
        return Book(programme)
    sources = {
        locale: _text(root, f"{strings_of.FOLDER}/{locale}.yml", problems) for locale in languages
    }
    strings = strings_of.read_strings(sources, problems)
    facts = _facts(root, languages, strings[languages[0]].countries("facts"), problems)
    glossary = _glossary(root, languages, problems)
    pages = _pages(root, programme, problems)
    quizzes = _quizzes(root, programme, problems)
    text = _text(root, REGISTER, problems) if (root / REGISTER).exists() else None
    register, tricks = read_register(text, problems), _tricks(root, languages, problems)
    moves = _moves(root, problems)
    book = Book(programme, facts, glossary, strings, pages, quizzes, register, tricks, moves)
    check_book(root, book, problems, memory)
    return book


def _text(root: Path, path: str, problems: Problems) -> str:
    try:
        return (root / path).read_text(encoding="utf-8")
    except FileNotFoundError:
        problems.add(Place(path), "file-missing")
    except UnicodeDecodeError as error:
        before = (root / path).read_bytes()[: error.start].decode("utf-8")
        column = len(before) - (before.rfind("\n") + 1) + 1
        problems.add(Place(path, before.count("\n") + 1, column), "not-utf8")
        return (root / path).read_text(encoding="utf-8", errors="replace")
    return ""


def _pages(root: Path, programme: Programme, problems: Problems) -> dict[tuple[str, str], Page]:
    pages = {}
    for locale in programme.languages:
        folder = root / "docs" / locale
        for file in sorted(folder.rglob("*.md")):
            path = file.relative_to(root).as_posix()
            key = file.relative_to(folder).as_posix().removesuffix(".md")
            text = _text(root, path, problems)
            pages[(locale, key)] = read_page(text, locale, key, path, problems)
            check_pencil(path, text, problems, draft=programme.is_draft(key.split("/")[0]))
    # static-i18n takes every two-letter folder for a language and drops it without a word.
    for entry in sorted((root / "docs").iterdir()) if (root / "docs").is_dir() else ():
        if entry.is_dir() and len(entry.name) == 2 and entry.name not in programme.languages:
            problems.add(Place(f"docs/{entry.name}"), "two-letter-folder", word=entry.name)
    return pages


def _facts(
    root: Path, languages: tuple[str, ...], countries: tuple[str, ...], problems: Problems
) -> dict[str, Fact]:
    text = _text(root, facts_of.SOURCE, problems)
    facts = facts_of.read_facts(text, languages, problems, countries)
    check_pencil(facts_of.SOURCE, text, problems)
    problems.found += past(facts.values(), today_of(os.environ))
    return facts


def _glossary(root: Path, languages: tuple[str, ...], problems: Problems) -> Glossary:
    """The glossary; a handbook may have none."""
    if not (root / glossary_of.SOURCE).exists():
        return Glossary()
    text = _text(root, glossary_of.SOURCE, problems)
    check_pencil(glossary_of.SOURCE, text, problems)
    return glossary_of.read_glossary(text, languages, problems)


def _tricks(root: Path, languages: tuple[str, ...], problems: Problems) -> tuple[Trick, ...]:
    """The new tricks; a handbook may have none."""
    if not (root / tricks_of.SOURCE).exists():
        return ()
    text = _text(root, tricks_of.SOURCE, problems)
    check_pencil(tricks_of.SOURCE, text, problems)
    return tricks_of.read_tricks(text, languages, problems)


def _moves(root: Path, problems: Problems) -> tuple[Moved, ...]:
    """The pages that moved; a handbook may have none."""
    if not (root / moved_of.SOURCE).exists():
        return ()
    return moved_of.read_moved(_text(root, moved_of.SOURCE, problems), problems)


def _quizzes(root: Path, programme: Programme, problems: Problems) -> dict[str, Quiz]:
    quizzes = {}
    slugs = {module.slug for module in programme.modules}
    for file in sorted((root / "quizzes").glob("*.yml")):
        path = f"quizzes/{file.name}"
        if file.stem not in slugs:
            Reader(problems).unknown(Place(path), "quiz-without-module", file.stem, slugs)
            continue
        text = _text(root, path, problems)
        quizzes[file.stem] = read_quiz(
            text, file.stem, programme.languages, problems, programme.pass_mark
        )
        check_pencil(path, text, problems, draft=programme.is_draft(file.stem))
    return quizzes
