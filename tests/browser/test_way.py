"""The way of a learner through the handbook, with a finger only."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import BOOK, LANGUAGES, SAMPLE, SOURCE, TRANSLATIONS, languages, pages, right
from browser.learner import Learner
from handbook.book import module_keys


def walk_from_home_to_the_quiz(learner: Learner) -> None:
    first = BOOK.programme.published[0]
    landing, *parts = module_keys(first)
    learner.open("index")
    learner.follow(learner.link(learner.words["start-here"]))
    learner.is_on(landing)
    contents = learner.page.get_by_role("navigation", name=learner.words["module-list"])
    learner.follow(contents.get_by_role("link").first)
    learner.is_on(parts[0])
    for part in parts[1:]:
        learner.follow(learner.link(learner.words["next"]))
        learner.is_on(part)


@languages
def test_a_learner_walks_from_home_to_the_quiz_and_answers(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    walk_from_home_to_the_quiz(learner)
    quiz = BOOK.quizzes[BOOK.programme.published[0].slug]
    first = learner.asked(quiz)[0]
    learner.answer(quiz, first, right(first))


@languages
def test_without_scripts_a_learner_walks_from_home_to_the_quiz_and_home_again(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale, javascript=False)
    walk_from_home_to_the_quiz(learner)
    learner.follow(learner.link(learner.words["site-name"]))
    learner.is_on("index")


@languages
def test_a_learner_goes_back_page_by_page(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    module = BOOK.programme.module(SAMPLE.module)
    assert module is not None
    *earlier, last = module_keys(module)
    learner.open(last)
    for key in reversed(earlier):
        learner.follow(learner.link(learner.words["previous"]))
        learner.is_on(key)


@languages
def test_someone_who_was_just_scammed_finds_help_with_one_tap(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open("index")
    help_link = learner.link(learner.words["just-scammed"])
    expect(help_link).to_be_in_viewport()
    learner.follow(help_link)
    learner.is_on("help")
    first_steps = learner.page.get_by_role("heading", name=learner.words["just-scammed"])
    expect(first_steps).to_be_in_viewport()


@pages
def test_another_language_is_the_same_page(learn: Learn, key: str) -> None:
    learner = learn(SOURCE)
    learner.open(key)
    for other in [*TRANSLATIONS, SOURCE, *reversed(LANGUAGES)]:
        choice = learner.page.get_by_role("navigation", name=learner.words["languages"])
        learner.follow(choice.get_by_role("link", name=BOOK.strings[other]["language"], exact=True))
        learner.locale = other
        learner.is_on(key)


def test_the_first_tab_leads_past_the_head_of_the_page(learn: Learn) -> None:
    learner = learn("en")
    learner.open(f"{SAMPLE.module}/quiz")
    learner.page.keyboard.press("Tab")
    expect(learner.page.locator(":focus")).to_have_text(learner.words["skip"])
    learner.page.keyboard.press("Enter")
    expect(learner.page.get_by_role("main")).to_be_focused()
