"""Steps to be put in order, each with the number of its place: by keyboard, by thumb, on paper."""

from __future__ import annotations

from handbook.problem import Problems
from handbook.quiz.item_type import ItemType, check_ids, read_ids
from handbook.quiz.markup import Inline, select
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node


class Ordering(ItemType):
    """`key: [c, a, b]`, the right order; the options are shown in the order of the file."""

    name = "ordering"
    spoken = ("every-step-once",)

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        return read_ids(node, reader)

    def check(self, item: Item, problems: Problems) -> None:
        key, shown = tuple(item.key), item.ids("options")
        if not shown:
            return
        check_ids(item, key, ("options",), problems)
        missing = [id_ for id_ in shown if id_ not in key]
        if missing or len(set(key)) != len(key):
            problems.add(item.where("key"), "order-incomplete", options=", ".join(shown))
        elif key == shown:
            problems.add(item.where("key"), "order-given-away")

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        options = item.branch(locale, "options")
        places = [(str(n), str(n)) for n in range(1, len(options) + 1)]
        rows = []
        for id_, text in options.items():
            label = words.fill("place-of", text=text)
            control = select(f"{item.id}.{id_}", label, "–", places)
            rows.append(
                f'<li class="option" data-option="{id_}">{control} <span>{inline(text)}</span></li>'
            )
        return f'<ul class="order">{"".join(rows)}</ul>'

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        texts = item.branch(locale, "options")
        return [
            Reason(id_, f"{n}. {texts.get(id_, '')}", item.text(locale, "feedback", id_), right=True)
            for n, id_ in enumerate(item.key, start=1)
        ]


TYPE = Ordering()
