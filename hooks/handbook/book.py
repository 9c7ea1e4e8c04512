"""Everything that was written, read and checked once: the model that feeds every output."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from handbook import facts as facts_of
from handbook import glossary as glossary_of
from handbook import programme as programme_of
from handbook import strings as strings_of
from handbook import tricks as tricks_of
from handbook.dates import today_of
from handbook.facts import Fact
from handbook.glossary import Glossary
from handbook.pages.blocks import blocks_of
from handbook.pages.directives import check_directives, directives_of
from handbook.pages.page import Page, read_page
from handbook.pages.stamp import stale_sections
from handbook.problem import Place, Problems
from handbook.programme import Module, Programme
from handbook.quiz.check import check_quiz
from handbook.quiz.lint import lint_quiz
from handbook.quiz.model import Quiz
from handbook.quiz.parse import read_quiz
from handbook.quiz.register import SOURCE as REGISTER
from handbook.quiz.register import Register, check_register, read_register
from handbook.reader import Reader
from handbook.reviews import past
from handbook.rules.files import check_files
from handbook.rules.links import check_links
from handbook.rules.memory import RuleMemory
from handbook.rules.pencil import check_pencil
from handbook.rules.registry import check_pages, check_quizzes
from handbook.rules.targets import Targets
from handbook.rules.texts import check_data
from handbook.rules.wording import check_forbidden, check_terms
from handbook.strings import Strings
from handbook.tricks import Trick

TOP_PAGES = (
    "index", "modules", "help", "tricks", "about", "privacy", "accessibility", "glossary", "facts",
)  # fmt: skip
"""Pages that belong to no module."""
_NOT_PUBLISHED = re.compile(r"^data/|^templates/|(^|/)\.|\.(md|markdown|mdown|mkdn|mkd)$")
"""Pages, and what MkDocs leaves out: https://www.mkdocs.org/user-guide/configuration/#exclude_docs"""
_LOST = ("yaml-", "file-missing", "not-a-map", "not-a-list", "not-a-slug", "module-without-pages")
_NAMES = frozenset({"modules", "slug", "pages", "facts", "id"})
_CONSEQUENCES = {
    programme_of.SOURCE: (
        "page-missing", "page-not-in-programme", "quiz-without-module", "quiz-without-module-near",
        "unknown-quiz", "unknown-quiz-near", "see-no-page", "see-no-page-near", "register-no-quiz",
        "trick-no-page", "trick-no-page-near",
    ),
    facts_of.SOURCE: ("unknown-fact", "unknown-fact-near"),
}  # fmt: skip


@dataclass(frozen=True)
class Book:
    """`pages` by (language, key); a missing translation is not among them."""

    programme: Programme
    facts: Map[str, Fact] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    strings: Map[str, Strings] = field(default_factory=dict)
    pages: Map[tuple[str, str], Page] = field(default_factory=dict)
    quizzes: Map[str, Quiz] = field(default_factory=dict)
    register: Register = field(default_factory=Register)
    tricks: tuple[Trick, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages, the source first."""
        return self.programme.languages

    @property
    def published_quizzes(self) -> tuple[Quiz, ...]:
        """The quizzes that readers see, in the order of the programme."""
        slugs = [module.slug for module in self.programme.published]
        return tuple(self.quizzes[slug] for slug in slugs if slug in self.quizzes)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Keys of the published pages in reading order."""
        modules = [key for module in self.programme.published for key in module_keys(module)]
        return ("index", "modules", *modules, *TOP_PAGES[2:])

    def page(self, locale: str, key: str) -> Page:
        """The page in a language, or in the source language where it is not translated."""
        return self.pages.get((locale, key)) or self.pages[(self.languages[0], key)]

    def module_of(self, key: str) -> Module | None:
        """The module to which a page belongs."""
        return self.programme.module(key.split("/", maxsplit=1)[0]) if "/" in key else None


def module_keys(module: Module) -> tuple[str, ...]:
    """Keys of a module's pages, the landing page first."""
    return tuple(f"{module.slug}/{page}" for page in ("index", *module.pages))


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
    facts = _facts(root, languages, problems)
    glossary = _glossary(root, languages, problems)
    sources = {
        locale: _text(root, f"{strings_of.FOLDER}/{locale}.yml", problems) for locale in languages
    }
    strings = strings_of.read_strings(sources, problems)
    pages = _pages(root, programme, problems)
    quizzes = _quizzes(root, programme, problems)
    text = _text(root, REGISTER, problems) if (root / REGISTER).exists() else None
    register, tricks = read_register(text, problems), _tricks(root, languages, problems)
    book = Book(programme, facts, glossary, strings, pages, quizzes, register, tricks)
    _check_pages(book, problems, memory)
    _check_links(root, book, problems)
    _check_quizzes(book, problems)
    _check_tricks(book, problems)
    if not any(problem.code.startswith("quiz-without-module") for problem in problems.found):
        check_register(book.register, book.published_quizzes, quizzes, problems)
    check_quizzes(quizzes.values(), problems)
    check_data(root, languages, problems)
    _leave_out_consequences(problems)
    return book


def _leave_out_consequences(problems: Problems) -> None:
    """Compared with modules or facts whose names are lost, everything else would look wrong."""
    codes: set[str] = set()
    for problem in problems.errors():
        if problem.code.startswith(_LOST) or not _NAMES.isdisjoint(problem.values.values()):
            codes.update(_CONSEQUENCES.get(problem.place.path, ()))
    problems.found = [problem for problem in problems.found if problem.code not in codes]


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


def _facts(root: Path, languages: tuple[str, ...], problems: Problems) -> dict[str, Fact]:
    text = _text(root, facts_of.SOURCE, problems)
    facts = facts_of.read_facts(text, languages, problems)
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


def _check_pages(book: Book, problems: Problems, memory: RuleMemory | None) -> None:
    for page in book.pages.values():
        blocks_of(page.body, page.path, page.first_line, problems)
        check_directives(page, book.facts, book.quizzes, problems)
    check_pages(book.pages, book.languages[0], book.facts, problems, memory)
    _check_wording(book, problems)
    _check_written(book, problems)
    _check_wanted(book, problems)


def _check_wording(book: Book, problems: Problems) -> None:
    for (locale, key), page in book.pages.items():
        check_forbidden(page, book.glossary, problems)
        source = book.pages.get((book.languages[0], key))
        if source and locale != book.languages[0]:
            stale = stale_sections(source, page) or ()
            check_terms(source, page, book.glossary, stale, problems)


def _check_links(root: Path, book: Book, problems: Problems) -> None:
    files = _files(root)
    targets = Targets(
        book.languages,
        book.pages,
        published=frozenset(book.keys),
        drafts=frozenset(module.slug for module in book.programme.modules if module.draft),
        files=files,
        items={slug: tuple(item.id for item in quiz.asked) for slug, quiz in book.quizzes.items()},
    )
    used = check_links(targets, problems)
    check_files(files, used, lambda: _data(root), problems)


def _files(root: Path) -> frozenset[str]:
    """The paths below docs/ of everything that is no page and goes into the site."""
    found = []
    for folder, _, names in os.walk(root / "docs"):
        below = Path(folder).relative_to(root / "docs").as_posix().removeprefix(".")
        found += [f"{below}/{name}".lstrip("/") for name in names]
    return frozenset(path for path in found if not _NOT_PUBLISHED.search(path))


def _data(root: Path) -> str:
    """All that is written in quizzes and data, as it stands."""
    files = [*sorted((root / "quizzes").glob("*.yml")), *sorted((root / "docs/data").glob("*.yml"))]
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)


