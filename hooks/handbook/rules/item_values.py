"""The same numbers and names in the three languages of an item; made-up messages are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.pages.names import names_of
from handbook.pages.numbers import missing_numbers, numbers_of
from handbook.problem import Problems
from handbook.quiz.model import Item, Quiz, Tree
from handbook.writing import is_latin

_MADE_UP = ("scene", "parts")
_HIDDEN = re.compile(r"\{\{.*?\}\}|\{\w+\}|`[^`]*`|https?://\S+")
Path = tuple[str, ...]


def check_item_values(quiz: Quiz, problems: Problems) -> None:
    """Warn of what one finished language of an item says otherwise than the first one."""
    for item in (*quiz.asked, *quiz.reserved):
        source, *others = item.ready or [""]
        texts = dict(_texts(item.texts.get(source, {})))
        for locale in others:
            _numbers(item, source, texts, locale, problems)
            _names(item, source, texts, locale, problems)


def _texts(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of an item with its path, without what readers do not see."""
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _texts(value, (*path, name))
        else:
            yield (*path, name), _HIDDEN.sub(" ", value)


def _numbers(item: Item, source: str, texts: dict[Path, str], locale: str, problems: Problems) -> None:
    for path, text in _texts(item.texts[locale]):
        if path[0] in _MADE_UP or path not in texts:
            continue
        there, here = numbers_of(texts[path], source), numbers_of(text, locale)
        new = [number.raw for number in missing_numbers(here, there, texts[path], source)]
        lost = [number.raw for number in missing_numbers(there, here, text, locale)]
        if new or lost:
            code = "differ" if new and lost else "missing" if lost else "extra"
            said = {"here": ", ".join(new), "values": ", ".join(lost), "source": source}
            problems.add(item.where(locale, *path), f"item-values-{code}", "warning", **said)


def _names(item: Item, source: str, texts: dict[Path, str], locale: str, problems: Problems) -> None:
    """A language may say `she` where another repeats the name: the whole item counts."""
    whole = "\n".join(text for _, text in _texts(item.texts[locale]))
    if not is_latin(whole + "".join(texts.values())):
        return
    here = names_of(whole)
    told: set[str] = set()
    for path, text in texts.items():
        for name in names_of(text) if path[0] not in _MADE_UP else ():
            if name not in here and name not in told:
                told.add(name)
                problems.add(
                    item.where(locale, *path),
                    "item-values-missing",
                    "warning",
                    values=name,
                    source=source,
                )
