"""The quiz as an ES module: what a script needs to score it. Its texts stand in the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handbook.compiled import Compiled, compiled
from handbook.quiz.model import Item, Quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.review import BOOSTER
from handbook.strings import Strings

# Words that the script says itself; everything else stands in the page.
_SPOKEN = (
    "check", "choose-first", "item-number", "verdict-right", "verdict-partly", "verdict-wrong",
    "your-choice", "answered", "not-saved", "later-record",
)  # fmt: skip
_SPOKEN_OF_RESULTS = (
    "result", "passed", "not-passed", "must-pass-missed", "read-again", "retry-missed", "start-again",
)  # fmt: skip
_SPOKEN_OF_REVIEWS = (
    "review-right", "review-back", "review-tomorrow", "review-days", "review-next", "review-early",
    "review-others",
)  # fmt: skip
_SPOKEN_OF_SURENESS = ("how-sure", "sure", "fairly-sure", "guessing", "was-sure", "sure-result")


def compile_quiz(quiz: Quiz, locale: str, words: Strings, polish: Callable[[str], str]) -> Compiled:
    """One quiz with the words of one language. `polish` sets the language's spaces."""
    asked = quiz.asked_in(locale)
    data = {
        "module": quiz.module,
        "lang": locale,
        **({"pass": quiz.pass_mark} if quiz.pass_mark else {}),
        "draw": quiz.draw or len(asked),
        "items": [compile_item(item) for item in asked],
        "words": {name: polish(words[name]) for name in _spoken(quiz, asked)},
    }
    return compiled("quiz", data, f"assets/quiz/{quiz.module}.{locale}")


def _spoken(quiz: Quiz, asked: Iterable[Item]) -> list[str]:
    """The words that the scripts of these items say."""
    types = {item.type for item in asked}
    if quiz.module == BOOSTER:
        return review_words(types)
    of_sureness = _SPOKEN_OF_SURENESS if quiz.ask_sure else ()
    return [*_SPOKEN, *_SPOKEN_OF_RESULTS, *_of_types(types), *of_sureness]


def review_words(types: Iterable[str]) -> list[str]:
    """The names of the words that scripts say where items of these types come back."""
    return [*_SPOKEN, *_SPOKEN_OF_REVIEWS, *_of_types(types)]


def _of_types(types: Iterable[str]) -> list[str]:
    return [name for kind in sorted(types) for name in ITEM_TYPES[kind].spoken]


def compile_item(item: Item) -> dict[str, object]:
    """What a script must know to score one item; its texts stand on the page."""
    item_type = ITEM_TYPES[item.type]
    compiled: dict[str, object] = {"id": item.id, "type": item.type, "key": item.key}
    if item.genuine is not None:
        compiled["genuine"] = item.genuine
    if item.keep_order:
        compiled["keepOrder"] = True
    if item.must_pass:
        compiled["mustPass"] = True
    if item_type.shape.get(item_type.mirror) == 1:
        compiled["options"] = item.ids(item_type.mirror)
    return {**compiled, **item.structure}
