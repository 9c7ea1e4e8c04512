"""A browser may keep nothing, be full or hold anything: the quiz works all the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Learn, Serve
from browser.course import SAMPLE, right
from browser.learner import Learner
from small_book import Built

REFUSED = {
    "the browser throws": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("denied", "SecurityError"); } });""",
    "there is none": 'Object.defineProperty(window, "localStorage", { get: () => null });',
}
FILL = """() => {
    for (let size = 1 << 23; size >= 1; size >>= 1) {
        for (let n = 0; ; n++) {
            try { localStorage.setItem(`other-${size}-${n}`, "x".repeat(size)); } catch { break; }
        }
    }
}"""


def put(page: Page, key: str, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def works_to_the_end(learner: Learner) -> None:
    """The quiz can be answered from the first question to the result."""
    learner.sees_answered(SAMPLE, 0)
    learner.answer_all(SAMPLE)
    learner.sees_score(SAMPLE, 100)


def works(learner: Learner) -> None:
    """The quiz can be answered; the first two questions stand for all."""
    learner.sees_answered(SAMPLE, 0)
    for item in learner.asked(SAMPLE)[:2]:
        learner.answer(SAMPLE, item, right(item))
    learner.sees_answered(SAMPLE, 2)


def remembers(learner: Learner) -> None:
    """What was answered is there on the next visit."""
    learner.reload()
    learner.sees_answered(SAMPLE, 2)


def says_that_it_cannot_save(learner: Learner, why: str = "not-saved") -> None:
    warning = learner.page.get_by_text(learner.words[why])
    expect(warning).to_have_count(1)
    expect(warning).to_be_visible()


@pytest.mark.parametrize(
    ("refusal", "locale"), [*zip(REFUSED.values(), ["vi", "fr"], strict=True)], ids=REFUSED.keys()
)
def test_a_browser_that_keeps_nothing_is_told(learn: Learn, refusal: str, locale: str) -> None:
    learner = learn(locale, before=refusal)
    learner.open_quiz(SAMPLE)
    works_to_the_end(learner)
    says_that_it_cannot_save(learner)
    learner.hand.press(learner.button("start-again"))
    works(learner)


def test_a_full_browser_is_told(learn: Learn) -> None:
    learner = learn("vi")
    learner.open("about")
    learner.page.evaluate(FILL)
    learner.open_quiz(SAMPLE)
    works(learner)
    says_that_it_cannot_save(learner)


def test_a_browser_that_keeps_the_record_says_nothing_about_it(learn: Learn) -> None:
    learner = learn("en")
    learner.open_quiz(SAMPLE)
    works(learner)
    expect(learner.page.get_by_text(learner.words["not-saved"])).to_have_count(0)


GARBAGE = [
    "",
    "{",
    "undefined",
    "[]",
    "5",
    "null",
    '"text"',
    "\u0000\ufffd",
]


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_is_kept_aside(learn: Learn, garbage: str) -> None:
    learner = learn("fr")
    learner.open("about")
    put(learner.page, learner.record_key, garbage)
    learner.open_quiz(SAMPLE)
    works(learner)
    aside = f"{learner.record_key}:unreadable"
    assert learner.page.evaluate("key => localStorage.getItem(key)", aside) == garbage
    remembers(learner)


def test_garbage_that_cannot_be_kept_aside_is_not_written_over(learn: Learn) -> None:
    learner = learn("en")
    learner.open("about")
    put(learner.page, learner.record_key, "{")
    learner.page.evaluate(FILL)
    learner.open_quiz(SAMPLE)
    works(learner)
    says_that_it_cannot_save(learner)
    assert learner.stored() == "{"


def attempt(response: object, **changes: object) -> dict[str, object]:
    """An answer as the record keeps it."""
    return {"r": response, "s": 1, "m": 1, "n": 1, "t": "2026-01-01", **changes}


def record(attempts: object = None, modules: object = None, **changes: object) -> str:
    """A record of this version, unless told otherwise; None stands for nothing yet."""
    profile = {
        "attempts": {} if attempts is None else attempts,
        "modules": {} if modules is None else modules,
    }
    return json.dumps({"v": 2, "me": "p", "profiles": {"p": profile}, **changes})


STRANGE = {
    "no profiles": record(profiles=None),
    "profiles are a list": record(profiles=[]),
    "a profile is a number": record(profiles={"p": 5}),
    "nobody of that name": record(me="q"),
    "me is a number": record(me=5),
    "attempts are text": record(attempts="x"),
    "modules are a number": record(modules=5),
    "attempts and modules are lists": record([], []),
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_a_record_with_wrong_types_is_mended(learn: Learn, text: str) -> None:
    learner = learn("en")
    learner.open("about")
    put(learner.page, learner.record_key, text)
    learner.open_quiz(SAMPLE)
    works(learner)
    remembers(learner)


FIRST, *OTHERS = sorted(SAMPLE.asked, key=lambda item: not item.must_pass)
NAME = f"{SAMPLE.module}/{FIRST.id}"
ANSWERED = {f"{SAMPLE.module}/{item.id}": attempt(right(item)) for item in OTHERS}


@pytest.mark.parametrize("strange", ["x", 1, [], None, {"best": "x"}, {"best": None}], ids=json.dumps)
def test_a_strange_result_of_the_module_is_replaced(learn: Learn, strange: object) -> None:
    module = finish_with(learn("en"), record(ANSWERED, {SAMPLE.module: strange}))["modules"]
    assert module[SAMPLE.module]["best"] == 100
    assert module[SAMPLE.module]["passed"]


@pytest.mark.parametrize(
    "strange", ["x", 5, [], None, attempt(None, n="x"), attempt(None, n=None)], ids=str
)
def test_a_strange_answer_is_replaced(learn: Learn, strange: object) -> None:
    attempts = finish_with(learn("en"), record({**ANSWERED, NAME: strange}))["attempts"]
    assert attempts[NAME]["r"] == right(FIRST)
    assert attempts[NAME]["n"] == 1


def finish_with(learner: Learner, text: str) -> Any:
    """Answer the first question, the only one still open; returns the profile that is kept."""
    learner.open("about")
    put(learner.page, learner.record_key, text)
    learner.open_quiz(SAMPLE)
    learner.sees_answered(SAMPLE, len(learner.asked(SAMPLE)) - 1)
    learner.answer(SAMPLE, FIRST, right(FIRST))
    learner.sees_score(SAMPLE, 100)
    learner.reload()
    learner.sees_score(SAMPLE, 100)
    state = json.loads(learner.stored() or "")
    return state["profiles"][state["me"]]


@pytest.mark.parametrize(
    "response",
    [None, 5, "zzz", "", [], {}, ["zzz"], {"1": "zzz"}, [["a"]], [None], True],
    ids=json.dumps,
)
def test_an_answer_that_fits_no_question_is_left_unseen(learn: Learn, response: object) -> None:
    # that nothing is suspicious does fit a message
    items = [item for item in SAMPLE.asked if response != [] or item.type != "clues"]
    text = record({f"{SAMPLE.module}/{item.id}": attempt(response) for item in items})
    learner = learn("vi")
    learner.open("about")
    put(learner.page, learner.record_key, text)
    learner.open_questions(SAMPLE, items)
    learner.sees_answered(SAMPLE, 0)
    assert learner.stored() == text
    works(learner)


def test_ticks_of_which_one_is_no_longer_an_option_are_left_unseen(learn: Learn) -> None:
    item = next(item for item in SAMPLE.asked if item.type == "multiple")
    attempts = {f"{SAMPLE.module}/{item.id}": attempt([*item.key, "zzz"])}
    learner = learn("vi")
    learner.open("about")
    put(learner.page, learner.record_key, record(attempts))
    learner.open_question(SAMPLE, item)
    works(learner)


@pytest.mark.parametrize("text", ['{"v": 99}', '{ "v":3, "profiles": {"x": 1},\n "new": [1]}'])
def test_a_record_of_a_later_version_is_left_as_it_is(learn: Learn, text: str) -> None:
    learner = learn("fr")
    learner.open("about")
    put(learner.page, learner.record_key, text)
    learner.open_quiz(SAMPLE)
    works(learner)
    says_that_it_cannot_save(learner, "later-record")
    expect(learner.page.get_by_text(learner.words["not-saved"])).to_have_count(0)
    assert learner.stored() == text
    keys = learner.page.evaluate("Object.keys(localStorage)")
    assert keys == [learner.record_key]


def test_what_a_later_version_added_to_a_record_is_kept(learn: Learn) -> None:
    learner = learn("en")
    learner.open("about")
    put(learner.page, learner.record_key, record(theme="dark"))
    learner.open_quiz(SAMPLE)
    works(learner)
    assert json.loads(learner.stored() or "")["theme"] == "dark"


def test_a_record_of_the_first_version_loses_nothing(learn: Learn) -> None:
    """Answers get their place among the reviews; names that nobody knows are kept."""
    missed, right_once = attempt("zzz", s=0, n=2, note="kept"), attempt("a", c="sure")
    attempts = {"gone/old": missed, "gone/new": right_once, f"{SAMPLE.module}/{FIRST.id}": attempt("x")}
    modules = {"gone": {"best": 90, "passed": "2026-02-03", "seed": "abc", "more": 1}}
    profile = {"attempts": attempts, "modules": modules, "colour": "green"}
    other = {"attempts": {"gone/old": right_once}, "modules": {}, "name": "Lan"}
    first = {"v": 1, "me": "p", "profiles": {"p": profile, "q": other}, "theme": "dark"}
    learner = learn("en")
    learner.open("about")
    put(learner.page, learner.record_key, json.dumps(first))
    learner.open_question(SAMPLE, FIRST)
    learner.answer(SAMPLE, FIRST, right(FIRST))
    state = json.loads(learner.stored() or "")
    mine = state["profiles"].pop("p")
    assert mine["attempts"].pop(f"{SAMPLE.module}/{FIRST.id}")["r"] == right(FIRST)
    assert mine["modules"].pop(SAMPLE.module)["seed"]
    assert mine == {
        "attempts": {"gone/old": {**missed, "b": 0}, "gone/new": {**right_once, "b": 1}},
        "modules": modules,
        "days": {},
        "colour": "green",
    }
    there = {"attempts": {"gone/old": {**right_once, "b": 1}}, "modules": {}, "days": {}, "name": "Lan"}
    assert state == {"v": 2, "me": "p", "theme": "dark", "profiles": {"q": there}}


def test_two_sites_on_one_origin_do_not_share_a_record(
    learn: Learn, serve: Serve, real_site: Built, tmp_path: Path
) -> None:
    for name in ("red", "green"):
        (tmp_path / name).symlink_to(real_site.site)
    origin = serve(tmp_path)
    learner = learn("en", site=f"{origin}red/")
    learner.open_quiz(SAMPLE)
    learner.answer(SAMPLE, FIRST, right(FIRST))
    learner.site = f"{origin}green/"
    learner.open_quiz(SAMPLE)
    learner.sees_answered(SAMPLE, 0)
    assert learner.stored() is None
    learner.site = f"{origin}red/"
    learner.open_quiz(SAMPLE)
    learner.sees_answered(SAMPLE, 1)