def _check_written(book: Book, problems: Problems) -> None:
    """Every page of the programme is written; a missing translation only gets a notice."""
    source = book.languages[0]
    places = {key: Place(f"docs/{source}/{key}.md") for key in TOP_PAGES}
    for module in book.programme.published:
        listed = [module.place, *module.page_places]
        places |= dict(zip(module_keys(module), listed, strict=True))
    for key, place in places.items():
        if (source, key) not in book.pages:
            problems.add(place, "page-missing", path=f"docs/{source}/{key}.md")
            continue
        for locale in book.languages[1:]:
            if (locale, key) not in book.pages:
                written = book.pages[(source, key)].path
                there = Place(f"docs/{locale}/{key}.md")
                problems.add(there, "not-translated", level="notice", source=written)


def _check_wanted(book: Book, problems: Problems) -> None:
    """Every page that is written belongs to the programme, or to a draft."""
    drafts = {module.slug for module in book.programme.modules if module.draft}
    for (_, key), page in book.pages.items():
        if key not in book.keys and key.split("/")[0] not in drafts:
            problems.add(Place(page.path), "page-not-in-programme")


def _check_quizzes(book: Book, problems: Problems) -> None:
    placed = _check_placed(book, problems)
    for slug, quiz in book.quizzes.items():
        module = book.programme.module(slug)
        if module is None:
            continue
        headings = {
            key.removeprefix(f"{slug}/"): tuple(page.headings)
            for (locale, key), page in book.pages.items()
            if locale == book.languages[0] and key.startswith(f"{slug}/")
        }
        check_quiz(quiz, book.facts, headings, problems)
        lint_quiz(quiz, problems)
        if not module.draft and slug not in placed:
            problems.add(quiz.place, "quiz-not-placed", word=slug)


def _check_tricks(book: Book, problems: Problems) -> None:
    source, published = book.languages[0], frozenset(book.keys)
    headings = {
        key: tuple(page.headings)
        for (locale, key), page in book.pages.items()
        if locale == source and key in published
    }
    tricks_of.check_tricks(book.tricks, book.facts, headings, problems)


def _check_placed(book: Book, problems: Problems) -> set[str]:
    """The quizzes that a page shows. In the page's language there must be something to ask."""
    placed = set()
    for page in book.pages.values():
        for directive in directives_of(page):
            quiz = book.quizzes.get(directive.word) if directive.name == "quiz" else None
            if quiz is None:
                continue
            placed.add(quiz.module)
            if quiz.items and not any(item.is_for(page.locale) for item in quiz.items):
                at = directive.place
                problems.add(at, "quiz-nothing-asked", word=quiz.module, locale=page.locale)
    return placed
