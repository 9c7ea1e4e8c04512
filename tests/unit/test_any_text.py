"""Whatever an editor saves, reading ends in a value or in mistakes with places; it never breaks."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.facts import read_facts
from handbook.language import vietnamese_left
from handbook.messages import SPOKEN
from handbook.pages.blocks import blocks_of
from handbook.pages.directives import check_directives
from handbook.pages.expand import ExpandContext, expand
from handbook.pages.page import read_page
from handbook.pages.stamp import digests_of
from handbook.pages.translation import Translation
from handbook.problem import Place, Problems
from handbook.programme import read_programme
from handbook.quiz.check import check_quiz
from handbook.quiz.compile import compile_quiz
from handbook.quiz.parse import read_quiz
from handbook.quiz.register import read_register
from handbook.quiz.render import FormContext, quiz_form
from handbook.rules.links import check_links
from handbook.rules.registry import PAIR_RULES
from handbook.rules.targets import Targets
from handbook.strings import Strings, read_strings
from handbook.yaml_source import read_yaml
from small_book import LANGUAGES, SMALL, files_of, page
from told import UNIT

FILES = files_of(SMALL)
QUIZZES = [FILES["quizzes/locks.yml"]]
QUIZZES += [file.read_text(encoding="utf-8") for file in sorted((UNIT / "items").glob("*.yml"))]
HEAD, _, TRANSLATED = QUIZZES[0].partition("    vi:\n")
QUIZZES += [
    f"{HEAD}    only: [fr, en]\n    reserve: booster\n{TRANSLATED[TRANSLATED.index('    fr:') :]}"
]
PROGRAMME = FILES["docs/data/programme.yml"]
FACTS = FILES["docs/data/facts.yml"]
PAGE = page(
    "Cánh cửa",
    "## Hai khóa {#two-locks}\n\n/// story | Chị Hoa {#hoa}\nGọi {{ fact hotline }}.\n"
    "Xem [a](#hoa), [b][c] và ![d](https://a.example/x)[^1].\n\n[c]: door.md#hoa\n[^1]: <b@c.vn>\n\n"
    "/// local | vn\n1. Ở đây\n///\n///\n\n```\n# mã\n```\n\n{{ quiz locks }}\n",
)

SIGNS = [
    "---",
    "...",
    ": ",
    " #",
    "- ",
    "{{",
    "}}",
    "///",
    "\ufeff",
    "\u2028",
    *"-:#&*!|>%@`'\"{}[],?~/ \t\n\\.",
]
CHARACTERS = st.one_of(
    st.sampled_from(SIGNS), st.characters(exclude_categories=()), st.sampled_from("aAbcđếữ019")
)
SCRAPS = st.lists(CHARACTERS, max_size=6).map("".join)
WORDS = """a b single multiple ordering true-false cloze true false no 80 -1 door#two-locks {} [] | >
    2026-11 vn undated story https://[a tel:1"""
PHRASES = [
    "",
    "[fr, en]",
    "[vi]",
    "booster",
    "[a, b]",
    "[a, c, b]",
    "{1: a, 2: b}",
    '"a: b"',
    "{1} và {2}",
    "*a",
    "&a b",
    "!a b",
]
VALUES = st.one_of(
    st.sampled_from(WORDS.split()), st.sampled_from([*PHRASES, "{{ fact hotline }}"]), SCRAPS
)
TOKENS = st.sampled_from(["Mây", "Mã", "mã", "đọc", "“", "”", "the", "là", "*", "đ"])
NAMES = """items id type key see pass draw must-pass only waiting reserve retired vi fr en stem options gaps feedback scene hint a b 1 2
    modules languages tracks pages slug title draft facts kind value about sources url seen tested
    updated description"""
KEYS = st.sampled_from(NAMES.split())
LINES = st.builds(
    lambda indent, dash, key, value: f"{'  ' * indent}{dash}{key}: {value}",
    st.integers(0, 5),
    st.sampled_from(["", "- "]),
    KEYS,
    VALUES,
)


@st.composite
def changed(draw: st.DrawFn, texts: list[str]) -> str:
    """A file that was right until a few of its lines were changed."""
    lines = draw(st.sampled_from(texts)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        name, colon, value = line.partition(": ")
        at = draw(st.integers(0, len(line)))
        lines[number : number + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [line, line],
                    [" " * draw(st.integers(0, 8)) + line.lstrip()],
                    [line[:at] + draw(SCRAPS) + line[at:]],
                    [name + colon + draw(VALUES)],
                    [name.rstrip(":") + ":", *lines[number + 1 : number + 2]],
                    [line, draw(LINES)],
                    [value],
                ]
            )
        ) or [""]
    return "\n".join(lines)


def any_text(*texts: str) -> st.SearchStrategy[str]:
    """Changed files, files of our names in any order, and anything at all."""
    files = st.lists(st.one_of(LINES, LINES, SCRAPS), max_size=15).map("\n".join)
    return st.one_of(changed(list(texts)), changed(list(texts)), files, st.text())


def assert_places_are_inside(problems: Problems, text: str) -> None:
    """Every mistake has a place in the text, and a sentence in every language."""
    lines = text.split("\n")
    for problem in problems.found:
        place = problem.place
        assert 1 <= place.line <= len(lines), (problem, text)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, (problem, text)
        for say in SPOKEN:
            assert problem.text(say)


