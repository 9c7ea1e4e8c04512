"""Reads one quiz file into the model; every mistake becomes a Problem."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.problem import Place, Problems
from handbook.quiz.item_type import ItemType
from handbook.quiz.model import Item, Quiz, Tree
from handbook.quiz.registry import ITEM_TYPES
from handbook.reader import Reader
from handbook.yaml_source import Node, read_yaml

_ITEM_KEYS = ("must-pass", "see")


@dataclass
class _Context:
    reader: Reader
    languages: tuple[str, ...]
    places: dict[tuple[str, ...], Place]


def read_quiz(
    text: str, module: str, languages: tuple[str, ...], problems: Problems, default_pass: int = 80
) -> Quiz:
    """The quiz in `text` (the content of quizzes/<module>.yml).

    `languages`: source language first. `default_pass`: pass mark in percent where the file has none.
    """
    path = f"quizzes/{module}.yml"
    reader = Reader(problems)
    root = reader.mapping(read_yaml(text, path, problems), Place(path))
    fields = reader.fields(root, required=("items",), optional=("pass",)) if root else {}
    items = [
        item for node in reader.items(fields.get("items")) if (item := _item(node, reader, languages))
    ]
    if root and not items and "items" in fields:
        problems.add(fields["items"].place, "quiz-empty")
    pass_mark = reader.integer(fields.get("pass"), 1, 100)
    return Quiz(module, pass_mark or default_pass, tuple(items), Place(path))


def _item(node: Node, reader: Reader, languages: tuple[str, ...]) -> Item | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    type_node = mapping.get("type")
    type_name = reader.choice(type_node, ITEM_TYPES, "unknown-type")
    fields = reader.fields(mapping, ("id", "type", "key", *languages), _ITEM_KEYS)
    item_id = reader.slug(fields.get("id"))
    if type_name is None or item_id is None:
        return None
    item_type = ITEM_TYPES[type_name]
    context = _Context(reader, languages, {})
    texts = {
        locale: _texts(fields[locale], item_type, (locale,), context)
        for locale in languages
        if locale in fields
    }
    key_node = fields.get("key")
    key = item_type.read_key(key_node, reader) if key_node else None
    for name, value in fields.items():
        context.places.setdefault((name,), value.place)
    _compare_languages(texts, item_type, context)
    _compare_feedback(texts, item_type, context)
    return Item(
        id=item_id,
        type=type_name,
        key=key if key is not None else "",
        texts=texts,
        place=mapping.place,
        see=reader.word(fields.get("see")) or "",
        must_pass=reader.flag(fields.get("must-pass")),
        places=context.places,
    )


def _texts(node: Node, item_type: ItemType, path: tuple[str, ...], context: _Context) -> Tree:
    """The language block: only the parts that the type knows, each as deep as its shape says."""
    mapping = context.reader.mapping(node, node.place)
    if mapping is None:
        return {}
    context.places[path] = mapping.place
    shape = {**item_type.shape, **item_type.optional}
    fields = context.reader.fields(mapping, item_type.shape, item_type.optional)
    tree: Tree = {}
    for name, value in fields.items():
        branch = _branch(value, shape[name], (*path, name), context)
        if branch is not None:
            tree[name] = branch
    return tree


def _branch(node: Node, depth: int, path: tuple[str, ...], context: _Context) -> str | Tree | None:
    context.places[path] = node.place
    if depth == 0:
        return context.reader.text(node)
    mapping = context.reader.mapping(node, node.place)
    if mapping is None:
        return None
    tree: Tree = {}
    for name, (key, value) in mapping.entries.items():
        branch = _branch(value, depth - 1, (*path, name), context)
        context.places[(*path, name)] = key.place
        if branch is not None:
            tree[name] = branch
    return tree


def _paths(tree: Tree, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _paths(value, (*path, name))
        else:
            yield (*path, name)


def _nearest_place(path: tuple[str, ...], places: Map[tuple[str, ...], Place]) -> Place:
    while path not in places:
        path = path[:-1]
    return places[path]


def _compare_languages(texts: Map[str, Tree], item_type: ItemType, context: _Context) -> None:
    """What one language has, every language has: the key is written once for all."""
    source = context.languages[0]
    if source not in texts:
        return
    expected = set(_paths(texts[source]))
    for locale, tree in texts.items():
        written = set(_paths(tree))
        for path in sorted(expected - written):
            if (locale, *path) in context.places or (path[0] in item_type.shape and len(path) == 1):
                continue  # said already: an empty text, or a required part that is missing
            place = _nearest_place((locale, *path), context.places)
            context.reader.problems.add(
                place, "missing-in-language", part=".".join(path), locale=locale, source=source
            )
        for path in sorted(written - expected):
            if len(path) == 1 and (source, *path) in context.places:
                continue
            context.reader.problems.add(
                context.places[(locale, *path)], "extra-in-language",
                part=".".join(path), locale=locale, source=source,
            )  # fmt: skip


def _compare_feedback(texts: Map[str, Tree], item_type: ItemType, context: _Context) -> None:
    """Every option has its reason, and there is no reason without an option."""
    source = context.languages[0]
    if not item_type.mirror or source not in texts:
        return
    options = texts[source].get(item_type.mirror)
    reasons = texts[source].get("feedback")
    if not isinstance(options, dict) or not isinstance(reasons, dict):
        return
    problems = context.reader.problems
    for path in sorted(set(_paths(options)) - set(_paths(reasons))):
        if (source, "feedback", *path) not in context.places:
            place = _nearest_place((source, "feedback", *path), context.places)
            problems.add(place, "option-without-reason", option=".".join(path))
    for path in sorted(set(_paths(reasons)) - set(_paths(options))):
        if (source, item_type.mirror, *path) not in context.places:
            place = context.places[(source, "feedback", *path)]
            problems.add(place, "reason-without-option", option=".".join(path))
