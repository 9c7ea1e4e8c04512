"""Turns YAML nodes into checked values; every mistake becomes a Problem and reading goes on."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Collection

from handbook.problem import Place, Problems
from handbook.yaml_source import Mapping, Node, Sequence, Text, read_yaml

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word most like `word`, or None when nothing is near."""
    found = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def _is_day(word: str) -> bool:
    parts = _DAY.fullmatch(word)
    try:
        return parts is not None and bool(dt.date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)))
    except ValueError:
        return False


class Reader:
    """Reads nodes strictly. Methods return None where the node cannot be used."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def unknown(self, place: Place, code: str, word: str, known: Collection[str]) -> str | None:
        """Report a word that is not among `known`; returns the nearest one when there is one."""
        near = nearest(word, known)
        if near:
            self.problems.add(place, f"{code}-near", word=word, near=near)
        else:
            self.problems.add(place, code, word=word, known=", ".join(sorted(known)))
        return near

    def document(self, text: str, path: str, first_line: int = 1) -> Mapping | None:
        """The map that a whole file is. Nothing is added to what was said about the file already."""
        node = read_yaml(text, path, self.problems, first_line)
        if node is None and any(problem.place.path == path for problem in self.problems.found):
            return None
        return self.mapping(node, Place(path, first_line))

    def mapping(self, node: Node | None, place: Place) -> Mapping | None:
        """The node as a map; anything else is reported at its place."""
        if isinstance(node, Mapping):
            return node
        self.problems.add(node.place if node else place, "not-a-map")
        return None

    def fields(
        self, mapping: Mapping, required: Collection[str], optional: Collection[str] = ()
    ) -> dict[str, Node]:
        """The values of a map by name, after reporting unknown and missing names."""
        known = {*required, *optional}
        meant = {
            self.unknown(key.place, "unknown-key", name, known)
            for name, (key, _) in mapping.entries.items()
            if name not in known
        }
        for name in required:
            if name not in mapping.entries and name not in meant:
                self.problems.add(mapping.place, "missing-key", key=name)
        return {name: value for name, (_, value) in mapping.entries.items() if name in known}

    def items(self, node: Node | None) -> list[Node]:
        """The items of a list; anything else is reported. A missing node is an empty list."""
        if node is None:
            return []
        if isinstance(node, Sequence):
            return node.items
        self.problems.add(node.place, "not-a-list")
        return []

    def word(self, node: Node | None) -> str | None:
        """A name, id or number as text; a comment behind it and flow style are allowed."""
        if node is None:
            return None
        if isinstance(node, Text) and node.value:
            return node.value
        self.problems.add(node.place, "not-a-word")
        return None

    def text(self, node: Node | None) -> str | None:
        """Words that a reader will see: not empty, not in a flow map, no comment behind."""
        if node is None:
            return None
        if not isinstance(node, Text):
            self.problems.add(node.place, "not-a-text")
            return None
        if node.comment:
            self.problems.add(node.comment, "comment-cuts-text")
        elif node.in_flow:
            self.problems.add(node.place, "text-in-flow")
        elif not node.value.strip():
            self.problems.add(node.place, "empty-text")
            return None
        return node.value.strip()

    def choice(
        self, node: Node | None, known: Collection[str], code: str = "unknown-value"
    ) -> str | None:
        """A word that must be one of `known`."""
        word = self.word(node)
        if word is None or node is None:
            return None
        if word not in known:
            self.unknown(node.place, code, word, known)
            return None
        return word

    def slug(self, node: Node | None) -> str | None:
        """A name that may stand in an address: a-z, 0-9 and hyphens."""
        word = self.word(node)
        if word is None or node is None:
            return None
        if not SLUG.fullmatch(word):
            self.problems.add(node.place, "not-a-slug", word=word)
            return None
        return word

    def flag(self, node: Node | None) -> bool:
        """`true` or `false`; a missing node is false."""
        return self.choice(node, ("true", "false")) == "true" if node is not None else False

    def integer(self, node: Node | None, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`."""
        word = self.word(node)
        if word is None or node is None:
            return None
        if not re.fullmatch(r"[0-9]{1,6}", word) or not low <= int(word) <= high:
            self.problems.add(node.place, "not-a-number", word=word, low=low, high=high)
            return None
        return int(word)

    def day(self, node: Node | None) -> str | None:
        """A date as YYYY-MM-DD; YYYY and YYYY-MM are allowed where a source gives no more."""
        word = self.word(node)
        if word is None or node is None:
            return None
        if not _is_day(word):
            self.problems.add(node.place, "not-a-date", word=word)
            return None
        return word

    def per_language(self, node: Node | None, languages: Collection[str]) -> dict[str, str]:
        """One text a language; every language must be there and no other."""
        if not isinstance(node, Mapping):
            if node is not None:
                self.problems.add(node.place, "not-per-language", languages=", ".join(languages))
            return {}
        if not languages:
            return {}  # their list could not be read
        fields = self.fields(node, required=languages)
        texts = {name: self.text(value) for name, value in fields.items()}
        return {name: text for name, text in texts.items() if text is not None}
