"""Questions that come back after about 1, 3, 7 and 21 days, five a day, from every module."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Learn
from browser.course import (
    BOOK,
    QUIZZES,
    SAMPLE,
    missed,
    mostly_source,
    right,
    said,
    wholly_wrong,
)
from browser.learner import Finger, Learner
from browser.reviews import (
    REVIEWS,
    attempt,
    is_day,
    module_title,
    name_of,
    opens,
    opens_and_sees,
    profile_of,
    put_profile,
    sees_end,
    shown,
    some_of,
    when,
)
from browser.test_storage import FILL, REFUSED
from handbook.quiz.model import Item, Quiz


def of_the_quiz(profile: Any) -> Any:
    """What a review never changes: the answers as the quiz knows them, and the modules."""
    kept = {
        name: {part: value for part, value in one.items() if part not in {"b", "d"}}
        for name, one in profile["attempts"].items()
    }
    return kept, profile["modules"]


def answers(learner: Learner, questions: Quiz, wrong: tuple[Item, ...] = ()) -> None:
    for item in questions.items:
        learner.answer(questions, item, wholly_wrong(item) if item in wrong else right(item))


def waits(learner: Learner, *names: str) -> Quiz:
    """Open today's page: these questions wait there, and no others."""
    questions = opens(learner)
    assert sorted(map(name_of, questions.items)) == sorted(names)
    return questions


def nothing_until(learner: Learner, days: int, state: str = "review-nothing") -> None:
    """Open today's page: nothing waits before so many days."""
    next_time = learner.words.fill("review-next", when=when(learner, days))
    opens_and_sees(learner, learner.words[state], next_time)


