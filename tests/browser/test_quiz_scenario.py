"""A story with choices: played with a finger, with the keyboard, by its links, and on paper."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Locator, Route, expect

from browser.conftest import Learn, Serve
from browser.course import feedback, mistakes, mostly_source, option, reasons, right, said
from browser.learner import Finger, Keyboard, Learner
from browser.test_accessibility import schemes, violations
from browser.test_without_scripts import read_question
from handbook.problem import Problems
from handbook.quiz.model import Item, Quiz
from handbook.quiz.parse import read_quiz
from small_book import LANGUAGES, Built, SmallBook
from told import UNIT

hands = pytest.mark.parametrize("hand", [Keyboard, Finger])

ONE = (UNIT / "items/scenario.yml").read_text(encoding="utf-8")
UPWARDS = (
    ONE.removeprefix("items:\n")
    .replace("one-scenario", "upwards")
    .replace("      safe: end\n      paid: end\n", "")
    .replace(
        "      check:\n        a: {", "      safe: end\n      paid: end\n      check:\n        a: {", 1
    )
)
"""The same story with its ends written above the step that leads to them."""

QUIZ: Quiz = read_quiz(ONE + UPWARDS, "locks", LANGUAGES, Problems())
STORIES = pytest.mark.parametrize("story", QUIZ.items, ids=[item.id for item in QUIZ.items])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    book = SmallBook(tmp_path_factory.mktemp("stories"))
    book.write("quizzes/locks.yml", ONE + UPWARDS)
    done = book.build()
    assert done.code == 0, done.output
    return done


@pytest.fixture
def site(built: Built, serve: Serve) -> str:
    return serve(built.site)


def shown_steps(place: Locator) -> list[str]:
    """The steps that can be seen, from top to bottom."""
    all_ids: list[str] = place.locator(".step").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.id.split('-').at(-1))"
    )
    return all_ids


def begun(learner: Learner) -> Learner:
    learner.open_quiz(QUIZ)
    return learner


@mostly_source
@hands
@STORIES
def test_the_best_way_gets_all_the_points(
    learn: Learn, site: str, locale: str, hand: type[Finger | Keyboard], story: Item
) -> None:
    learner = begun(learn(locale, hand, site=site, width=320))
    outcome = learner.answer(QUIZ, story, right(story))
    learner.verdict(QUIZ, story, "verdict-right")
    expect(outcome).to_contain_text(feedback(story, locale, "call.b"))
    expect(outcome).to_contain_text(feedback(story, locale, "check.a"))


@hands
@STORIES
def test_every_other_way_is_met_with_its_own_reasons(
    learn: Learn, site: str, hand: type[Finger | Keyboard], story: Item
) -> None:
    verdicts = []
    for mistake in mistakes(story):
        learner = begun(learn("en", hand, site=site, width=320))
        outcome = learner.answer(QUIZ, story, mistake.response)
        learner.verdict(QUIZ, story, mistake.verdict)
        verdicts.append(mistake.verdict)
        for reason in reasons(story):
            told = feedback(story, "en", reason) in outcome.inner_text()
            assert told is (reason in mistake.reasons), (mistake, reason)
    assert verdicts == ["verdict-wrong", "verdict-partly"]


@hands
@STORIES
def test_a_choice_is_explained_before_the_story_goes_on_below_it(
    learn: Learn, site: str, hand: type[Finger | Keyboard], story: Item
) -> None:
    learner = begun(learn("vi", hand, site=site, width=320))
    place = learner.item(QUIZ, story)
    assert shown_steps(place) == ["call"]
    expect(place.locator(".go").locator("visible=true")).to_have_count(0)
    learner.decide(place, story, "call.b")
    assert shown_steps(place) == ["call", "check"]
    text = place.locator(":focus")
    expect(text).to_contain_text(said(story, "vi", "steps", "check"))
    expect(text).to_have_accessible_description(feedback(story, "vi", "call.b"))
    expect(place.get_by_text(feedback(story, "vi", "call.b")).locator("visible=true")).to_have_count(1)
    for radio in learner.scene(place, story, "call").get_by_role("radio").all():
        expect(radio).to_be_disabled()
    learner.decide(place, story, "check.b")
    assert shown_steps(place) == ["call", "check", "paid"]
    expect(place.locator(":focus")).to_contain_text(said(story, "vi", "steps", "paid"))
    tops = [box["y"] for step in place.locator(".step.reached").all() if (box := step.bounding_box())]
    assert tops == sorted(tops)
    expect(place.get_by_role("button", name=learner.words["next"], exact=True)).to_have_count(0)


def test_a_tick_alone_does_nothing_and_can_be_changed(learn: Learn, site: str) -> None:
    (story, _) = QUIZ.items
    learner = begun(learn("en", site=site))
    place = learner.item(QUIZ, story)
    group = learner.scene(place, story, "call")
    learner.hand.tick(group.get_by_role("radio", name=option(story, "en", "call.a"), exact=True))
    assert shown_steps(place) == ["call"]
    learner.answer(QUIZ, story, right(story))
    learner.verdict(QUIZ, story, "verdict-right")


def test_what_was_ticked_before_the_script_came_counts_only_on_the_way(learn: Learn, site: str) -> None:
    (story, _) = QUIZ.items
    learner = learn("en", site=site)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    learner.page.route(re.compile("/assets/quiz/"), hold)
    with learner.page.expect_request(re.compile("/assets/quiz/")):
        learner.open("locks/quiz")
    place = learner.item(QUIZ, story)
    for made in ("call.a", "check.b"):
        place.locator(".option").filter(has_text=option(story, "en", made)).get_by_role("radio").tap()
    with learner.page.expect_response(re.compile("/assets/quiz/")):
        waiting[0].continue_()
    learner.sees_progress()
    assert shown_steps(place) == ["call"]
    learner.hand.press(place.get_by_role("button", name=learner.words["next"]).first)
    learner.check(place)
    learner.verdict(QUIZ, story, "verdict-wrong")
    expect(place.locator("input:checked")).to_have_count(1)


def test_a_story_asks_for_a_choice_and_for_its_end(learn: Learn, site: str) -> None:
    (story, _) = QUIZ.items
    learner = begun(learn("fr", Keyboard, site=site))
    place = learner.item(QUIZ, story)
    group = learner.scene(place, story, "call")
    learner.hand.press(group.get_by_role("button", name=learner.words["next"], exact=True))
    learner.is_asked(QUIZ, story, "choose-first")
    learner.check(place)
    learner.is_asked(QUIZ, story, "finish-story")
    learner.sees_answered(QUIZ, 0)
    learner.answer(QUIZ, story, right(story))
    expect(place.get_by_role("alert")).to_have_count(0)


@STORIES
def test_a_saved_way_is_there_after_a_reload_and_in_another_language(
    learn: Learn, site: str, story: Item
) -> None:
    learner = begun(learn("vi", site=site))
    learner.answer(QUIZ, story, ["b", "b"])
    learner.reload()
    for locale in ("vi", "en"):
        learner.locale = locale
        begun(learner)
        learner.verdict(QUIZ, story, "verdict-partly")
        place = learner.item(QUIZ, story)
        assert shown_steps(place) == ["call", "check", "paid"]
        expect(place.locator("input:checked")).to_have_count(2)
        learner.sees_answered(QUIZ, 1)


@pytest.mark.parametrize(
    "kept", ['["b"]', '["b","a","a"]', '["b","z"]', '"b"', "null", '{"0":"b"}', "[[]]"]
)
def test_a_saved_way_that_no_longer_fits_is_not_shown(learn: Learn, site: str, kept: str) -> None:
    (story, _) = QUIZ.items
    learner = begun(learn("en", site=site))
    learner.answer(QUIZ, story, ["b", "b"])
    stored = learner.stored() or ""
    assert '["b","b"]' in stored
    learner.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [learner.record_key, stored.replace('["b","b"]', kept)],
    )
    learner.reload()
    learner.sees_answered(QUIZ, 0)
    place = learner.item(QUIZ, story)
    assert shown_steps(place) == ["call"]
    expect(place.locator("input:checked")).to_have_count(0)
    learner.answer(QUIZ, story, right(story))


@hands
def test_a_missed_story_begins_again(learn: Learn, site: str, hand: type[Finger | Keyboard]) -> None:
    learner = begun(learn("en", hand, site=site))
    for story in QUIZ.items:
        learner.answer(QUIZ, story, ["b", "b"])
    learner.hand.press(learner.button("retry-missed"))
    expect(learner.item(QUIZ, QUIZ.items[0]).locator(":focus")).to_have_count(1)
    for story in QUIZ.items:
        place = learner.item(QUIZ, story)
        assert shown_steps(place) == ["call"]
        expect(place.get_by_text(feedback(story, "en", "call.b")).locator("visible=true")).to_have_count(
            0
        )
        learner.answer(QUIZ, story, right(story))
    learner.sees_score(QUIZ, 100)


@mostly_source
@STORIES
def test_without_scripts_a_story_is_read_and_played_by_its_links(
    learn: Learn, site: str, locale: str, story: Item
) -> None:
    learner = learn(locale, site=site, javascript=False, width=320)
    learner.open("locks/quiz")
    read_question(learner, QUIZ, story)
    place = learner.item(QUIZ, story)
    for step in story.ids("steps"):
        expect(place.get_by_text(said(story, locale, "steps", step))).to_be_visible()
    expect(place.get_by_text(learner.words["story-how"])).to_be_visible()
    expect(place.get_by_text(learner.words["story-end"])).to_have_count(2)
    numbers = {step: n for n, step in enumerate(story.structure["steps"], start=1)}
    for made, goto in (("call.b", "check"), ("check.a", "safe")):
        row = place.locator(".option").filter(has_text=option(story, locale, made))
        row.get_by_role("radio").tap()
        row.get_by_role("link", name=learner.words.fill("go-to", number=numbers[goto])).tap()
        target = learner.page.locator(":target")
        expect(target).to_be_in_viewport()
        expect(target).to_contain_text(re.compile(rf"^{numbers[goto]}\. "))
        expect(target).to_contain_text(said(story, locale, "steps", goto))


def test_a_story_that_was_begun_is_printed_whole(learn: Learn, site: str) -> None:
    (story, _) = QUIZ.items
    learner = begun(learn("vi", site=site))
    learner.answer(QUIZ, story, ["a"])
    learner.page.emulate_media(media="print")
    place = learner.item(QUIZ, story)
    assert sorted(shown_steps(place)) == ["call", "check", "paid", "safe"]
    expect(place.locator("a.go").locator("visible=true")).to_have_count(4)


@pytest.mark.parametrize("javascript", [True, False])
def test_every_control_is_44_pixels_high_and_fits_a_small_screen(
    learn: Learn, site: str, *, javascript: bool
) -> None:
    learner = learn("fr", site=site, width=320, javascript=javascript)
    learner.open("locks/quiz")
    if javascript:
        learner.sees_progress()
        learner.decide(learner.item(QUIZ, QUIZ.items[0]), QUIZ.items[0], "call.b")
    controls = learner.page.locator(".item :is(.option, button, a)").locator("visible=true").all()
    assert len(controls) >= (8 if javascript else 16)
    for control in controls:
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44, control.inner_text()
        assert box["x"] + box["width"] <= 320, control.inner_text()
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320


@mostly_source
@schemes
def test_axe_finds_nothing_before_during_and_after_a_story(
    learn: Learn, site: str, locale: str, scheme: Literal["light", "dark"]
) -> None:
    (story, _) = QUIZ.items
    learner = learn(locale, site=site)
    learner.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    begun(learner)
    place = learner.item(QUIZ, story)
    assert violations(learner.page) == []
    learner.decide(place, story, "call.b")
    assert violations(learner.page) == []
    learner.decide(place, story, "check.b")
    learner.check(place)
    learner.verdict(QUIZ, story, "verdict-partly")
    assert violations(learner.page) == []


@schemes
def test_axe_finds_nothing_on_the_sheet_without_scripts(
    learn: Learn, site: str, scheme: Literal["light", "dark"]
) -> None:
    learner = learn("vi", site=site)
    learner.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    learner.page.route(re.compile("/assets/quiz/"), lambda route: route.abort())
    learner.open("locks/quiz")
    learner.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(learner.page) == []
