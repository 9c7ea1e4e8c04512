"""A made-up message; the rows that should make a reader suspicious are to be marked."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import ClassVar

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType, check_ids, choices, read_ids
from handbook.quiz.markup import Inline
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node, Sequence

# The row "Nothing suspicious here": no part can have this name, because it is not a slug.
_NOTHING = "-"


class Clues(ItemType):
    """The rows of the message under `parts`, `key: [a, d]`; `key: []` for a genuine message."""

    name = "clues"
    shape: ClassVar[Map[str, int]] = {"stem": 0, "parts": 1, "feedback": 1}
    optional: ClassVar[Map[str, int]] = {**ItemType.optional, "sender": 0}
    mirror = "parts"

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        genuine = isinstance(node, Sequence) and not node.items
        return () if genuine else read_ids(node, reader)

    def check(self, item: Item, problems: Problems) -> None:
        key = tuple(item.key)
        check_ids(item, key, ("parts",), problems)
        for index, part in enumerate(key):
            if part in key[:index]:
                problems.add(item.where("key"), "key-twice", word=part)
        locale, tree = next(iter(item.texts.items()))
        # Counted by their places: a part that is written and cannot be used was told already.
        written = [path for path in item.places if path[:-1] == (locale, "parts")]
        if isinstance(tree.get("parts"), dict) and len(written) < 2:
            problems.add(item.where(locale, "parts"), "clues-few")
        elif len(written) > 1 and {path[-1] for path in written} <= set(key):
            problems.add(item.where("key"), "clues-all")

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        sender = item.text(locale, "sender")
        rows = choices("checkbox", item, self.reasons(item, locale, words), words, inline)
        genuine = Reason(_NOTHING, words["nothing-suspicious"], "", not item.key)
        return (
            f'<div class="message"><p class="example-band">{words["example"]}</p>'
            + (f'<p class="sender">{inline(sender)}</p>' if sender else "")
            + f"{rows}</div>"
            + choices("checkbox", item, [genuine], words, inline)
        )

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        return [
            Reason(
                id_,
                text,
                item.text(locale, "feedback", id_),
                id_ in item.key,
                words["is-suspicious" if id_ in item.key else "is-harmless"],
            )
            for id_, text in item.branch(locale, "parts").items()
        ]


TYPE = Clues()
