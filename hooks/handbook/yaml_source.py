"""Strict YAML: every scalar stays text, every node knows its line and column.

Ordinary loaders turn `No` into False, `012` into 10 and `12:30` into 750, keep the last of two equal
keys and cut `Mã #1234` to `Mã`; phone numbers, times and Vietnamese thousands are exactly our content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from handbook.problem import Place, Problems
from handbook.yaml_mistake import point_of, refused_character, syntax_mistake

MAX_BYTES = 512 * 1024
MAX_DEPTH = 12

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is four times faster
_COMMENT = re.compile(r"[ \t]+#|^#")


@dataclass(slots=True)
class Text:
    """A scalar. `in_flow`: it stands inside `{…}` or `[…]`. `comment`: a `#` follows on its line."""

    place: Place
    value: str
    in_flow: bool = False
    comment: Place | None = None


@dataclass(slots=True)
class Mapping:
    """A map in the order of the file; the key is kept as a node for its place."""

    place: Place
    entries: dict[str, tuple[Text, Node]] = field(default_factory=dict)

    def get(self, name: str) -> Node | None:
        """The value of `name`, or None."""
        entry = self.entries.get(name)
        return entry[1] if entry else None


@dataclass(slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


Node = Text | Mapping | Sequence


class _RefusedError(Exception):
    """The document cannot be read further."""


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1) -> Node | None:
    """Compose `text` into nodes.

    `path` is written into places; `first_line` is the line of the file at which `text` begins (front
    matter begins at 2). Returns None when the document is empty or cannot be read; whatever is wrong
    is added to `problems`. Never raises.
    """
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        problems.add(Place(path, first_line), "yaml-too-large", limit=MAX_BYTES // 1024)
        return None
    mistake = refused_character(text)
    if not mistake:
        try:
            return _Composer(text, path, problems, first_line).document()
        except _RefusedError:
            return None
        except yaml.MarkedYAMLError as error:
            mistake = syntax_mistake(error, text)
    code, line, column = mistake
    problems.add(Place(path, first_line + line, column + 1), code)
    return None


class _Composer:
    def __init__(self, text: str, path: str, problems: Problems, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.problems = problems
        self.first_line = first_line
        self.events: Iterator[yaml.Event] = iter(_Loader(text).get_event, None)

    def place(self, mark: Any) -> Place:
        """Where a mark of PyYAML is; its two parsers have two kinds of marks."""
        line, column = mark.line, mark.column
        if line >= len(self.lines) or column > len(self.lines[line]):
            line, column = point_of(mark, self.lines)
        # Place(…) does the same in four times the time, and a quiz has eight hundred places.
        return tuple.__new__(Place, (self.path, self.first_line + line, column + 1))

    def document(self) -> Node | None:
        node: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problems.add(self.place(event.start_mark), "yaml-two-documents")
                    raise _RefusedError
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, depth=1, in_flow=False)
        return node

    def node(self, event: yaml.Event, depth: int, *, in_flow: bool) -> Node:
        place = self.place(event.start_mark)
        if depth > MAX_DEPTH:
            self.problems.add(place, "yaml-too-deep", limit=MAX_DEPTH)
            raise _RefusedError
        if event.__class__ is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return Text(place, event.value, in_flow, self.comment(event))  # nearly every node
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.problems.add(place, "yaml-alias")
            if isinstance(event, yaml.AliasEvent):
                return Text(place, f"*{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.problems.add(place, "yaml-tag")
        if isinstance(event, yaml.ScalarEvent):
            return Text(place, event.value or tag or "", in_flow, self.comment(event))
        flow = in_flow or bool(getattr(event, "flow_style", False))
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place, depth, in_flow=flow)
        return self.mapping(place, depth, in_flow=flow)

    def comment(self, event: yaml.ScalarEvent) -> Place | None:
        """The `#` behind a scalar; not behind a block scalar, whose `#` is text."""
        mark: Any = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        if line.find("#", mark.column) < 0 or event.style in ("|", ">"):
            return None
        rest = line[mark.column :]
        found = _COMMENT.search(rest) if rest.strip().startswith("#") else None
        if not found:
            return None
        column = mark.column + rest.index("#") + 1
        return Place(self.path, self.first_line + mark.line, column)

    def sequence(self, place: Place, depth: int, *, in_flow: bool) -> Sequence:
        sequence = Sequence(place)
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            sequence.items.append(self.node(event, depth + 1, in_flow=in_flow))
        return sequence

    def mapping(self, place: Place, depth: int, *, in_flow: bool) -> Mapping | Text:
        mapping = Mapping(place)
        braces = False
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, depth + 1, in_flow=in_flow)
            value = self.node(next(self.events), depth + 1, in_flow=in_flow)
            if in_flow and isinstance(key, Mapping):
                braces = True
            else:
                self.entry(mapping, key, value)
        if braces:  # `{{ fact x }}` is a map in a map to YAML, and a text to its author
            self.problems.add(place, "yaml-sign")
            return Text(place, "{{ }}")
        return mapping

    def key(self, event: yaml.Event, depth: int, *, in_flow: bool) -> Node:
        """Nearly every name is a plain one, behind which no comment can stand."""
        if event.__class__ is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return Text(self.place(event.start_mark), event.value, in_flow)
        return self.node(event, depth, in_flow=in_flow)

    def entry(self, mapping: Mapping, key: Node, value: Node) -> None:
        if not isinstance(key, Text):
            self.problems.add(key.place, "yaml-key")
        elif key.value in mapping.entries:
            first = mapping.entries[key.value][0].place.line
            self.problems.add(key.place, "yaml-twice", key=key.value, line=first)
        else:
            mapping.entries[key.value] = (key, value)