def examples(*texts: str, count: int = 400) -> Callable[[Callable[[str], None]], Callable[[], None]]:
    """Run a test with so many texts, none of which takes five seconds."""

    def run(test: Callable[[str], None]) -> Callable[[], None]:
        return settings(max_examples=count, deadline=5000)(given(any_text(*texts))(test))

    return run


@examples(*QUIZZES, PROGRAMME, FACTS)
def test_any_yaml_gives_nodes_or_mistakes(text: str) -> None:
    problems = Problems()
    node = read_yaml(text, "some.yml", problems)
    assert_places_are_inside(problems, text)
    assert node is None or node.place.line <= text.count("\n") + 1


@examples(*QUIZZES)
def test_any_quiz_file_gives_a_quiz_or_mistakes(text: str) -> None:
    assert_a_quiz_or_mistakes(text)


@pytest.mark.every_page
@examples(*QUIZZES, count=2000)
def test_any_of_two_thousand_quiz_files_gives_a_quiz_or_mistakes(text: str) -> None:
    assert_a_quiz_or_mistakes(text)


def assert_a_quiz_or_mistakes(text: str) -> None:
    """A quiz without mistakes becomes a page and a compiled quiz in every language."""
    problems = Problems()
    quiz = read_quiz(text, "locks", LANGUAGES, problems)
    check_quiz(quiz, ("hotline",), {"door": ("two-locks",)}, problems)
    assert_places_are_inside(problems, text)
    if problems.found:
        return
    for locale in LANGUAGES:
        words = AnyWords()
        assert quiz_form(quiz, FormContext(locale, words, {}, "a.js", lambda see: (see, see)))
        module = compile_quiz(quiz, locale, words, str)
        json.loads(module.text.removeprefix("export const quiz=").removesuffix(";\n"))


@examples("1 locks/first-key\n2 locks/second-key\n\n# Mã\n3 locks/third\n")
def test_any_register_gives_numbers_or_mistakes(text: str) -> None:
    problems = Problems()
    register = read_register(text, problems)
    assert_places_are_inside(problems, text)
    assert problems.found or sorted(register.numbers.values()) == list(range(1, register.next))


@given(st.one_of(SCRAPS, st.text(), st.lists(TOKENS).map(" ".join)))
def test_any_text_is_vietnamese_from_a_word_on_or_not(text: str) -> None:
    left = vietnamese_left(text)
    assert left is None or text[left].isalpha()


class AnyWords(Strings):
    """Words for every name."""

    def __missing__(self, name: str) -> str:
        return name


@examples(PROGRAMME)
def test_any_programme_gives_modules_or_mistakes(text: str) -> None:
    problems = Problems()
    programme = read_programme(text, problems)
    assert_places_are_inside(problems, text)
    assert problems.found or programme.languages


@examples(FACTS)
def test_any_facts_give_facts_or_mistakes(text: str) -> None:
    problems = Problems()
    facts = read_facts(text, LANGUAGES, problems)
    assert_places_are_inside(problems, text)
    for name, fact in facts.items():
        assert fact.id == name
        assert isinstance(fact.html("vi"), str)


@examples(PAGE)
def test_any_page_gives_a_page_or_mistakes(text: str) -> None:
    problems = Problems()
    found = read_page(text, "vi", "locks/door", "docs/vi/locks/door.md", problems)
    blocks_of(found.body, found.path, found.first_line, problems)
    check_directives(found, ("hotline",), ("locks",), problems)
    key = (found.locale, found.key)
    check_links(Targets(LANGUAGES, {key: found}, frozenset(key), frozenset(), frozenset(), {}), problems)
    assert_places_are_inside(problems, text)
    if not problems.found:
        values = dict.fromkeys(("fact", "quiz", "contact"), str)
        assert isinstance(expand(found, ExpandContext(AnyWords(), values)), str)


@examples(PAGE)
def test_any_two_pages_are_compared_with_places_in_the_translation(text: str) -> None:
    source = read_page(PAGE, "vi", "locks/door", "docs/vi/locks/door.md", Problems())
    found = read_page(text, "fr", "locks/door", "docs/fr/locks/door.md", Problems())
    stamp = Translation(Place(found.path), digests_of(source), "human")
    problems = Problems()
    for rule in PAIR_RULES:
        rule(source, dataclasses.replace(found, translation=stamp), problems)
    assert_places_are_inside(problems, text)


@examples(PAGE, 'menu: Mục lục\nminutes: "{n} phút"\n"true": Đúng\n')
def test_any_words_give_words_or_mistakes(text: str) -> None:
    problems = Problems()
    words = read_strings({"vi": text, "fr": "menu: Sommaire\n"}, problems)
    assert tuple(words) == ("vi", "fr")
    problems.found = [problem for problem in problems.found if "/vi." in problem.place.path]
    assert_places_are_inside(problems, text)


@pytest.mark.parametrize("text", QUIZZES)
def test_the_quizzes_that_are_changed_here_are_right_before(text: str) -> None:
    problems = Problems()
    check_quiz(read_quiz(text, "locks", LANGUAGES, problems), (), {"door": ("two-locks",)}, problems)
    assert problems.found == []
