"""Reads one quiz file into the model; every mistake becomes a Problem."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from handbook.problem import Place, Problems
from handbook.quiz.compare import compare_feedback, compare_languages
from handbook.quiz.item_type import ItemType
from handbook.quiz.languages import (
    Spread,
    is_gap,
    read_spread,
    refuse_blocks,
    tell_waiting,
    without_gaps,
)
from handbook.quiz.model import Item, Quiz, Tree
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.untranslated import Written, check_translated
from handbook.reader import SLUG, Reader
from handbook.yaml_source import Mapping, Node, Sequence

QUIZ_KEYS = ("pass", "draw", "ask-sure")
ITEM_KEYS = ("must-pass", "see", "genuine", "keep-order", "retired", "reserve")
LANGUAGE_KEYS = ("only", "waiting")
RESERVES = ("booster",)
"""The later quizzes for which an item may be kept."""
_Path = tuple[str, ...]


@dataclass
class _Context:
    reader: Reader
    languages: tuple[str, ...]
    lines: list[str]
    places: dict[tuple[str, ...], Place]
    texts: dict[tuple[str, ...], Place]
    """Where each text begins; `places` have its name."""
    reserved: tuple[str, ...] = ()


def read_quiz(
    text: str, module: str, languages: tuple[str, ...], problems: Problems, default_pass: int = 80
) -> Quiz:
    """The quiz in `text` (the content of quizzes/<module>.yml).

    `languages`: source language first. `default_pass`: pass mark in percent where the file has none.
    """
    path = f"quizzes/{module}.yml"
    reader = Reader(problems)
    root = reader.document(text, path)
    fields = reader.fields(root, required=("items",), optional=QUIZ_KEYS) if root else {}
    list_node = fields.get("items")
    nodes = reader.items(list_node)
    if isinstance(list_node, Sequence) and not nodes:
        problems.add(list_node.place, "quiz-empty")
    lines = text.split("\n")
    items = [item for node in nodes if (item := _item(node, _Context(reader, languages, lines, {}, {})))]
    pass_mark = reader.integer(fields.get("pass"), 1, 100)
    quiz = Quiz(
        module,
        pass_mark or default_pass,
        tuple(items),
        Place(path),
        ask_sure=reader.flag(fields.get("ask-sure")),
        whole=isinstance(list_node, Sequence) and len(items) == len(nodes),
    )
    return replace(quiz, draw=_draw(fields.get("draw"), quiz, languages, reader))


def _draw(node: Node | None, quiz: Quiz, languages: tuple[str, ...], reader: Reader) -> int:
    """How many items a learner meets: as many as every language has, no fewer than must be passed."""
    if node is None or not quiz.asked:
        return 0
    count = reader.integer(node, 1, len(quiz.asked)) or 0
    for locale in languages if count else ():
        here = [item for item in quiz.asked if item.is_for(locale)]
        if 0 < len(here) < count:
            reader.problems.add(node.place, "draw-too-many", draw=count, count=len(here), locale=locale)
        if count < (must := sum(item.must_pass for item in here)):
            reader.problems.add(node.place, "draw-too-few", draw=count, count=must)
    return count


def _item(node: Node, context: _Context) -> Item | None:
    reader, languages = context.reader, context.languages
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    type_node = mapping.get("type")
    type_name = reader.choice(type_node, ITEM_TYPES, "unknown-type")
    structure = ITEM_TYPES[type_name].structure if type_name else ()
    spread = read_spread(mapping, languages, reader)
    required = ("id", "type", "key", *structure, *spread.required)
    fields = reader.fields(mapping, required, (*ITEM_KEYS, *LANGUAGE_KEYS, *languages))
    refuse_blocks(mapping, spread, reader)
    item_id = reader.slug(fields.get("id"))
    if type_name is None or item_id is None:
        return None
    item_type = ITEM_TYPES[type_name]
    context.reserved = item_type.reserved
    parts = {name: _structure(fields[name], (name,), context) for name in structure if name in fields}
    texts = _languages(fields, spread, item_type, context)
    key_node = fields.get("key")
    key = item_type.read_key(key_node, reader) if key_node else None
    if isinstance(key_node, Mapping):
        context.places.update({("key", name): at.place for name, (at, _) in key_node.entries.items()})
    for name, value in fields.items():
        context.places.setdefault((name,), value.place)
    compared = texts, spread.waiting, item_type, context.places, reader.problems
    finished = compare_languages(*compared)
    compare_feedback(*compared)
    untranslated = check_translated(Written(texts, context.texts, context.lines))
    for locale, problem in untranslated:
        if locale not in spread.waiting:
            reader.problems.found.append(problem)
    late = {locale for locale, _ in untranslated}
    tell_waiting(spread, [locale for locale in finished if locale not in late], reader)
    return Item(
        id=item_id,
        type=type_name,
        key=key if key is not None else "",
        texts=texts,
        place=mapping.place,
        see=reader.word(fields.get("see")) or "",
        must_pass=reader.flag(fields.get("must-pass")),
        places=context.places,
        genuine=reader.flag(fields["genuine"]) if "genuine" in fields else None,
        keep_order=reader.flag(fields.get("keep-order")),
        retired=reader.flag(fields.get("retired")),
        only=spread.only,
        waiting=tuple(spread.waiting),
        reserve=reader.choice(fields.get("reserve"), RESERVES) or "",
        structure={name: part for name, part in parts.items() if part is not None},
    )


def _structure(node: Node, path: _Path, context: _Context) -> str | Tree | None:
    """Words and maps of words, as deep as they are written."""
    context.places[path] = node.place
    if not isinstance(node, Mapping):
        return context.reader.word(node)
    tree: Tree = {}
    for name, (key, value) in node.entries.items():
        part = _structure(value, (*path, name), context)
        context.places[(*path, name)] = key.place
        if part is not None:
            tree[name] = part
    return tree


def _languages(
    fields: dict[str, Node], spread: Spread, item_type: ItemType, context: _Context
) -> dict[str, Tree]:
    """The block of each language, the finished ones first: they lead when languages are compared."""
    blocks = {locale: fields[locale] for locale in context.languages if locale in fields}
    texts: dict[str, Tree | None] = {}
    for locale, node in blocks.items():
        if locale not in (*spread.waiting, *spread.refused):
            texts[locale] = _texts(node, item_type, (locale,), context, item_type.shape)
    for locale in spread.waiting:
        if locale in blocks and locale not in spread.refused and not is_gap(blocks[locale]):
            texts[locale] = _texts(without_gaps(blocks[locale]), item_type, (locale,), context, ())
    return {locale: tree for locale, tree in texts.items() if tree is not None}


def _texts(
    node: Node, item_type: ItemType, path: _Path, context: _Context, required: Collection[str]
) -> Tree | None:
    """The language block: only the parts that the type knows, each as deep as its shape says."""
    mapping = context.reader.mapping(node, node.place)
    if mapping is None:
        return None
    context.places[path] = mapping.place
    shape = {**item_type.shape, **item_type.optional}
    fields = context.reader.fields(mapping, required, shape)
    tree: Tree = {}
    for name, value in fields.items():
        branch = _branch(value, shape[name], (*path, name), context)
        if branch is not None:
            tree[name] = branch
    return tree


def _branch(node: Node, depth: int, path: tuple[str, ...], context: _Context) -> str | Tree | None:
    context.places[path] = node.place
    if depth == 0:
        context.texts[path] = node.place
        return context.reader.text(node)
    mapping = context.reader.mapping(node, node.place)
    if mapping is None:
        return None
    tree: Tree = {}
    for name, (key, value) in mapping.entries.items():
        at = (*path, name)
        branch = _branch(value, depth - 1, at, context)
        context.places[at] = key.place
        if name in context.reserved:
            context.reader.problems.add(key.place, "not-an-option", word=name)
        elif not SLUG.fullmatch(name):
            context.reader.problems.add(key.place, "not-a-slug", word=name)
        elif branch is not None:
            tree[name] = branch
    return tree
