"""What a learner meets, read from the sources: pages, questions and words in each language."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

from handbook.book import Book, module_keys
from handbook.problem import Problems
from handbook.project import load_book
from handbook.quiz.judgement import NOT_SURE
from handbook.quiz.markup import inline, plain
from handbook.quiz.model import Item
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.story import Story
from handbook.quiz.story_check import steps_of
from small_book import PROJECT

Response = str | list[str] | dict[str, str]
"""An option's id, ids (a set, an order or a way), or an id by gap or option: as the record keeps it."""

Any = TypeVar("Any")


@cache
def book() -> Book:
    """The project's own handbook."""
    problems = Problems()
    loaded = load_book(PROJECT, problems)
    assert not problems.errors()
    return loaded


BOOK = book()
LANGUAGES = BOOK.languages
SOURCE, *TRANSLATIONS = LANGUAGES

QUIZZES = [
    BOOK.quizzes[module.slug] for module in BOOK.programme.published if module.slug in BOOK.quizzes
]
SAMPLE = max(QUIZZES, key=lambda quiz: len({item.type for item in quiz.items}))
"""The quiz with the most types of questions stands for all."""

_MODULE = BOOK.programme.module(SAMPLE.module)
assert _MODULE is not None
LESSONS = [key for key in module_keys(_MODULE) if key.split("/")[1] not in {"index", "activity", "quiz"}]
PAGE_TYPES = [
    "index",
    "help",
    "about",
    f"{SAMPLE.module}/index",
    LESSONS[0],
    f"{SAMPLE.module}/activity",
    f"{SAMPLE.module}/quiz",
]


def normally(values: Iterable[Any], wanted: Iterable[Any]) -> list[ParameterSet]:
    """Parameters: the wanted ones are for every run, the others for the run of every page."""
    chosen = list(wanted)
    return [
        pytest.param(
            *(value if isinstance(value, tuple) else (value,)),
            marks=() if value in chosen else pytest.mark.every_page,
        )
        for value in values
    ]


pages = pytest.mark.parametrize("key", normally(BOOK.keys, PAGE_TYPES))
quizzes = pytest.mark.parametrize(
    "quiz",
    [
        pytest.param(quiz, id=quiz.module, marks=() if quiz is SAMPLE else pytest.mark.every_page)
        for quiz in QUIZZES
    ],
)
languages = pytest.mark.parametrize("locale", LANGUAGES)
mostly_source = pytest.mark.parametrize("locale", normally(LANGUAGES, [SOURCE]))
"""The source language in every run, the others in the run of every page: nothing but words differs."""


def said(item: Item, locale: str, *path: str) -> str:
    """An author's text as it is read: without markup, with its facts."""
    return html.unescape(plain(inline(item.text(locale, *path), locale, BOOK.facts)))


def legend(item: Item, locale: str) -> str:
    """The words of the question."""
    words = ITEM_TYPES[item.type].legend(item, locale, BOOK.strings[locale])
    return html.unescape(plain(inline(words, locale, BOOK.facts)))


def face(item: Item, locale: str) -> list[str]:
    """The words by which a question is known when it is met."""
    asked = re.split(r"\{\w+\}", said(item, locale, "stem")) if item.type == "cloze" else []
    return [said(item, locale, "scene"), legend(item, locale), *asked]


def option(item: Item, locale: str, option_id: str) -> str:
    """The text of one option; a statement is judged with words of the page."""
    if item.type == "true-false" or option_id == NOT_SURE:
        return BOOK.strings[locale][option_id]
    if item.type == "scenario":
        return said(item, locale, "choices", *option_id.split("."))
    part = "parts" if item.type == "clues" else "options"
    return said(item, locale, part, option_id)


def feedback(item: Item, locale: str, reason: str) -> str:
    """Why an option is right or wrong; the words of a gap are named `gap.word`."""
    path = (NOT_SURE,) if reason == NOT_SURE else ("feedback", *reason.split("."))
    return said(item, locale, *path)


def reasons(item: Item) -> list[str]:
    """Every option of an item, as `feedback` names them."""
    if item.type == "cloze":
        return [f"{gap}.{word}" for gap in item.ids("gaps") for word in item.ids("gaps", gap)]
    if item.type == "scenario":
        return [f"{step}.{id_}" for step, made in steps_of(item).items() for id_ in made]
    return [*item.ids("feedback"), *not_sure(item)]


def not_sure(item: Item) -> list[str]:
    """The answer of honest doubt, where an item has it."""
    return [NOT_SURE] if item.text(SOURCE, NOT_SURE) else []


def right(item: Item) -> Response:
    """The key as a response."""
    if isinstance(item.key, str):
        return item.key
    return dict(item.key) if isinstance(item.key, dict) else list(item.key)


def reasons_of_the_key(item: Item) -> list[str]:
    """The reasons that a right answer is told; a genuine message is explained part by part."""
    if item.key == ():
        return reasons(item)
    if item.type == "cloze" and isinstance(item.key, dict):
        return [f"{gap}.{word}" for gap, word in item.key.items()]
    if item.type == "scenario":
        return made_choices(item, list(item.key))
    return [item.key] if isinstance(item.key, str) else list(item.key)


