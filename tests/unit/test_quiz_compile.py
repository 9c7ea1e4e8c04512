import hashlib
import json
from typing import Any

import pytest

from handbook.compiled import Compiled
from handbook.quiz.compile import compile_quiz
from handbook.strings import Strings
from small_book import SmallBook


def compiled(book: SmallBook, locale: str = "en", check: str = "Check") -> Compiled:
    loaded, _ = book.load()
    words = Strings({**loaded.strings[locale], "check": check})
    return compile_quiz(loaded.quizzes["locks"], locale, words, str)


def data_of(module: Compiled) -> dict[str, Any]:
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
            "options": ["a", "b"],
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


def test_other_words_have_another_path(book: SmallBook) -> None:
    assert compiled(book, check="One").path != compiled(book, check="Two").path
    assert compiled(book, check="One").path == compiled(book, check="One").path


def test_the_texts_of_the_page_are_not_sent_twice(book: SmallBook) -> None:
    text = compiled(book).text
    assert "Which door is safer?" not in text
    assert "Two locks" not in text


@pytest.mark.parametrize("sign", ["\u2028", "\u2029"])
def test_a_line_separator_never_stands_in_the_script(book: SmallBook, sign: str) -> None:
    module = compiled(book, check=f"One{sign}two")
    assert sign not in module.text
    assert data_of(module)["words"]["check"] == f"One{sign}two"


def test_the_end_of_a_script_never_stands_in_the_script(book: SmallBook) -> None:
    module = compiled(book, check="Bold </script>")
    assert "</" not in module.text
    assert data_of(module)["words"]["check"] == "Bold </script>"


def test_every_word_gets_the_spaces_of_its_language(book: SmallBook) -> None:
    loaded, _ = book.load()
    module = compile_quiz(loaded.quizzes["locks"], "fr", loaded.strings["fr"], str.upper)
    assert data_of(module)["words"]["check"] == "VÉRIFIER"
