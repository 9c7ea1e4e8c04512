"""Everything that is printed: which PDFs there are, from what each is made, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from handbook.book import TRAINERS, Book, module_keys
from handbook.pages.blocks import Block, blocks_of
from handbook.pages.page import Page
from handbook.paper.chapter import STYLES, Chapter
from handbook.paper.imprint import Imprint
from handbook.paper.leaflet import LEAFLETS, Press, kit, kit_page, worksheet_sheet
from handbook.paper.worksheet import LETTERS
from handbook.problem import Place, Problem, Problems
from handbook.programme import Module

_KIT = f"{TRAINERS}/kit"


@dataclass(frozen=True)
class Plan:
    """A PDF to be made. `path`: such as `fr/scams-learner.pdf`. `sources`: the files that it shows.

    `styles`: names of stylesheets. `folded`: A5 pages, put side by side. `wrong`: why it cannot be made.
    """

    path: str
    locale: str
    module: str
    sources: tuple[str, ...]
    make: Callable[[], str]
    styles: tuple[str, ...]
    folded: bool = False
    wrong: tuple[Problem, ...] = ()


def plans_of(book: Book, imprint: Imprint) -> Iterator[Plan]:
    """Every PDF of a book, language by language."""
    for locale in book.languages:
        for module in book.programme.published:
            yield from _of_module(book, imprint, locale, module)
        yield from _of_language(Press(book, imprint, locale))


def _of_module(book: Book, imprint: Imprint, locale: str, module: Module) -> Iterator[Plan]:
    slug = module.slug
    without = slug not in book.quizzes
    wrong = (Problem(module.place, "paper-no-quiz", {"module": slug}),) if without else ()
    learner, trainer = (Chapter(book, imprint, locale, module, trainer=own) for own in (False, True))

    def plan(form: str, chapter: Chapter, styles: tuple[str, ...] = STYLES) -> Plan:
        sources = [book.page(locale, key).path for key in chapter.keys]
        folded = form == "booklet"
        return Plan(
            f"{locale}/{slug}-{form}.pdf", locale, slug, (*sources, f"quizzes/{slug}.yml"),
            chapter.html, styles, folded, wrong,
        )  # fmt: skip

    yield plan("learner", learner)
    yield plan("booklet", learner, (*STYLES, "a5"))
    yield plan("trainer", trainer)
    press = Press(book, imprint, locale)
    for letter in () if without else LETTERS:
        make = partial(worksheet_sheet, press, module, letter)
        path = f"{locale}/{slug}-worksheet-{letter.lower()}.pdf"
        yield Plan(path, locale, slug, (f"quizzes/{slug}.yml",), make, STYLES)
    for key in module_keys(module):
        page = book.page(locale, key)
        if _has_cards(page):
            make = partial(kit, press, key)
            yield Plan(f"{locale}/kit-{slug}.pdf", locale, slug, (page.path,), make, ("paper", "kit"))
            break


def _of_language(press: Press) -> Iterator[Plan]:
    for name, (make, styles, key) in LEAFLETS.items():
        path, source = f"{press.locale}/{name}.pdf", press.page(key).path
        yield Plan(path, press.locale, "", (source,), partial(make, press), styles, "a5" in styles)
    if _KIT in press.book.trainer_keys:
        make_kit = partial(kit_page, press, _KIT)
        source = press.page(_KIT).path
        yield Plan(f"{press.locale}/kit.pdf", press.locale, "", (source,), make_kit, ("paper", "kit"))


def _has_cards(page: Page) -> bool:
    root = blocks_of(page.body, page.path, page.first_line, Problems())
    return any(isinstance(each, Block) and each.name == "card" for each in _all(root))


def _all(block: Block) -> Iterator[str | Block]:
    for child in block.children:
        yield child
        if isinstance(child, Block):
            yield from _all(child)


def place_of_picture(url: str, sources: tuple[tuple[str, str], ...]) -> Place:
    """Where a picture is named in the files that it was to be printed from."""
    name = url.rpartition("/")[2]
    for path, text in sources:
        for number, line in enumerate(text.split("\n"), start=1):
            if (column := line.find(name)) >= 0:
                return Place(path, number, column + 1)
    return Place(sources[0][0])
