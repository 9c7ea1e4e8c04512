"""Every item as an ES module of its own, and an index: a page loads only the questions that it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handbook.book import Book
from handbook.compiled import Compiled, compiled, compiled_parts
from handbook.quiz.compile import compile_item, review_words
from handbook.quiz.model import Item
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.render import FormContext, item_html
from handbook.quiz.review import review_item


@dataclass(frozen=True)
class ItemFiles:
    """`index`: which items there are, by number. `items`: their files.

    `gone`: numbered items that are asked no more, or not in this language, as `module/item`.
    """

    index: Compiled
    items: tuple[Compiled, ...]
    gone: tuple[str, ...]


def compile_items(
    book: Book, locale: str, context: FormContext, polish: Callable[[str], str]
) -> ItemFiles:
    """The items that can come back in one language.

    `context`: of a page one level below the language's root, which shows them. Items of drafts, retired
    ones and those that this language lacks keep their place in the index, without a hash: the entry at
    place n is that of number n + 1 in the register.
    """
    files = {name: _file(book, name, item, context, polish) for name, item in _asked(book, locale)}
    numbers = {number: name for name, number in book.register.numbers.items()}
    rows = [_row(numbers.get(place + 1, "/"), files) for place in range(max(numbers, default=0))]
    words = {name: polish(book.strings[locale][name]) for name in review_words(ITEM_TYPES)}
    index = {"lang": locale, "items": rows, "words": words}
    gone = tuple(name for name in book.register.numbers if name not in files)
    path = f"assets/quiz/index.{locale}"
    return ItemFiles(compiled("index", index, path), tuple(files.values()), gone)


def _row(name: str, files: dict[str, Compiled]) -> list[str]:
    """Module, item and hash; without hash where there is no file."""
    return [*name.split("/"), *([files[name].digest] if name in files else [])]


def _asked(book: Book, locale: str) -> Iterator[tuple[str, Item]]:
    """The items of published modules that a page of this language may ask, by `module/item`."""
    for quiz in book.published_quizzes:
        kept = (item for item in quiz.reserved if locale in item.ready)
        for item in (*quiz.asked_in(locale), *kept):
            name = f"{quiz.module}/{item.id}"
            if name in book.register.numbers:  # a preview is shown before the number is written
                yield name, item


def _file(
    book: Book, name: str, item: Item, context: FormContext, polish: Callable[[str], str]
) -> Compiled:
    module = name.partition("/")[0]
    apart = review_item(item, module)
    html = polish(item_html(apart, 1, context))
    parts = {"item": {**compile_item(apart), "module": module}, "html": html}
    return compiled_parts(parts, f"assets/quiz/item/{book.register.numbers[name]}.{context.locale}")
