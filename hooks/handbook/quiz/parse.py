"""Reads one quiz file into the model; every mistake becomes a Problem."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace

from handbook.problem import Place, Problems
from handbook.quiz.item_type import ItemType
from handbook.quiz.model import Item, Quiz, Tree
from handbook.quiz.registry import ITEM_TYPES
from handbook.reader import SLUG, Reader
from handbook.yaml_source import Mapping, Node, Sequence

QUIZ_KEYS = ("pass", "draw", "ask-sure")
ITEM_KEYS = ("must-pass", "see", "genuine", "keep-order", "retired")
_Path = tuple[str, ...]


@dataclass
class _Context:
    reader: Reader
    languages: tuple[str, ...]
    places: dict[tuple[str, ...], Place]
    reserved: tuple[str, ...]


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
    items = [item for node in nodes if (item := _item(node, reader, languages))]
    pass_mark = reader.integer(fields.get("pass"), 1, 100)
    quiz = Quiz(module, pass_mark or default_pass, tuple(items), Place(path))
    quiz = replace(quiz, ask_sure=reader.flag(fields.get("ask-sure")))
    if (draw := fields.get("draw")) is None or not quiz.asked:
        return quiz
    return replace(quiz, draw=reader.integer(draw, 1, len(quiz.asked)) or 0)


def _item(node: Node, reader: Reader, languages: tuple[str, ...]) -> Item | None:
    mapping = reader.mapping(node, node.place)
    if mapping is None:
        return None
    type_node = mapping.get("type")
    type_name = reader.choice(type_node, ITEM_TYPES, "unknown-type")
    structure = ITEM_TYPES[type_name].structure if type_name else ()
    fields = reader.fields(mapping, ("id", "type", "key", *structure, *languages), ITEM_KEYS)
    item_id = reader.slug(fields.get("id"))
    if type_name is None or item_id is None:
        return None
    item_type = ITEM_TYPES[type_name]
    context = _Context(reader, languages, {}, item_type.reserved)
    parts = {name: _structure(fields[name], (name,), context) for name in structure if name in fields}
    texts = {
        locale: tree
        for locale in languages
        if locale in fields
        and (tree := _texts(fields[locale], item_type, (locale,), context)) is not None
    }
    key_node = fields.get("key")
    key = item_type.read_key(key_node, reader) if key_node else None
    if isinstance(key_node, Mapping):
        context.places.update({("key", name): at.place for name, (at, _) in key_node.entries.items()})
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
        genuine=reader.flag(fields["genuine"]) if "genuine" in fields else None,
        keep_order=reader.flag(fields.get("keep-order")),
        retired=reader.flag(fields.get("retired")),
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


def _texts(node: Node, item_type: ItemType, path: tuple[str, ...], context: _Context) -> Tree | None:
    """The language block: only the parts that the type knows, each as deep as its shape says."""
    mapping = context.reader.mapping(node, node.place)
    if mapping is None:
        return None
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
        if name in context.reserved:
            context.reader.problems.add(key.place, "not-an-option", word=name)
        elif not SLUG.fullmatch(name):
            context.reader.problems.add(key.place, "not-a-slug", word=name)
        elif branch is not None:
            tree[name] = branch
    return tree


def _lacking(tree: Tree, other: Tree, context: _Context, at: _Path, part: _Path = ()) -> Iterator[_Path]:
    """The parts of `tree` that `other` (written at `at`) lacks, a whole branch as one part.

    A part that is written there and cannot be used is not lacking: its mistake was said already.
    """
    for name, value in tree.items():
        there = other.get(name)
        if there is None and (*at, name) not in context.places:
            yield (*part, name)
        elif isinstance(value, dict) and isinstance(there, dict):
            yield from _lacking(value, there, context, (*at, name), (*part, name))


def _compare_languages(texts: Map[str, Tree], item_type: ItemType, context: _Context) -> None:
    """What one language has, every language has: the key is written once for all."""
    source = context.languages[0]
    if source not in texts:
        return
    for locale, tree in texts.items():
        lost = _lacking(texts[source], tree, context, (locale,))
        more = _lacking(tree, texts[source], context, (source,))
        found = [("missing-in-language", part, part[:-1]) for part in lost]
        found += [("extra-in-language", part, part) for part in more]
        for code, part, near in found:
            if len(part) > 1 or part[0] not in item_type.shape:  # the others are missing keys
                place = context.places[(locale, *near)]
                names = ".".join(part)
                context.reader.problems.add(place, code, part=names, locale=locale, source=source)


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
    at = (source, "feedback")
    for part in _lacking(options, reasons, context, at):
        place = context.places[(*at, *part[:-1])]
        problems.add(place, "option-without-reason", option=".".join(part))
    for part in _lacking(reasons, options, context, (source, item_type.mirror)):
        problems.add(context.places[(*at, *part)], "reason-without-option", option=".".join(part))
