"""The quiz as an ES module: what a script needs to score it and to talk about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.facts import Fact
from handbook.quiz.markup import inline
from handbook.quiz.model import Item, Quiz, Tree
from handbook.quiz.registry import ITEM_TYPES
from handbook.strings import Strings

# Words that the script says itself; everything else stands in the page.
_SPOKEN = (
    "check", "choose-first", "item-number", "verdict-right", "verdict-partly", "verdict-wrong",
    "your-choice", "answered", "result", "passed", "not-passed", "must-pass-missed", "read-again",
    "retry-missed", "start-again", "not-saved",
)  # fmt: skip
_SPOKEN_OF_SURENESS = ("how-sure", "sure", "fairly-sure", "guessing", "was-sure", "sure-result")


@dataclass(frozen=True)
class CompiledQuiz:
    """`path` below the site's root; it carries a hash of `text`, so it may be cached for ever."""

    path: str
    text: str


def compile_quiz(
    quiz: Quiz, locale: str, words: Strings, facts: Map[str, Fact], polish: Callable[[str], str]
) -> CompiledQuiz:
    """One quiz in one language. `polish` sets the language's spaces."""
    asked = quiz.asked_in(locale)
    data = {
        "module": quiz.module,
        "lang": locale,
        "pass": quiz.pass_mark,
        "draw": quiz.draw or len(asked),
        "items": [compile_item(item, locale, facts, polish) for item in asked],
        "words": {name: polish(words[name]) for name in _spoken(quiz, asked)},
    }
    json_text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # JSON is JavaScript since ES2019, but for "</script>" and the two line separators.
    safe = json_text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    text = f"export const quiz={safe};\n"
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return CompiledQuiz(f"assets/quiz/{quiz.module}.{locale}.{digest}.js", text)


def _spoken(quiz: Quiz, asked: Iterable[Item]) -> list[str]:
    """The words that the scripts of these items say."""
    types = sorted({item.type for item in asked})
    of_types = [name for kind in types for name in ITEM_TYPES[kind].spoken]
    of_sureness = _SPOKEN_OF_SURENESS if quiz.ask_sure else ()
    return list(dict.fromkeys([*_SPOKEN, *of_types, *of_sureness]))


def compile_item(
    item: Item, locale: str, facts: Map[str, Fact], polish: Callable[[str], str]
) -> dict[str, object]:
    """What a script needs of one item in one language; also of one that is kept for a later quiz."""

    def texts(tree: Tree) -> dict[str, object]:
        return {
            name: texts(value) if isinstance(value, dict) else polish(inline(value, locale, facts))
            for name, value in tree.items()
        }

    compiled: dict[str, object] = {"id": item.id, "type": item.type, "key": item.key}
    if item.genuine is not None:
        compiled["genuine"] = item.genuine
    if item.keep_order:
        compiled["keepOrder"] = True
    if item.must_pass:
        compiled["mustPass"] = True
    if item.see:
        compiled["see"] = item.see
    # A part of the structure may bear the name of its texts; the script needs the structure.
    return {**compiled, **texts(item.texts.get(locale, {})), **item.structure}
