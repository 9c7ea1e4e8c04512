import hashlib
import json
from typing import Any

import pytest

from handbook.problem import Place
from handbook.quiz.compile import CompiledQuiz, compile_quiz
from handbook.quiz.model import Item, Quiz
from small_book import SmallBook

PLACE = Place("quizzes/locks.yml")


def compiled(book: SmallBook, locale: str = "en", stem: str = "") -> CompiledQuiz:
    loaded, _ = book.load()
    quiz = loaded.quizzes["locks"]
    if stem:
        quiz = Quiz("locks", 80, (Item("a", "single", "b", {locale: {"stem": stem}}, PLACE),), PLACE)
    return compile_quiz(quiz, locale, loaded.strings[locale], loaded.facts, str)


def data_of(module: CompiledQuiz) -> dict[str, Any]:
    assert module.text.startswith("export const quiz={")
    assert module.text.endswith("};\n")
    loaded: dict[str, Any] = json.loads(
        module.text.removeprefix("export const quiz=").removesuffix(";\n")
    )
    return loaded


def test_a_compiled_quiz_has_what_a_script_needs(book: SmallBook) -> None:
    data = data_of(compiled(book))
    assert (data["module"], data["lang"], data["pass"]) == ("locks", "en", 80)
    assert data["items"] == [
        {
            "id": "first-key",
            "type": "single",
            "key": "b",
            "see": "door#two-locks",
            "stem": "Which door is safer?",
            "options": {"a": "One lock", "b": "Two locks"},
            "feedback": {"a": "One lock opens quickly.", "b": "Two locks hold longer."},
        }
    ]


def test_a_compiled_quiz_has_the_words_that_the_script_says(book: SmallBook) -> None:
    assert data_of(compiled(book))["words"]["check"] == "Check"


def test_an_item_that_must_be_passed_is_marked(book: SmallBook) -> None:
    book.change("quizzes/locks.yml", "    key: b", "    key: b\n    must-pass: true")
    assert data_of(compiled(book))["items"][0]["mustPass"] is True


def test_the_path_has_the_module_the_language_and_a_hash_of_the_text(book: SmallBook) -> None:
    module = compiled(book, "fr")
    digest = hashlib.sha256(module.text.encode()).hexdigest()[:8]
    assert module.path == f"assets/quiz/locks.fr.{digest}.js"


def test_another_text_has_another_path(book: SmallBook) -> None:
    assert compiled(book, stem="One").path != compiled(book, stem="Two").path
    assert compiled(book, stem="One").path == compiled(book, stem="One").path


@pytest.mark.parametrize("sign", ["\u2028", "\u2029"])
def test_a_line_separator_never_stands_in_the_script(book: SmallBook, sign: str) -> None:
    module = compiled(book, stem=f"One{sign}two")
    assert sign not in module.text
    assert data_of(module)["items"][0]["stem"] == f"One{sign}two"


def test_the_end_of_a_script_never_stands_in_the_script(book: SmallBook) -> None:
    module = compiled(book, stem="**Bold** </script>")
    assert "</" not in module.text
    assert data_of(module)["items"][0]["stem"] == "<strong>Bold</strong> &lt;/script&gt;"


def test_a_fact_is_written_out(book: SmallBook) -> None:
    module = compiled(book, stem="Call {{ fact hotline }}")
    assert data_of(module)["items"][0]["stem"] == 'Call <a class="fact" href="tel:156">156</a>'


def test_every_text_gets_the_spaces_of_its_language(book: SmallBook) -> None:
    loaded, _ = book.load()
    module = compile_quiz(loaded.quizzes["locks"], "fr", loaded.strings["fr"], {}, str.upper)
    assert data_of(module)["items"][0]["options"] == {"a": "UNE SERRURE", "b": "DEUX SERRURES"}