@mostly_source
def test_a_missed_question_is_back_the_next_day_and_a_right_one_after_3_7_and_21_days(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    is_day(learner, 0)
    learner.open_quiz(SAMPLE)
    known, failed, *_ = learner.asked(SAMPLE)
    learner.answer(SAMPLE, known, right(known))
    learner.answer(SAMPLE, failed, missed([failed])[failed.id])
    easy, hard = (f"{SAMPLE.module}/{item.id}" for item in (known, failed))
    before = of_the_quiz(profile_of(learner))
    nothing_until(learner, 1)

    is_day(learner, 1)
    answers(learner, waits(learner, hard))
    sees_end(learner, 1, 1, {3: 1})
    nothing_until(learner, 2, "review-done")

    is_day(learner, 2)
    nothing_until(learner, 1)
    is_day(learner, 3)
    answers(learner, waits(learner, easy))
    sees_end(learner, 1, 1, {7: 1})

    is_day(learner, 4)
    questions = waits(learner, hard)
    answers(learner, questions, wrong=questions.items)
    sees_end(learner, 0, 1, {1: 1})
    is_day(learner, 5)
    waits(learner, hard)

    is_day(learner, 10)
    answers(learner, waits(learner, easy, hard))
    sees_end(learner, 2, 2, {3: 1, 21: 1})
    is_day(learner, 13)
    answers(learner, waits(learner, hard))
    is_day(learner, 20)
    answers(learner, waits(learner, hard))
    is_day(learner, 30)
    nothing_until(learner, 1)
    is_day(learner, 31)
    answers(learner, waits(learner, easy))
    sees_end(learner, 1, 1, {90: 1})
    assert of_the_quiz(profile_of(learner)) == before


def test_five_a_day_come_from_several_modules_and_a_reload_goes_on_with_the_rest(learn: Learn) -> None:
    learner = learn("vi")
    names = some_of(8)
    put_profile(learner, {name: attempt(0, right=place > 2) for place, name in enumerate(names)})
    is_day(learner, 3)
    questions = opens(learner)
    asked = [name_of(item) for item in questions.items]
    assert len(asked) == 5
    assert set(names[:3]) < set(asked), "what was missed comes first"
    assert len({name.split("/")[0] for name in asked}) == 5
    for item in questions.items[:2]:
        learner.answer(questions, item, right(item))
    rest = waits(learner, *asked[2:])
    answers(learner, rest, wrong=rest.items[:1])
    learner.sees(learner.words.fill("answered", n=3, of=3))
    nothing_until(learner, 1, "review-done")
    is_day(learner, 4)
    waits(learner, *(set(names) - set(asked)), name_of(rest.items[0]))


@mostly_source
def test_the_title_of_its_module_stands_above_each_question_and_leads_there(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    put_profile(learner, {name: attempt(0, right=False) for name in some_of(3)})
    is_day(learner, 1)
    questions = opens(learner)
    for item in questions.items:
        link = learner.item(questions, item).get_by_role("link", name=module_title(item, locale))
        expect(link).to_be_visible()
    learner.follow(link)
    learner.is_on(f"{name_of(item).split('/')[0]}/index")


def test_a_second_failure_explains_in_another_way_and_says_what_to_read_again(learn: Learn) -> None:
    learner = learn("vi")
    name, item = next((name, one) for name, one in REVIEWS.items() if one.text("vi", "more") and one.see)
    put_profile(learner, {name: attempt(0, right=False)})
    is_day(learner, 1)
    questions = waits(learner, name)
    outcome = learner.answer(questions, item, wholly_wrong(item))
    expect(outcome.get_by_text(said(item, "vi", "more"))).to_be_visible()
    page, _, heading = item.see.partition("#")
    learner.follow(outcome.get_by_role("link"))
    expect(learner.page).to_have_url(f"{learner.address(page)}#{heading}")
    expect(learner.page.locator(f"#{heading}")).to_be_visible()


def test_whoever_has_answered_nothing_is_led_to_the_first_module(learn: Learn) -> None:
    learner = learn("en")
    opens_and_sees(learner, learner.words["review-none"])
    learner.follow(learner.link(learner.words["start-here"]))
    learner.is_on(f"{BOOK.programme.published[0].slug}/index")


def loaded(page: Page) -> list[str]:
    """Starts to remember what a page asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.split("/pde/")[1]))
    return asked


IMPORTS = {"true-false": "single", "clues": "multiple", "ordering": "cloze", "matching": "cloze"}


def test_only_the_index_the_questions_of_the_day_and_their_types_are_loaded(learn: Learn) -> None:
    learner = learn("fr")
    due = some_of(2, types=["single"]) + some_of(1, types=["clues"])
    others = {name: attempt(0, right=True) for name in some_of(20) if name not in due}
    put_profile(learner, {**others, **{name: attempt(0, right=False) for name in due}})
    is_day(learner, 1)
    asked = loaded(learner.page)
    waits(learner, *due)
    data = sorted(re.sub(r"\.\w{8}\.js$", "", url) for url in asked if url.startswith("assets/quiz/"))
    numbers = [BOOK.register.numbers[name] for name in due]
    items = [f"assets/quiz/item/{number}.fr" for number in numbers]
    assert data == sorted(["assets/quiz/index.fr", *items])
    types = {url.split("/types/")[1] for url in asked if "/types/" in url}
    assert types == {"single.js", "clues.js", "multiple.js"}
    assert [url for url in asked if url.startswith("assets/journey/")] == []


def test_nothing_is_loaded_for_whoever_has_answered_nothing(learn: Learn) -> None:
    learner = learn("fr")
    asked = loaded(learner.page)
    opens_and_sees(learner, learner.words["review-none"])
    assert [url for url in asked if url.startswith(("assets/quiz/", "assets/journey/"))] == []


def test_the_same_question_in_two_windows_counts_once_a_day_and_a_mistake_counts(learn: Learn) -> None:
    learner = learn("en")
    names = some_of(2, types=["single"])
    put_profile(learner, {name: attempt(0, right=True) for name in names})
    is_day(learner, 3)
    waits(learner, *names)
    other = Learner(learner.page.context.new_page(), learner.site, "en", Finger)
    is_day(other, 3)
    questions = opens(other)
    answers(other, questions)
    here = shown(learner)
    answers(learner, here, wrong=here.items[:1])
    attempts = profile_of(learner)["attempts"]
    boxes = [attempts[name_of(item)]["b"] for item in here.items]
    assert boxes == [0, 2]
    assert other.errors == []


def test_an_answer_that_was_erased_in_another_window_does_no_harm(learn: Learn) -> None:
    learner = learn("vi")
    [name] = some_of(1)
    put_profile(learner, {name: attempt(0, right=False)})
    is_day(learner, 1)
    questions = waits(learner, name)
    empty = json.dumps({"v": 2, "me": "q", "profiles": {"q": {}}})
    keep = "([key, text]) => localStorage.setItem(key, text)"
    learner.page.evaluate(keep, [learner.record_key, empty])
    answers(learner, questions)
    assert profile_of(learner)["attempts"] == {}


@pytest.mark.parametrize("refusal", REFUSED.values(), ids=REFUSED.keys())
def test_a_browser_that_keeps_nothing_is_told_on_the_page_of_today(learn: Learn, refusal: str) -> None:
    learner = learn("vi", before=refusal)
    opens_and_sees(learner, learner.words["not-saved"])


def test_a_record_of_a_later_version_is_told_and_left(learn: Learn) -> None:
    learner = learn("fr")
    learner.open("about")
    learner.page.evaluate("key => localStorage.setItem(key, '{\"v\": 3}')", learner.record_key)
    opens_and_sees(learner, learner.words["later-record"])
    assert learner.stored() == '{"v": 3}'


def test_a_full_browser_is_told_once_an_answer_cannot_be_kept(learn: Learn) -> None:
    learner = learn("en")
    names = some_of(2)
    put_profile(learner, {name: attempt(0, right=False) for name in names})
    is_day(learner, 1)
    questions = waits(learner, *names)
    learner.page.evaluate(FILL)
    answers(learner, questions)
    sees_end(learner, 2, 2, {3: 2})
    learner.sees(learner.words["not-saved"])


@mostly_source
def test_answers_to_questions_of_another_edition_are_kept_and_told(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    [name] = some_of(1)
    later = attempt(0, right=False, more="kept")
    put_profile(learner, {name: attempt(0, right=False), "later-module/new": later})
    is_day(learner, 1)
    questions = waits(learner, name)
    learner.sees(learner.words["review-unknown"])
    answers(learner, questions)
    assert profile_of(learner)["attempts"]["later-module/new"] == later


def test_a_question_that_does_not_arrive_is_told_and_can_be_tried_again(learn: Learn) -> None:
    learner = learn("vi")
    names = some_of(3)
    put_profile(learner, {name: attempt(0, right=False) for name in names})
    is_day(learner, 1)
    number = BOOK.register.numbers[names[0]]
    lost = re.compile(rf"/item/{number}\.")
    learner.page.route(lost, lambda route: route.abort())
    questions = waits(learner, *names[1:])
    learner.sees(learner.words["review-offline"])
    answers(learner, questions)
    learner.page.unroute(lost)
    learner.follow(learner.link(learner.words["review-retry"]))
    learner.sees_progress()
    assert [name_of(item) for item in shown(learner).items] == names[:1]
    expect(learner.page.get_by_text(learner.words["review-offline"])).to_be_hidden()


def test_without_the_network_the_page_says_so_and_the_quizzes_are_left(learn: Learn) -> None:
    learner = learn("fr")
    put_profile(learner, {name: attempt(0, right=False) for name in some_of(3)})
    is_day(learner, 1)
    learner.page.route(re.compile("assets/quiz/"), lambda route: route.abort())
    opens_and_sees(learner, learner.words["review-offline"], learner.words["review-all"])


@mostly_source
def test_without_scripts_the_page_leads_to_every_quiz(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("today")
    learner.sees(learner.words["review-all"])
    expect(learner.page.locator("form")).to_be_hidden()
    for quiz in QUIZZES:
        module = BOOK.programme.module(quiz.module)
        assert module is not None
        link = learner.page.get_by_role("main").get_by_role(
            "link", name=module.title[locale], exact=True
        )
        expect(link).to_have_attribute("href", f"../{quiz.module}/quiz/")
    learner.follow(link)
    learner.is_on(f"{quiz.module}/quiz")


ONE_OF_EACH = [
    name
    for kind in ("single", "clues", "ordering", "matching", "scenario")
    for name in some_of(1, types=[kind])
]
