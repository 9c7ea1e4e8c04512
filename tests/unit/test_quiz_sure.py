from handbook.problem import Problems
from handbook.quiz.compile import compile_quiz
from handbook.quiz.model import Quiz
from handbook.quiz.parse import read_quiz
from handbook.quiz.render import FormContext, quiz_form
from handbook.strings import Strings, read_strings
from small_book import LANGUAGES, PROJECT, SMALL, files_of
from told import texts


def words() -> Strings:
    text = (PROJECT / "docs/data/strings/en.yml").read_text(encoding="utf-8")
    return read_strings({"en": text}, Problems())["en"]


def quiz(head: str = "") -> Quiz:
    problems = Problems()
    read = read_quiz(f"{head}\n{files_of(SMALL)['quizzes/locks.yml']}", "locks", LANGUAGES, problems)
    assert texts(problems) == []
    return read


def form(read: Quiz) -> str:
    return quiz_form(read, FormContext("en", words(), {}, "a.js", lambda _: ("", "")))


def test_a_quiz_asks_how_sure_one_is_only_where_it_is_wanted() -> None:
    asked, quiet = quiz("ask-sure: true"), quiz()
    assert (asked.ask_sure, quiet.ask_sure) == (True, False)
    assert " data-ask-sure " in form(asked)
    assert "data-ask-sure" not in form(quiet)
    question = words()["how-sure"]
    assert question in compile_quiz(asked, "en", words(), str).text
    assert question not in compile_quiz(quiet, "en", words(), str).text


def test_how_sure_one_is_is_not_asked_on_the_page_without_scripts() -> None:
    html = form(quiz("ask-sure: true"))
    assert words()["how-sure"] not in html
    assert "<button" not in html
