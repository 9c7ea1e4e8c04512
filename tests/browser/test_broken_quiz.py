"""A quiz whose script does not arrive stays the form it was, and takes no other quiz with it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from browser.conftest import Learn, Serve
from browser.course import SAMPLE, feedback, reasons
from browser.test_without_scripts import read_question
from small_book import LANGUAGES, SMALL, SmallBook, files_of, page

BROKEN = re.compile(r"/assets/quiz/")


def test_a_quiz_that_does_not_arrive_can_still_be_read(learn: Learn) -> None:
    learner = learn("vi")
    learner.page.route(BROKEN, lambda route: route.abort())
    with learner.page.expect_console_message(
        lambda message: message.type == "error" and "quiz" in message.text
    ):
        learner.open(f"{SAMPLE.module}/quiz")
    expect(learner.page.get_by_role("main").get_by_role("button")).to_have_count(0)
    for item in SAMPLE.asked:
        read_question(learner, SAMPLE, item)


def test_a_script_of_one_kind_of_question_that_does_not_arrive_leaves_the_form(learn: Learn) -> None:
    learner = learn("fr")
    learner.page.route(re.compile(r"/types/cloze\.js"), lambda route: route.abort())
    learner.open(f"{SAMPLE.module}/quiz")
    expect(learner.page.get_by_role("main").get_by_role("button")).to_have_count(0)
    item = SAMPLE.asked[0]
    place = learner.item(SAMPLE, item)
    place.get_by_text(learner.words["show-reasons"], exact=True).tap()
    why = place.get_by_role("listitem").filter(has_text=feedback(item, "fr", reasons(item)[0]))
    expect(why).to_be_visible()


MODULE = """
|   - code: M02
|     slug: keys
|     kind: optional
|     minutes: 5
|     digcomp: [4.1]
|     pages: [quiz]
|     title:
|       vi: Chìa khóa
|       fr: Les clés
|       en: Keys
"""


def two_quizzes_on_one_page(book: SmallBook) -> None:
    """The quizzes of two modules stand together on the quiz page of the first."""
    programme = book.read("docs/data/programme.yml")
    more = "\n".join(line[2:] for line in MODULE.strip().split("\n"))
    book.write("docs/data/programme.yml", programme + more + "\n")
    quiz = files_of(SMALL)["quizzes/locks.yml"]
    second = quiz.replace("first-key", "second-key").replace("    see: door#two-locks\n", "")
    book.write("quizzes/keys.yml", second)
    for locale in LANGUAGES:
        book.write(f"docs/{locale}/keys/index.md", page("Keys"))
        book.write(f"docs/{locale}/keys/quiz.md", page("Quiz", "Text.\n\n{{ quiz keys }}\n"))
        both = "Text.\n\n{{ quiz keys }}\n\n{{ quiz locks }}\n"
        book.write(f"docs/{locale}/locks/quiz.md", page("Quiz", both))


def form_of(page_with_forms: Page, module: str) -> Locator:
    return page_with_forms.locator(f"form[data-module={module}]")


def test_a_broken_quiz_does_not_stop_the_other_one_on_the_page(
    learn: Learn, serve: Serve, book: SmallBook
) -> None:
    two_quizzes_on_one_page(book)
    built = book.build()
    assert built.code == 0, built.output
    for script in (built.site / "assets/quiz").glob("keys.*"):
        script.unlink()
    learner = learn("en", site=serve(built.site))
    learner.open("locks/quiz")
    works, broken = form_of(learner.page, "locks"), form_of(learner.page, "keys")
    works.get_by_role("radio", name="Two locks").tap()
    works.get_by_role("button", name=learner.words["check"]).tap()
    expect(works.get_by_text(learner.words["verdict-right"], exact=True)).to_be_visible()
    expect(broken.get_by_role("button")).to_have_count(0)
    broken.get_by_text(learner.words["show-reasons"]).tap()
    expect(broken.locator("details").get_by_text("One lock opens quickly.")).to_be_visible()
