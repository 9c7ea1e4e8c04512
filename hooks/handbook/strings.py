"""The words of the pages around the content: buttons, labels, verdicts; one file a language."""

from __future__ import annotations

from handbook.problem import Place, Problems
from handbook.reader import Reader
from handbook.yaml_source import Mapping, Node, read_yaml

FOLDER = "docs/data/strings"


class Strings(dict[str, str]):
    """The words of one language by name."""

    def fill(self, name: str, **values: object) -> str:
        """The words `name` with its `{gaps}` filled."""
        return self[name].format_map({key: str(value) for key, value in values.items()})


def read_strings(sources: dict[str, str], problems: Problems) -> dict[str, Strings]:
    """The words of each language. `sources`: file text by language, the source language first.

    Every language must have exactly the names of the first one, and the same gaps in them.
    """
    reader = Reader(problems)
    nodes = {
        locale: reader.mapping(read_yaml(text, _path(locale), problems), Place(_path(locale)))
        for locale, text in sources.items()
    }
    words = {
        locale: Strings(_words(node, reader)) if node else Strings() for locale, node in nodes.items()
    }
    source = next(iter(words))
    for locale, node in nodes.items():
        if node is not None and locale != source:
            reader.fields(node, required=words[source])
    return words


def _path(locale: str) -> str:
    return f"{FOLDER}/{locale}.yml"


def _words(node: Mapping, reader: Reader) -> dict[str, str]:
    texts: dict[str, Node] = {name: value for name, (_, value) in node.entries.items()}
    return {name: text for name, value in texts.items() if (text := reader.text(value)) is not None}
