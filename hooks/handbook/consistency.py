"""What must fit together in a book: pages with the programme, quizzes with pages, links with targets."""

from __future__ import annotations

import os
import re
from pathlib import Path

from handbook import facts as facts_of
from handbook import programme as programme_of
from handbook import tricks as tricks_of
from handbook.book import TOP_PAGES, Book, module_keys
from handbook.moved import check_moved
from handbook.pages.blocks import blocks_of
from handbook.pages.directives import check_directives, directives_of
from handbook.pages.page import Page
from handbook.pages.stamp import stale_sections
from handbook.problem import Place, Problems
from handbook.quiz.check import check_quiz
from handbook.quiz.lint import lint_quiz
from handbook.quiz.register import check_register
from handbook.quiz.review import BOOSTER
from handbook.rules.files import check_files
from handbook.rules.links import check_links
from handbook.rules.memory import RuleMemory
from handbook.rules.registry import check_pages, check_quizzes
from handbook.rules.targets import Targets
from handbook.rules.texts import check_data
from handbook.rules.wording import check_forbidden, check_terms
from handbook.walls.folder import check_folders

_NOT_PUBLISHED = re.compile(r"^data/|^templates/|(^|/)\.|\.(md|markdown|mdown|mkdn|mkd)$")
"""Pages, and what MkDocs leaves out: https://www.mkdocs.org/user-guide/configuration/#exclude_docs"""
_LOST = ("yaml-", "file-missing", "not-a-map", "not-a-list", "not-a-slug", "module-without-pages")
_NAMES = frozenset({"modules", "slug", "pages", "facts", "id"})
_CONSEQUENCES = {
    programme_of.SOURCE: (
        "page-missing", "page-not-in-programme", "quiz-without-module", "quiz-without-module-near",
        "unknown-quiz", "unknown-quiz-near", "see-no-page", "see-no-page-near", "register-no-quiz",
        "trick-no-page", "trick-no-page-near", "booster-empty", "moved-no-page",
        "moved-no-page-near",
    ),
    facts_of.SOURCE: ("unknown-fact", "unknown-fact-near"),
}  # fmt: skip


def check_book(root: Path, book: Book, problems: Problems, memory: RuleMemory | None) -> None:
    """Compare all parts of a book that was read from `root`. `memory`: of a live preview."""
    _check_pages(book, problems, memory)
    _check_links(root, book, problems)
    _check_quizzes(book, problems)
    _check_tricks(book, problems)
    check_moved(book.moves, book.keys, book.languages, problems)
    if not any(problem.code.startswith("quiz-without-module") for problem in problems.found):
        check_register(book.register, book.published_quizzes, book.quizzes, problems)
    check_quizzes(book.quizzes.values(), problems)
    check_data(root, book.languages, problems)
    _leave_out_consequences(problems)


def _leave_out_consequences(problems: Problems) -> None:
    """Compared with modules or facts whose names are lost, everything else would look wrong."""
    codes: set[str] = set()
    for problem in problems.errors():
        if problem.code.startswith(_LOST) or not _NAMES.isdisjoint(problem.values.values()):
            codes.update(_CONSEQUENCES.get(problem.place.path, ()))
    problems.found = [problem for problem in problems.found if problem.code not in codes]


def _check_pages(book: Book, problems: Problems, memory: RuleMemory | None) -> None:
    for page in book.pages.values():
        countries = book.strings[book.languages[0]].countries("country")
        blocks_of(page.body, page.path, page.first_line, problems, countries)
        check_directives(page, book.facts, _names_of_quizzes(book, page), problems)
    check_pages(book.pages, book.languages[0], book.facts, problems, memory)
    _check_wording(book, problems)
    _check_written(book, problems)
    _check_wanted(book, problems)


def _names_of_quizzes(book: Book, page: Page) -> list[str]:
    """What `{{ quiz … }}` may say on a page; whoever asks for the booster elsewhere is told where."""
    wants_booster = any(directive.word == BOOSTER for directive in directives_of(page))
    return [*book.quizzes, *([BOOSTER] if wants_booster or page.key == BOOSTER else [])]


def _check_wording(book: Book, problems: Problems) -> None:
    for (locale, key), page in book.pages.items():
        check_forbidden(page, book.glossary, problems)
        source = book.pages.get((book.languages[0], key))
        if source and locale != book.languages[0]:
            stale = stale_sections(source, page) or ()
            check_terms(source, page, book.glossary, stale, problems)


def _check_links(root: Path, book: Book, problems: Problems) -> None:
    files = _files(root)
    check_folders(root, files, problems)
    targets = Targets(
        book.languages,
        book.pages,
        published=frozenset(book.keys),
        drafts=frozenset(module.slug for module in book.programme.modules if module.draft),
        files=files,
        items={
            quiz.module: tuple(item.id for item in quiz.asked)
            for quiz in (*book.quizzes.values(), book.booster)
        },
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
            if directive.name != "quiz" or directive.word not in (*book.quizzes, BOOSTER):
                continue
            quiz, at = book.quiz(directive.word), directive.place
            placed.add(quiz.module)
            if quiz.items and not any(item.is_for(page.locale) for item in quiz.items):
                problems.add(at, "quiz-nothing-asked", word=quiz.module, locale=page.locale)
            if quiz.module == BOOSTER:
                _check_booster(book, page, at, problems)
    return placed


def _check_booster(book: Book, page: Page, at: Place, problems: Problems) -> None:
    """The booster stands on its own page, and there is something to ask."""
    if page.key != BOOSTER:
        problems.add(at, "booster-elsewhere")
    elif not book.booster.items and all(quiz.whole for quiz in book.published_quizzes):
        problems.add(at, "booster-empty")
