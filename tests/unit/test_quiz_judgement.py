import json

import pytest

from handbook.problem import Problems
from handbook.quiz.check import check_quiz
from handbook.quiz.compile import compile_quiz
from handbook.quiz.lint import lint_quiz
from handbook.quiz.model import Quiz, Reason
from handbook.quiz.parse import read_quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.quiz.render import FormContext, quiz_form
from handbook.strings import Strings, read_strings
from small_book import LANGUAGES, PROJECT, SmallBook
from told import UNIT, Case, cases_of, check, texts


def words(locale: str = "en") -> Strings:
    text = (PROJECT / f"docs/data/strings/{locale}.yml").read_text(encoding="utf-8")
    return read_strings({locale: text}, Problems())[locale]


def quiz(name: str = "not-sure") -> Quiz:
    problems = Problems()
    text = (UNIT / f"items/{name}.yml").read_text(encoding="utf-8")
    read = read_quiz(text, "locks", LANGUAGES, problems)
    check_quiz(read, (), {"door": ("two-locks",)}, problems)
    assert texts(problems) == []
    return read


def form(read: Quiz) -> str:
    return quiz_form(read, FormContext("en", words(), {}, "a.js", lambda _: ("", "")))


def reasons(name: str, locale: str) -> list[Reason]:
    (item,) = quiz(name).items
    return ITEM_TYPES[item.type].reasons(item, locale, words(locale))


@cases_of("quiz_judgement")
def test_a_mistake_around_not_sure_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_not_sure_is_the_last_answer_and_tells_its_reason_without_scripts() -> None:
    assert (
        '<label class="option" data-option="not-sure">'
        '<input type="radio" name="one-not-sure" value="not-sure"> '
        "<span>Not sure, I’d check first</span></label>"
        '<p class="why"><strong>✓ Yes:</strong> Nobody can tell from words alone. '
        "One call to the shop, and you’ll know.</p></fieldset>"
    ) in form(quiz())


def test_where_it_can_be_known_not_sure_is_partly_right_in_words() -> None:
    html = form(quiz("not-sure-half"))
    assert html.count('<p class="why"><strong>◐ Partly right:</strong> Checking is a good habit.') == 1
    assert html.count("<span>◐ Partly right:</span> Not sure, I’d check first</strong>") == 1
    assert html.count('<li class="reason right"') == 1


@pytest.mark.parametrize(
    ("locale", "answer", "verdict"),
    [
        ("vi", "Chưa chắc, tôi sẽ kiểm tra thêm", "◐ Đúng một phần:"),
        ("fr", "J’hésite, je vérifierais d’abord", "◐ Juste en partie :"),
        ("en", "Not sure, I’d check first", "◐ Partly right:"),
    ],
)
def test_the_answer_and_its_verdict_are_words_of_the_page(
    locale: str, answer: str, verdict: str
) -> None:
    last = reasons("not-sure-half", locale)[-1]
    assert (last.option, last.text, last.verdict, last.right) == ("not-sure", answer, verdict, False)
    last = reasons("not-sure", locale)[-1]
    assert (last.option, last.text, last.verdict, last.right) == ("not-sure", answer, "", True)


def test_an_item_without_the_text_has_no_such_answer() -> None:
    assert "not-sure" not in form(quiz("true-false"))


def test_the_script_gets_the_key() -> None:
    text = compile_quiz(quiz(), "en", words(), str).text
    (item,) = json.loads(text.removeprefix("export const quiz=").removesuffix(";\n"))["items"]
    assert item["key"] == "not-sure"
    assert list(item["options"]) == ["a", "b"]


def test_the_place_of_the_key_is_counted_without_items_that_have_none() -> None:
    """Five of six keys at place 2 would be told; of five, with one `not-sure`, there are too few."""
    text = (UNIT / "items/not-sure.yml").read_text(encoding="utf-8").removeprefix("items:\n")
    items = [text.replace("one-not-sure", f"key-{n}") for n in range(6)]

    def told(read_items: list[str]) -> list[str]:
        problems = Problems()
        lint_quiz(read_quiz("items:\n" + "".join(read_items), "locks", LANGUAGES, problems), problems)
        return [problem.code for problem in problems.found if problem.code == "lint-position"]

    with_keys = [item.replace("key: not-sure", "key: b") for item in items]
    assert told(with_keys) == ["lint-position"]
    assert told([*with_keys[:5], items[5]]) == []
