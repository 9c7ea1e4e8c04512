"""A sentence with gaps; for each gap a few words to choose from."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map
from typing import ClassVar

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType
from handbook.quiz.markup import Inline, plain, select
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Mapping, Node

_GAP = re.compile(r"\{(\w+)\}")


class Cloze(ItemType):
    """`{1}` in the stem, the words of gap 1 under `gaps`, `key: {1: a}`."""

    name = "cloze"
    shape: ClassVar[Map[str, int]] = {"stem": 0, "gaps": 2, "feedback": 2}
    mirror = "gaps"

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        mapping = reader.mapping(node, node.place)
        if mapping is None:
            return None
        return _pairs(mapping, reader)

    def check(self, item: Item, problems: Problems) -> None:
        key = item.key if isinstance(item.key, dict) else {}
        ids = item.ids("gaps")
        if not ids:
            return
        for locale in item.texts:
            stem = item.text(locale, "stem")
            if stem and sorted(_GAP.findall(stem)) != sorted(ids):
                gaps = " ".join(f"{{{gap}}}" for gap in ids)
                problems.add(item.where(locale, "stem"), "cloze-marks", gaps=gaps)
        if set(key) != set(ids):
            problems.add(item.where("key"), "cloze-key", gaps=", ".join(ids))
        for gap in set(key) & set(ids):
            known = item.ids("gaps", gap)
            if known and key[gap] not in known:
                Reader(problems).unknown(item.where("key"), "key-no-option", key[gap], known)

    def legend(self, item: Item, locale: str, words: Strings) -> str:
        return words["fill-gaps"]

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        def control(match: re.Match[str]) -> str:
            gap = match[1]
            texts = item.branch(locale, "gaps", gap)
            label = words.fill("gap", number=gap)
            options = [(id_, plain(inline(text))) for id_, text in texts.items()]
            name = f"{item.id}.{gap}"
            return f'<span class="gap" data-option="{gap}">{select(name, label, "…", options)}</span>'

        return f'<p class="cloze">{_GAP.sub(control, inline(item.text(locale, "stem")))}</p>'

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        key = item.key if isinstance(item.key, dict) else {}
        return [
            Reason(
                f"{gap}.{id_}",
                f"({gap}) {text}",
                item.text(locale, "feedback", gap, id_),
                key.get(gap) == id_,
            )
            for gap in item.ids("gaps")
            for id_, text in item.branch(locale, "gaps", gap).items()
        ]


def _pairs(mapping: Mapping, reader: Reader) -> dict[str, str] | None:
    """The word for each gap; None when one of them cannot be read."""
    read = {gap: reader.slug(node) for gap, (_, node) in mapping.entries.items()}
    pairs = {gap: id_ for gap, id_ in read.items() if id_}
    return pairs if len(pairs) == len(read) else None


TYPE = Cloze()