@dataclass(frozen=True)
class Mistake:
    """A response that is not the key, the verdict it deserves and the reasons it must be told."""

    response: Response
    verdict: str
    reasons: tuple[str, ...]


def mistakes(item: Item) -> list[Mistake]:
    """Every single wrong option, and an answer that is partly right where there can be one."""
    of_type = {
        "multiple": _mistakes_of_a_set,
        "ordering": _mistakes_of_an_order,
        "cloze": _mistakes_of_gaps,
        "matching": _mistakes_of_pairs,
        "clues": _mistakes_of_clues,
        "scenario": _mistakes_of_a_story,
    }
    if item.type in of_type:
        return of_type[item.type](item)
    key = str(item.key)
    wrong = [Mistake(id_, "verdict-wrong", (id_, key)) for id_ in item.ids("feedback") if id_ != key]
    doubt = [Mistake(id_, "verdict-partly", (id_, key)) for id_ in not_sure(item) if id_ != key]
    return wrong + doubt


def _mistakes_of_a_set(item: Item) -> list[Mistake]:
    key = list(item.key)
    wrong = [id_ for id_ in item.ids("options") if id_ not in key]
    alone = [Mistake([id_], "verdict-wrong", (id_, *key)) for id_ in wrong]
    partly = [Mistake(key[:1], "verdict-partly", tuple(key[1:]))] if len(key) > 1 else []
    return alone + partly


def _mistakes_of_an_order(item: Item) -> list[Mistake]:
    key = list(item.key)
    turned = Mistake([*key[1:], key[0]], "verdict-wrong", tuple(key))
    swapped = Mistake([key[1], key[0], *key[2:]], "verdict-partly", tuple(key))
    return [turned, swapped] if len(key) > 2 else [turned]


def _mistakes_of_gaps(item: Item) -> list[Mistake]:
    assert isinstance(item.key, dict)
    key = item.key
    others = {gap: [word for word in item.ids("gaps", gap) if word != key[gap]] for gap in key}
    found = []
    for turn in range(max(map(len, others.values()))):
        response = {gap: words[turn % len(words)] for gap, words in others.items()}
        found.append(Mistake(response, "verdict-wrong", _told(key, response)))
    if len(key) > 1:
        first = next(iter(key))
        response = {**key, first: others[first][0]}
        found.append(Mistake(response, "verdict-partly", _told(key, response)))
    return found


def _mistakes_of_pairs(item: Item) -> list[Mistake]:
    """Every option wrong at once, then each option with each match that is not its own."""
    assert isinstance(item.key, dict)
    key, matches = item.key, item.ids("matches")
    others = {id_: [match for match in matches if match != key[id_]] for id_ in key}
    single = [
        Mistake({**key, id_: match}, "verdict-partly", (id_,)) for id_ in key for match in others[id_]
    ]
    all_wrong = {id_: wrong[0] for id_, wrong in others.items()}
    return [Mistake(all_wrong, "verdict-wrong", tuple(key)), *single]


def _mistakes_of_clues(item: Item) -> list[Mistake]:
    """Nothing marked, everything marked, and every single false alarm or missed clue."""
    parts, key = item.ids("parts"), set(item.key)
    marked = [set[str](), set(parts), *(key ^ {part} for part in parts)]
    unlike = [response for response in marked if response != key]
    return [_mistake_of_clues(item, response) for response in unlike]


def _mistake_of_clues(item: Item, response: set[str]) -> Mistake:
    key = set(item.key)
    partly = len(response & key) > len(response - key)
    told = tuple(part for part in item.ids("parts") if part in response ^ key)
    return Mistake(sorted(response), "verdict-partly" if partly else "verdict-wrong", told)


def made_choices(item: Item, way: list[str]) -> list[str]:
    """The choices of a way through a story, named `step.choice`."""
    steps, found = steps_of(item), []
    step = next(iter(steps))
    for id_ in way:
        found.append(f"{step}.{id_}")
        step = steps[step][id_].goto
    return found


def ways(item: Item) -> list[list[str]]:
    """Every way through a story."""
    steps = steps_of(item)

    def on_from(step: str) -> list[list[str]]:
        rest = {id_: on_from(made.goto) for id_, made in steps[step].items()}
        return [[id_, *way] for id_, more in rest.items() for way in more] or [[]]

    return on_from(next(iter(steps)))


def _mistakes_of_a_story(item: Item) -> list[Mistake]:
    story = Story(steps_of(item))
    found = []
    for way in ways(item):
        told = []
        for made in made_choices(item, way):
            step, id_ = made.split(".")
            best = {first for first, *_ in story.best(step)[1]}
            told += [made] if id_ in best else [made, *(f"{step}.{other}" for other in best)]
        verdict = "verdict-partly" if story.points(tuple(way)) else "verdict-wrong"
        if way != list(item.key):
            found.append(Mistake(way, verdict, tuple(told)))
    return found


def _told(key: dict[str, str], response: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{gap}.{words[gap]}" for words in (response, key) for gap in key)


def wholly_wrong(item: Item) -> Response:
    """A response that gets nothing."""
    return next(one.response for one in mistakes(item) if one.verdict == "verdict-wrong")


def missed(items: Iterable[Item]) -> dict[str, Response]:
    """Responses that get nothing to these questions."""
    return {item.id: wholly_wrong(item) for item in items}
