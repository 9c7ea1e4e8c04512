"""Advice on item writing: what makes a question easier to guess than to know.

Rules after Haladyna, Downing and Rodriguez 2002 (doi 10.1207/s15324818ame1503_5) and, for the number of
options, Rodriguez 2005 (doi 10.1111/j.1745-3992.2005.00006.x). Warnings only: the writer decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from handbook.problem import Place, Problems
from handbook.quiz.model import Item, Quiz, Tree

_LONGER = 1.4
_LONG_STEM = 40
_TIMES = 2.0
_MANY = 6
"""From how many items of a kind on an uneven key is told."""
_EVEN = 0.6
_GENUINE = (0.4, 0.5)
_CHOICES = ("single", "multiple")

_ALL = re.compile(
    r"tất cả (?:các )?(?:đáp án|phương án|ý|câu)? ?(?:trên|đều đúng)|không (?:đáp án|phương án) nào"
    r"|toutes les réponses|toutes ces réponses|aucune (?:des|de ces) réponses"
    r"|all of the above|none of the above|all of these|none of these",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:không nên|không phải|không được|ngoại trừ)\b|\bsauf\b|\bne\b[^.?!]*\b(?:pas|jamais)\b"
    r"|\b(?:not|never|except)\b|n’t\b",
    re.IGNORECASE,
)
_BOLD = re.compile(r"\*\*.+?\*\*")
_GAP = re.compile(r"\{\w+\}")
_FACT = re.compile(r"\{\{.*?\}\}")


def lint_quiz(quiz: Quiz, problems: Problems) -> None:
    """Add a warning for each rule of item writing that a quiz, or one of its items, goes against."""

    def warn(place: Place, code: str, **values: object) -> None:
        problems.add(place, code, "warning", **values)

    for item in (*quiz.asked, *quiz.reserved):
        for rule in (_length, _count, _all_of_the_above, _negative, _stem, _languages, _given_away):
            rule(item, warn)
    languages = {locale for item in quiz.asked for locale in item.ready}
    pools = [quiz.asked_in(locale) for locale in sorted(languages)]
    for asked in {tuple(item.id for item in pool): pool for pool in pools}.values():
        for rule_of_quiz in (_positions, _true_false, _genuine):
            rule_of_quiz(asked, quiz.place, warn)


Warn = Callable[..., None]
_Items = tuple[Item, ...]
"""The items of one language: languages may ask different ones."""


def _length(item: Item, warn: Warn) -> None:
    if item.type != "single":
        return
    for locale in item.ready:
        lengths = {id_: len(text) for id_, text in item.branch(locale, "options").items()}
        right = lengths.pop(str(item.key), 0)
        if lengths and right > _LONGER * max(lengths.values()):
            warn(item.where(locale, "options", str(item.key)), "lint-longest", option=item.key)


def _count(item: Item, warn: Warn) -> None:
    options = item.ids("options")
    if item.type in _CHOICES and options and not 3 <= len(options) <= 4:
        locale = next(iter(item.texts))
        warn(item.where(locale, "options"), "lint-count", count=len(options))


def _all_of_the_above(item: Item, warn: Warn) -> None:
    for locale in item.ready:
        for id_, text in item.branch(locale, "options").items():
            if _ALL.search(text):
                warn(item.where(locale, "options", id_), "lint-all", option=id_)


def _negative(item: Item, warn: Warn) -> None:
    for locale in item.ready if item.type in _CHOICES else ():
        found = _NEGATIVE.search(_BOLD.sub("", item.text(locale, "stem")))
        if found:
            warn(item.where(locale, "stem"), "lint-negative", word=found[0])


def _stem(item: Item, warn: Warn) -> None:
    for locale in item.ready:
        words = len(item.text(locale, "stem").split())
        if words > _LONG_STEM:
            warn(item.where(locale, "stem"), "lint-stem", count=words, most=_LONG_STEM)


def _letters(tree: Tree) -> Iterator[int]:
    for value in tree.values():
        if isinstance(value, dict):
            yield from _letters(value)
        else:
            yield len(_FACT.sub("", value) if "{{" in value else value)


def _languages(item: Item, warn: Warn) -> None:
    lengths = {locale: sum(_letters(item.texts[locale])) for locale in item.ready}
    shortest = min(lengths, key=lambda locale: lengths[locale], default=None)
    for locale, length in lengths.items():
        if shortest and lengths[shortest] and length > _TIMES * lengths[shortest]:
            warn(item.where(locale), "lint-language", locale=locale, other=shortest)


def _given_away(item: Item, warn: Warn) -> None:
    if item.type != "cloze" or not isinstance(item.key, dict):
        return
    for locale in item.ready:
        stem = f" {_GAP.sub(' ', item.text(locale, 'stem')).casefold()} "
        for gap, right in item.key.items():
            word = item.text(locale, "gaps", gap, str(right)).casefold()
            if word and re.search(rf"\W{re.escape(word)}\W", stem):
                warn(item.where(locale, "stem"), "lint-given-away", word=word)


def _positions(asked: _Items, at: Place, warn: Warn) -> None:
    """Paper shows the options in the order of the file, so the key should wander."""
    singles = [item for item in asked if item.type == "single" and item.key in item.ids("options")]
    places = Counter(item.ids("options").index(str(item.key)) + 1 for item in singles)
    for place, count in places.items():
        if len(singles) >= _MANY and count > _EVEN * len(singles):
            warn(at, "lint-position", count=count, of=len(singles), nth=place)


def _true_false(asked: _Items, at: Place, warn: Warn) -> None:
    keys = [item.key for item in asked if item.type == "true-false"]
    if len(keys) > 2 and len(set(keys)) == 1:
        warn(at, "lint-true-false", key=keys[0], count=len(keys))


def _genuine(asked: _Items, at: Place, warn: Warn) -> None:
    """Sets of only fakes teach people to distrust what is true (doi 10.1037/xge0001395)."""
    judged = [item for item in asked if item.genuine is not None]
    real = sum(item.genuine is True for item in judged)
    if judged and not _GENUINE[0] <= real / len(judged) <= _GENUINE[1]:
        warn(at, "lint-genuine", real=real, of=len(judged))
