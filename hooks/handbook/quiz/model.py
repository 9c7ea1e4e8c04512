"""A quiz in memory: what every output (page, compiled module, paper, export) is made from."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from handbook.problem import Place

Tree = dict[str, "str | Tree"]
"""The texts of an item in one language, as in the YAML: `{"stem": "…", "options": {"a": "…"}}`."""

Key = str | tuple[str, ...] | dict[str, str]
"""The right response: an option's id, several ids (a set or an order), or a pairing."""


@dataclass(frozen=True)
class Item:
    """One question with all its parts. `see` is `page#heading` of the same module, or empty.

    `structure`: what a type holds once for all languages beside the key. `genuine`: whether the message
    that is judged is real; None when the item judges none. `keep_order`: its options are not shuffled.
    `retired`: no longer asked, kept because learners hold answers to it. `only`: the languages in which
    the item exists (empty: all). `waiting`: those in which it is not finished. `reserve`: the later quiz
    for which it is kept, or empty. `texts`: the finished languages first.
    """

    id: str
    type: str
    key: Key
    texts: Map[str, Tree]
    place: Place
    see: str = ""
    must_pass: bool = False
    places: Map[tuple[str, ...], Place] = field(default_factory=dict)
    structure: Tree = field(default_factory=dict)
    genuine: bool | None = None
    keep_order: bool = False
    retired: bool = False
    only: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    reserve: str = ""

    @property
    def ready(self) -> tuple[str, ...]:
        """The languages in which the item is written and finished, the source first."""
        return tuple(locale for locale in self.texts if locale not in self.waiting)

    def is_for(self, locale: str) -> bool:
        """Whether the module's quiz means to ask the item in a language."""
        here = locale not in self.waiting and (not self.only or locale in self.only)
        return here and not self.retired and not self.reserve

    def text(self, locale: str, *path: str) -> str:
        """The text at a path, such as ("options", "a"); empty when there is none."""
        node: str | Tree = self.texts.get(locale, {})
        for step in path:
            node = node.get(step, "") if isinstance(node, dict) else ""
        return node if isinstance(node, str) else ""

    def branch(self, locale: str, *path: str) -> dict[str, str]:
        """The texts below a path by id, such as every option; empty when there is none."""
        node: str | Tree = self.texts.get(locale, {})
        for step in path:
            node = node.get(step, "") if isinstance(node, dict) else ""
        return {k: v for k, v in node.items() if isinstance(v, str)} if isinstance(node, dict) else {}

    def ids(self, *path: str) -> tuple[str, ...]:
        """The ids below a path in the order of the first language that has the item."""
        for locale in self.texts:
            node: str | Tree = self.texts[locale]
            for step in path:
                node = node.get(step, "") if isinstance(node, dict) else ""
            return tuple(node) if isinstance(node, dict) else ()
        return ()

    def where(self, *path: str) -> Place:
        """The place of a part, or of the nearest part around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, self.place)


@dataclass(frozen=True)
class Quiz:
    """The items of one module. `pass_mark` is in percent; `draw`: how many a learner meets (0: all).

    `ask_sure`: a learner may say how sure an answer is; it is not scored. `whole`: every item of the
    file could be read.
    """

    module: str
    pass_mark: int
    items: tuple[Item, ...]
    place: Place
    draw: int = 0
    whole: bool = True
    ask_sure: bool = False

    @property
    def asked(self) -> tuple[Item, ...]:
        """The items of the module's quiz: neither retired nor kept for a later quiz."""
        return tuple(item for item in self.items if not item.retired and not item.reserve)

    def asked_in(self, locale: str) -> tuple[Item, ...]:
        """The items that a page of this language shows and counts."""
        return tuple(item for item in self.items if item.is_for(locale) and locale in item.texts)

    @property
    def reserved(self) -> tuple[Item, ...]:
        """The items that are kept for a later quiz; each knows its languages (`ready`)."""
        return tuple(item for item in self.items if item.reserve and not item.retired)


@dataclass(frozen=True)
class Reason:
    """One line of the explanation: an option, whether it is right, and why.

    `verdict`: words that say it; empty for the usual yes or no.
    """

    option: str
    text: str
    feedback: str
    right: bool
    verdict: str = ""
