"""What an item type must know. Each type stands in its own file under `types/`."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map
from typing import ClassVar

from handbook.problem import Problems
from handbook.quiz.markup import Inline, choice, why
from handbook.quiz.model import Item, Key, Reason
from handbook.reader import Reader
from handbook.strings import Strings
from handbook.yaml_source import Node, Sequence


class ItemType:
    """Base of the types. `shape` says how deep each part of a language block goes (0: a text)."""

    name: ClassVar[str]
    shape: ClassVar[Map[str, int]] = {"stem": 0, "options": 1, "feedback": 1}
    optional: ClassVar[Map[str, int]] = {"scene": 0, "hint": 0, "more": 0}
    mirror: ClassVar[str] = "options"
    """The part whose ids `feedback` must repeat; empty when the type checks it itself."""
    structure: ClassVar[tuple[str, ...]] = ()
    """Further names beside `key` that hold no text of a language, such as the steps of a story."""
    reserved: ClassVar[tuple[str, ...]] = ()
    """Names that no option may bear, because they stand beside the stem."""
    spoken: ClassVar[tuple[str, ...]] = ()
    """Words of the page that the type's script says itself."""
    shuffles: ClassVar[bool] = False
    """Whether its options may stand in any order; its script says the same."""

    def read_key(self, node: Node, reader: Reader) -> Key | None:
        """The right response, as far as it can be read without the texts."""
        raise NotImplementedError

    def check(self, item: Item, problems: Problems) -> None:
        """Compare the key with the texts."""
        raise NotImplementedError

    def controls(self, item: Item, locale: str, words: Strings, inline: Inline) -> str:
        """The HTML with which a learner answers: native controls, complete without JavaScript."""
        raise NotImplementedError

    def reasons(self, item: Item, locale: str, words: Strings) -> list[Reason]:
        """Every option with its feedback, in the order in which it is explained."""
        raise NotImplementedError

    def legend(self, item: Item, locale: str, words: Strings) -> str:
        """The words of the fieldset's legend: the stem, unless the type says otherwise."""
        del words
        return item.text(locale, "stem")


def choices(kind: str, item: Item, reasons: Iterable[Reason], words: Strings, inline: Inline) -> str:
    """Rows to tick (`kind` is radio or checkbox), each with its verdict and reason behind it."""
    return "".join(
        choice(
            kind,
            item.id,
            reason.option,
            inline(reason.text),
            why(words, reason, inline),
        )
        for reason in reasons
    )


def read_ids(node: Node, reader: Reader) -> tuple[str, ...] | None:
    """A key that names several options; None when it names none, or one that cannot be read."""
    parts = reader.items(node)
    if isinstance(node, Sequence) and not parts:
        reader.problems.add(node.place, "key-empty")
    ids = tuple(id_ for part in parts if (id_ := reader.slug(part)))
    return ids if ids and len(ids) == len(parts) else None


def check_ids(
    item: Item,
    ids: tuple[str, ...],
    part: tuple[str, ...],
    problems: Problems,
    more: tuple[str, ...] = (),
) -> None:
    """Report every id of the key that is neither among the ids of a part nor one `more`."""
    reader = Reader(problems)
    options = item.ids(*part)
    known = (*options, *more)
    for option in ids:
        if options and option not in known:
            reader.unknown(item.where("key"), "key-no-option", option, known)
