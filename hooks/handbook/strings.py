"""The words of the pages around the content: buttons, labels, verdicts; one file a language."""

from __future__ import annotations

import re

from handbook.problem import Problems
from handbook.reader import Reader
from handbook.yaml_source import Mapping, Node

FOLDER = "docs/data/strings"
_GAP = re.compile(r"\{\w*\}")


class Strings(dict[str, str]):
    """The words of one language by name."""

    def fill(self, name: str, /, **values: object) -> str:
        """The words `name` with its `{gaps}` filled."""
        return self[name].format_map({key: str(value) for key, value in values.items()})

    def countries(self, prefix: str) -> tuple[str, ...]:
        """The countries that have words under a prefix: `country`, `facts`; in the order of the file."""
        names = (name.partition("-") for name in self)
        return tuple(country for begin, _, country in names if begin == prefix and country)


def read_strings(sources: dict[str, str], problems: Problems) -> dict[str, Strings]:
    """The words of each language. `sources`: file text by language, the source language first.

    Every language must have exactly the names of the first one, and the same gaps in them.
    """
    reader = Reader(problems)
    nodes = {locale: reader.document(text, _path(locale)) for locale, text in sources.items()}
    words = {
        locale: Strings(_words(node, reader)) if node else Strings() for locale, node in nodes.items()
    }
    source = next(iter(nodes))
    expected = nodes[source]
    for locale, node in nodes.items():
        if expected and node and locale != source:
            reader.fields(node, required=expected.entries)
            _compare_gaps(words, locale, node, problems)
    return words


def _compare_gaps(words: dict[str, Strings], locale: str, node: Mapping, problems: Problems) -> None:
    """A gap under another name would never be filled."""
    source = next(iter(words))
    for name in words[source].keys() & words[locale].keys():
        here, there = (" ".join(sorted(set(_GAP.findall(words[of][name])))) for of in (locale, source))
        if here != there:
            place = node.entries[name][1].place
            problems.add(place, "words-gaps", here=here or 0, there=there or 0, source=source)


def _path(locale: str) -> str:
    return f"{FOLDER}/{locale}.yml"


def _words(node: Mapping, reader: Reader) -> dict[str, str]:
    texts: dict[str, Node] = {name: value for name, (_, value) in node.entries.items()}
    return {name: text for name, value in texts.items() if (text := reader.text(value)) is not None}
