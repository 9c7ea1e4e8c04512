"""An item to match, on a site of its own: by keyboard, by thumb, without scripts, and its scoring."""

from __future__ import annotations

import itertools
import json
from typing import Literal

import pytest
from playwright.sync_api import expect

from browser.conftest import Learn, Serve
from browser.course import Mistake, feedback, legend, mistakes, mostly_source, option, right, said
from browser.learner import Finger, Keyboard, Learner
from browser.test_accessibility import schemes, violations
from browser.test_without_scripts import read_question
from handbook.problem import Problems
from handbook.quiz.parse import read_quiz
from small_book import LANGUAGES, Built, SmallBook
from told import UNIT

TEXT = (UNIT / "items/matching.yml").read_text(encoding="utf-8")
QUIZ = read_quiz(TEXT, "locks", LANGUAGES, Problems())
(ITEM,) = QUIZ.items
KEY = right(ITEM)
WRONG, *PARTLY = mistakes(ITEM)
OPTIONS = ITEM.ids("options")

hands = pytest.mark.parametrize("hand", [Keyboard, Finger])
Hand = type[Finger | Keyboard]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A handbook whose only question is one to match."""
    book = SmallBook(tmp_path_factory.mktemp("matching"))
    book.write("quizzes/locks.yml", TEXT)
    site = book.build()
    assert site.code == 0, site.output
    return site


@pytest.fixture
def site(built: Built, serve: Serve) -> str:
    return serve(built.site)


def opened(learn: Learn, site: str, locale: str = "en", hand: Hand = Finger) -> Learner:
    learner = learn(locale, hand, site=site, width=320)
    learner.open_quiz(QUIZ)
    return learner


def sees_mistake(learner: Learner, mistake: Mistake) -> None:
    """The verdict, exactly the reasons of the mistake, and a sign on every row."""
    learner.verdict(QUIZ, ITEM, mistake.verdict)
    place = learner.item(QUIZ, ITEM)
    rows = place.get_by_role("group", name=legend(ITEM, learner.locale)).get_by_role("listitem")
    for id_ in OPTIONS:
        why = place.get_by_text(feedback(ITEM, learner.locale, id_)).locator("visible=true")
        expect(why).to_have_count(1 if id_ in mistake.reasons else 0)
        expect(rows.nth(OPTIONS.index(id_))).to_contain_text("✗" if id_ in mistake.reasons else "✓")


@mostly_source
@hands
def test_the_key_gives_all_the_points_and_tells_every_reason(
    learn: Learn, site: str, locale: str, hand: Hand
) -> None:
    learner = opened(learn, site, locale, hand)
    outcome = learner.answer(QUIZ, ITEM, KEY)
    learner.verdict(QUIZ, ITEM, "verdict-right")
    assert isinstance(KEY, dict)
    for id_, match in KEY.items():
        pair = f"{option(ITEM, locale, id_)} → {said(ITEM, locale, 'matches', match)}"
        expect(outcome).to_contain_text(pair)
        expect(outcome).to_contain_text(feedback(ITEM, locale, id_))
    learner.sees_score(QUIZ, 100)


@hands
def test_every_single_deviation_is_met_with_its_own_reason(learn: Learn, site: str, hand: Hand) -> None:
    learner = opened(learn, site, hand=hand)
    assert len(PARTLY) == len(OPTIONS) * (len(ITEM.ids("matches")) - 1)
    for mistake in PARTLY:
        learner.answer(QUIZ, ITEM, mistake.response)
        sees_mistake(learner, mistake)
        learner.sees_score(QUIZ, 66)
        learner.hand.press(learner.button("start-again"))


@mostly_source
@hands
def test_an_answer_wrong_throughout_tells_every_right_match(
    learn: Learn, site: str, locale: str, hand: Hand
) -> None:
    learner = opened(learn, site, locale, hand)
    learner.answer(QUIZ, ITEM, WRONG.response)
    sees_mistake(learner, WRONG)
    learner.sees_score(QUIZ, 0)


@hands
def test_half_an_answer_is_not_checked(learn: Learn, site: str, hand: Hand) -> None:
    learner = opened(learn, site, hand=hand)
    place = learner.item(QUIZ, ITEM)
    learner.check(place)
    learner.is_asked(QUIZ, ITEM, "choose-first")
    learner.hand.pick(learner.pair(place, ITEM, "b"), said(ITEM, "en", "matches", "x"))
    learner.check(place)
    learner.is_asked(QUIZ, ITEM, "choose-first")
    learner.sees_answered(QUIZ, 0)


@pytest.mark.parametrize("mistake", [WRONG, PARTLY[0]])
def test_a_saved_answer_is_there_after_a_reload_and_in_another_language(
    learn: Learn, site: str, mistake: Mistake
) -> None:
    learner = opened(learn, site)
    learner.answer(QUIZ, ITEM, mistake.response)
    learner.reload()
    sees_mistake(learner, mistake)
    learner.locale = "vi"
    learner.open_quiz(QUIZ)
    sees_mistake(learner, mistake)
    assert isinstance(mistake.response, dict)
    for id_, match in mistake.response.items():
        expect(learner.pair(learner.item(QUIZ, ITEM), ITEM, id_)).to_have_value(match)


UNFIT = [
    {"a": "z", "b": "x"},
    {"a": "z", "b": "x", "c": "gone"},
    {"a": "z", "b": "x", "c": "y", "d": "w"},
    {"a": "z", "b": "x", "c": ["y"]},
    ["z", "x", "y"],
    "zxy",
    None,
]


@pytest.mark.parametrize("saved", UNFIT, ids=json.dumps)
def test_a_saved_answer_that_no_longer_fits_opens_the_question(
    learn: Learn, site: str, saved: object
) -> None:
    learner = opened(learn, site)
    learner.answer(QUIZ, ITEM, KEY)
    state = json.loads(learner.stored() or "")
    state["profiles"][state["me"]]["attempts"]["locks/one-matching"]["r"] = saved
    learner.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [learner.record_key, json.dumps(state)]
    )
    learner.reload()
    learner.sees_answered(QUIZ, 0)
    place = learner.item(QUIZ, ITEM)
    for id_ in OPTIONS:
        expect(learner.pair(place, ITEM, id_)).to_have_value("")
        expect(learner.pair(place, ITEM, id_)).to_be_enabled()
    learner.answer(QUIZ, ITEM, KEY)
    learner.verdict(QUIZ, ITEM, "verdict-right")


def test_the_order_of_the_choices_does_not_matter(learn: Learn, site: str) -> None:
    kept = []
    assert isinstance(KEY, dict)
    for order in (OPTIONS, OPTIONS[::-1]):
        learner = opened(learn, site)
        place = learner.item(QUIZ, ITEM)
        for id_ in order:
            learner.hand.pick(learner.pair(place, ITEM, id_), said(ITEM, "en", "matches", KEY[id_]))
        learner.check(place)
        learner.verdict(QUIZ, ITEM, "verdict-right")
        state = json.loads(learner.stored() or "")
        kept.append(json.dumps(state["profiles"][state["me"]]["attempts"]["locks/one-matching"]["r"]))
    assert kept == [json.dumps(KEY)] * 2


@mostly_source
def test_without_scripts_all_of_it_can_be_read(learn: Learn, site: str, locale: str) -> None:
    learner = learn(locale, site=site, width=320, javascript=False)
    learner.open("locks/quiz")
    read_question(learner, QUIZ, ITEM)
    learner.choose(learner.item(QUIZ, ITEM), ITEM, KEY)
    expect(learner.page.locator("form button, form [type=submit]")).to_have_count(0)


@schemes
@mostly_source
def test_axe_finds_nothing_before_and_after_an_answer(
    learn: Learn, site: str, locale: str, scheme: Literal["light", "dark"]
) -> None:
    learner = learn(locale, site=site, width=320)
    learner.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    learner.open_quiz(QUIZ)
    assert violations(learner.page) == []
    learner.answer(QUIZ, ITEM, PARTLY[0].response)
    learner.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(learner.page) == []
    learner.hand.press(learner.button("start-again"))
    learner.answer(QUIZ, ITEM, KEY)
    assert violations(learner.page) == []


@pytest.mark.parametrize("width", [256, 320, 640])
def test_every_control_is_high_enough_and_long_texts_stay_on_the_screen(
    learn: Learn, site: str, width: int
) -> None:
    learner = learn("vi", site=site, width=width)
    learner.open_quiz(QUIZ)
    learner.page.evaluate(
        """() => {
            const long = " bằng thứ chắc nhất mà cả nhà đang có".repeat(3) + "x".repeat(60);
            for (const text of document.querySelectorAll(".item li span, .item option")) text.append(long);
        }"""
    )
    fieldset = learner.item(QUIZ, ITEM).get_by_role("group", name=legend(ITEM, "vi"))
    for answered in (False, True):
        if answered:
            for control in fieldset.get_by_role("combobox").all():
                control.select_option("w")
            learner.check(learner.item(QUIZ, ITEM))
            expect(fieldset.get_by_role("combobox").first).to_be_disabled()
        assert learner.page.evaluate("document.documentElement.scrollWidth") <= width
        controls = [*fieldset.get_by_role("combobox").all(), *fieldset.get_by_role("listitem").all()]
        for control in controls:
            box = control.bounding_box()
            assert box
            assert box["height"] >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width


SHIPPED = """async ([address, item, responses]) => {
    const { score, marks, told } = await import(address);
    return responses.map((one) => [score(item, one), marks(item, one), told(item, one)]);
}"""


def test_the_shipped_scoring_gives_a_point_for_each_option_matched_rightly(
    learn: Learn, site: str, built: Built
) -> None:
    learner = opened(learn, site)
    (module,) = built.site.glob("assets/*/js/quiz/types/matching.js")
    address = site + module.relative_to(built.site).as_posix()
    chosen = list(itertools.product(ITEM.ids("matches"), repeat=len(OPTIONS)))
    responses = [dict(zip(OPTIONS, matches, strict=True)) for matches in chosen]
    backwards = [dict(reversed(response.items())) for response in responses]
    ran = learner.page.evaluate(SHIPPED, [address, {"key": KEY}, responses])
    assert learner.page.evaluate(SHIPPED, [address, {"key": KEY}, backwards]) == ran
    assert isinstance(KEY, dict)
    for response, (score, marks, told) in zip(responses, ran, strict=True):
        hits = [id_ for id_ in OPTIONS if response[id_] == KEY[id_]]
        assert score == {"score": len(hits), "max": len(OPTIONS)}
        assert 0 <= score["score"] <= score["max"]
        assert (score["score"] == score["max"]) is (response == KEY)
        assert marks == {id_: "right" if id_ in hits else "wrong" for id_ in OPTIONS}
        assert told == ([id_ for id_ in OPTIONS if id_ not in hits] or list(OPTIONS))
