"""My progress: how far, what next, who is learning, and a phone that is cleared."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.conftest import Learn
from browser.course import BOOK, QUIZZES, mostly_source, right
from browser.learner import Keyboard, Learner
from browser.test_storage import REFUSED, put

MODULES = BOOK.programme.published
COMPULSORY = [module for module in MODULES if module.kind == "compulsory"]
OPTIONAL = [module for module in MODULES if module.kind == "optional"]
FIRST, SECOND = COMPULSORY[:2]


def passes(*slugs: str, **more: Any) -> dict[str, Any]:
    """A profile that passed these modules."""
    modules = {slug: {"seed": "abcd", "best": 90, "passed": "2026-11-20"} for slug in slugs}
    return {"attempts": {}, "modules": modules, "days": {}, **more}


def record(*profiles: dict[str, Any], version: int = 2) -> str:
    """The record of a phone; the first learner is learning."""
    return json.dumps(
        {"v": version, "me": "p0", "profiles": {f"p{n}": one for n, one in enumerate(profiles)}}
    )


def with_record(learner: Learner, *profiles: dict[str, Any], key: str = "progress") -> Learner:
    learner.open("about")
    put(learner.page, learner.record_key, record(*profiles))
    learner.open(key)
    if key == "progress":
        expect(learner.page.locator(".counts")).to_be_visible()
    return learner


def profiles_of(learner: Learner) -> list[dict[str, Any]]:
    return list(json.loads(learner.stored() or "")["profiles"].values())


def section(learner: Learner, name: str) -> Locator:
    """A part of the page by the words of its heading; a folded one is opened."""
    heading = learner.page.get_by_role("heading", name=learner.words[name], exact=True)
    found = learner.page.locator("section, details").filter(has=heading)
    if found.evaluate("one => one.matches('details:not([open])')"):
        learner.hand.press(found.locator("summary"))
    return found


def row(learner: Learner, slug: str) -> Locator:
    module = BOOK.programme.module(slug)
    assert module
    link = learner.page.get_by_role("link", name=module.title[learner.locale], exact=True)
    return learner.page.locator("article + .journey li").filter(has=link)


@mostly_source
def test_without_scripts_the_page_is_the_rule_and_a_paper_to_tick(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("progress")
    count = {"compulsory": len(COMPULSORY), "optional": BOOK.programme.optional_needed, "pass": 80}
    learner.sees(learner.words.fill("pass-rule", **count))
    for module in MODULES:
        expect(row(learner, module.slug)).to_contain_text(
            learner.words["paper-module"].split("…")[0].strip()
        )
    for hidden in ("own-next", "own-who", "own-carry", "own-clear"):
        expect(learner.page.get_by_role("heading", name=learner.words[hidden])).to_have_count(0)


@mostly_source
def test_each_module_tells_its_state_and_the_next_step_is_one_sentence(
    learn: Learn, locale: str
) -> None:
    answer = {"r": "a", "s": 0, "m": 1, "n": 1, "t": "2026-11-20", "b": 0}
    profile = passes(FIRST.slug, attempts={f"{SECOND.slug}/{QUIZZES[1].asked[0].id}": answer})
    learner = with_record(learn(locale), profile)
    words = learner.words
    expect(row(learner, FIRST.slug)).to_contain_text(words.fill("my-best", n=90))
    expect(row(learner, FIRST.slug)).to_contain_text("✓")
    expect(row(learner, SECOND.slug)).to_contain_text(words.fill("my-begun", n=1, of=QUIZZES[1].draw))
    expect(row(learner, OPTIONAL[0].slug)).to_contain_text(words["my-new"])
    told = words.fill("guide-finish", module=SECOND.title[locale], n=1, of=QUIZZES[1].draw)
    expect(section(learner, "own-next").locator(".say")).to_have_text(told)
    counts = {"compulsory": 1, "of": len(COMPULSORY), "optional": 0, "needed": 5}
    learner.sees(words.fill("my-counts", **counts))
    learner.sees(words.fill("my-due", n=1, missed=1))
    learner.hand.press(learner.link(words["my-to-quiz"]))
    learner.is_on(f"{SECOND.slug}/quiz")


def test_a_missing_compulsory_module_is_next_and_says_why(learn: Learn) -> None:
    learner = with_record(learn("vi"), passes(FIRST.slug, OPTIONAL[0].slug))
    shown = section(learner, "own-next")
    told = learner.words.fill("guide-compulsory", module=SECOND.title["vi"], n=SECOND.minutes)
    expect(shown.locator(".say")).to_have_text(told)
    expect(shown.locator(".because")).to_have_text(SECOND.why["vi"])
    learner.hand.press(learner.link(learner.words["my-to-module"]))
    learner.is_on(f"{SECOND.slug}/index")


def test_a_chosen_path_marks_its_modules_and_is_remembered(learn: Learn) -> None:
    learner = with_record(learn("en"), passes(*(module.slug for module in COMPULSORY)))
    track = next(name for name in BOOK.programme.tracks if name not in OPTIONAL[0].tracks)
    first = next(module for module in OPTIONAL if track in module.tracks)
    select = learner.page.get_by_label(learner.words["paths"])
    learner.hand.pick(select, BOOK.programme.tracks[track].name["en"])
    expect(learner.page.locator(".suggested")).to_have_count(sum(track in one.tracks for one in MODULES))
    told = learner.words.fill("guide-optional", module=first.title["en"], n=5)
    expect(section(learner, "own-next").locator(".say")).to_have_text(told)
    learner.page.reload()
    expect(select).to_have_value(track)


@mostly_source
@pytest.mark.parametrize(
    "key", ["index", "modules", f"{FIRST.slug}/index", f"{FIRST.slug}/{FIRST.pages[0]}"]
)
def test_cards_and_lessons_show_the_same_state(learn: Learn, locale: str, key: str) -> None:
    learner = with_record(learn(locale), passes(FIRST.slug), key=key)
    shown = learner.page.locator("[data-state=passed]")
    expect(shown).to_have_count(1)
    expect(shown).to_have_text(learner.words.fill("state-passed", n=90))


def test_the_home_page_leads_back_to_where_one_stopped(learn: Learn) -> None:
    learner = learn("fr")
    key = f"{SECOND.slug}/{SECOND.pages[1]}"
    learner.open(key)
    learner.open("index")
    link = learner.page.get_by_role("link", name=learner.words["go-on"].split("{")[0])
    expect(link).to_contain_text(BOOK.page("fr", key).title)
    learner.hand.press(link)
    learner.is_on(key)


def test_two_learners_of_a_phone_do_not_mix(learn: Learn) -> None:
    learner = with_record(learn("vi"), passes(FIRST.slug, name="Lan"))
    words = learner.words
    shown = section(learner, "own-who")
    shown.get_by_label(words["own-name"]).fill("  Mai<b> ")
    learner.hand.press(learner.button("own-add"))
    expect(shown.get_by_role("button", name="Maib", pressed=True)).to_be_visible()
    expect(row(learner, FIRST.slug)).to_contain_text(words["my-new"])
    quiz = QUIZZES[0]
    learner.open_quiz(quiz)
    expect(learner.page.get_by_role("link", name=words.fill("learning", name="Maib"))).to_be_visible()
    item = learner.asked(quiz)[0]
    learner.answer(quiz, item, right(item))
    learner.open("progress")
    shown = section(learner, "own-who")
    learner.hand.press(shown.get_by_role("button", name="Lan"))
    expect(row(learner, FIRST.slug)).to_contain_text("✓")
    mine = {one["name"]: one for one in profiles_of(learner)}
    assert mine["Lan"]["attempts"] == {}
    assert list(mine["Maib"]["attempts"]) == [f"{quiz.module}/{item.id}"]


def test_a_learner_is_renamed_and_taken_from_the_phone_after_a_second_press(learn: Learn) -> None:
    learner = with_record(learn("en"), passes(FIRST.slug, name="Lan"), passes(name="Mai"))
    shown = section(learner, "own-who")
    shown.get_by_label(learner.words["own-name"]).fill("Bình")
    learner.hand.press(learner.button("own-rename"))
    expect(shown.get_by_role("button", name="Bình", exact=True)).to_be_visible()
    learner.hand.press(learner.button("my-remove"))
    assert len(profiles_of(learner)) == 2
    learner.hand.press(
        shown.get_by_role("button", name=learner.words.fill("my-remove-sure", name="Bình"))
    )
    expect(shown.get_by_role("button", name="Bình", exact=True)).to_have_count(0)
    assert [one["name"] for one in profiles_of(learner)] == ["Mai"]


def test_a_module_is_started_again_and_keeps_its_pass(learn: Learn) -> None:
    quiz = next(quiz for quiz in QUIZZES if quiz.module == FIRST.slug)
    answer = {"r": right(quiz.asked[0]), "s": 1, "m": 1, "n": 2, "t": "2026-11-20", "b": 1}
    answers = {f"{FIRST.slug}/{item.id}": answer for item in quiz.asked} | {f"{SECOND.slug}/x": answer}
    learner = with_record(learn("fr"), passes(FIRST.slug, attempts=answers))
    shown = section(learner, "own-afresh")
    learner.hand.pick(shown.get_by_label(learner.words["modules"]), FIRST.title["fr"])
    learner.hand.press(learner.button("own-afresh-button"))
    expect(shown.get_by_role("status")).to_have_text(
        learner.words.fill("my-afresh", module=FIRST.title["fr"])
    )
    expect(row(learner, FIRST.slug)).to_contain_text("✓")
    [kept] = profiles_of(learner)
    assert all(
        one["open"] and one["n"] == 2 for name, one in kept["attempts"].items() if FIRST.slug in name
    )
    assert kept["attempts"][f"{SECOND.slug}/x"] == answer
    learner.open_quiz(quiz)
    learner.sees_answered(quiz, 0)


def test_clearing_the_phone_is_asked_twice_and_takes_everything(learn: Learn) -> None:
    learner = with_record(learn("vi", Keyboard), passes(FIRST.slug))
    put(learner.page, f"{learner.record_key}:unreadable", "{")
    put(learner.page, "another site", "stays")
    shown = section(learner, "own-clear")
    learner.hand.press(learner.button("own-clear"))
    expect(shown.locator(".asks")).to_be_focused()
    learner.hand.press(learner.button("own-clear-no"))
    assert learner.stored()
    learner.hand.press(learner.button("own-clear"))
    learner.hand.press(learner.button("own-clear-yes"))
    expect(shown.get_by_role("status")).to_have_text(learner.words["my-cleared"])
    expect(row(learner, FIRST.slug)).to_contain_text(learner.words["my-new"])
    assert learner.page.evaluate("Object.keys(localStorage)") == ["another site"]


def test_a_phone_that_is_cleared_in_one_tab_stays_cleared_when_another_goes_on(learn: Learn) -> None:
    learner = with_record(learn("vi"), passes(FIRST.slug))
    other = learner.page.context.new_page()
    other.goto(learner.address("progress"))
    other.evaluate(
        """() => { addEventListener("storage", () => { document.title = "told"; }, { once: true }); }"""
    )
    section(learner, "own-clear")
    learner.hand.press(learner.button("own-clear"))
    learner.hand.press(learner.button("own-clear-yes"))
    expect(other).to_have_title("told")
    other.get_by_label(learner.words["paths"]).select_option(
        label=BOOK.programme.tracks["family"].name["vi"]
    )
    [kept] = profiles_of(learner)
    assert (kept["track"], kept["modules"]) == ("family", {})


@mostly_source
def test_a_record_of_a_later_version_is_told_and_left_alone(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open("about")
    text = record(passes(FIRST.slug), version=3)
    put(learner.page, learner.record_key, text)
    learner.open("progress")
    expect(learner.page.get_by_role("alert")).to_have_text(learner.words["later-record"])
    section(learner, "own-who").get_by_label(learner.words["own-name"]).fill("Lan")
    learner.hand.press(learner.button("own-rename"))
    assert learner.stored() == text


def test_a_record_that_vanishes_between_two_pages_is_a_beginning(learn: Learn) -> None:
    learner = with_record(learn("vi"), passes(FIRST.slug))
    learner.page.evaluate("localStorage.clear()")
    learner.hand.pick(
        learner.page.get_by_label(learner.words["paths"]), BOOK.programme.tracks["family"].name["vi"]
    )
    expect(row(learner, FIRST.slug)).to_contain_text("✓")  # this page still knows it, and keeps it again
    learner.page.evaluate("localStorage.clear()")
    learner.open("modules")
    expect(learner.page.locator("[data-state=passed]")).to_have_count(0)
    learner.open("progress")
    expect(row(learner, FIRST.slug)).to_contain_text(learner.words["my-new"])


@pytest.mark.parametrize("refusal", REFUSED.values(), ids=REFUSED)
def test_a_browser_that_keeps_nothing_shows_the_page_and_says_so(learn: Learn, refusal: str) -> None:
    learner = learn("fr", before=refusal)
    learner.open("progress")
    expect(learner.page.get_by_role("alert")).to_have_text(learner.words["not-saved"])
    expect(row(learner, FIRST.slug)).to_contain_text(learner.words["my-new"])
    section(learner, "own-clear")
    learner.hand.press(learner.button("own-clear"))
    learner.hand.press(learner.button("own-clear-yes"))
    learner.sees(learner.words["my-not-cleared"])


@pytest.mark.parametrize("garbage", ["", "{", "5", '{"v":2,"profiles":{"x":5}}', '{"v":2,"me":"p"}'])
def test_garbage_shows_the_page_of_a_beginner(learn: Learn, garbage: str) -> None:
    learner = learn("en")
    learner.open("about")
    put(learner.page, learner.record_key, garbage)
    learner.open("progress")
    told = learner.words.fill("guide-start", module=FIRST.title["en"], n=FIRST.minutes)
    expect(section(learner, "own-next").locator(".say")).to_have_text(told)
    learner.open("modules")
    expect(learner.page.locator("[data-state=passed]")).to_have_count(0)


def test_after_a_pass_the_quiz_says_what_is_next(learn: Learn) -> None:
    learner = learn("vi")
    quiz = QUIZZES[0]
    learner.open_quiz(quiz)
    learner.answer_all(quiz)
    learner.sees_score(quiz, 100)
    learner.sees(learner.words.fill("guide-compulsory", module=SECOND.title["vi"], n=SECOND.minutes))
    learner.sees(SECOND.why["vi"])
    learner.hand.press(learner.link(learner.words["my-to-module"]))
    learner.is_on(f"{SECOND.slug}/index")


def test_the_page_of_progress_is_printed_without_buttons(learn: Learn) -> None:
    learner = with_record(learn("vi"), passes(FIRST.slug))
    learner.page.emulate_media(media="print")
    for button in learner.page.get_by_role("button").all():
        expect(button).to_be_hidden()
    expect(row(learner, FIRST.slug)).to_contain_text(re.compile("✓.*90"))
