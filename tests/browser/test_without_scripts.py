"""Without JavaScript a quiz is a sheet of paper that can be unfolded."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import (
    SAMPLE,
    feedback,
    languages,
    legend,
    not_sure,
    option,
    quizzes,
    reasons,
    said,
)
from browser.learner import Learner
from handbook.quiz.model import Item, Quiz
from handbook.quiz.registry import ITEM_TYPES
from handbook.typography import polish


def read_question(learner: Learner, quiz: Quiz, item: Item) -> None:
    """Read all of a question, then unfold its reasons."""
    place, locale = learner.item(quiz, item), learner.locale
    expect(place.get_by_role("group", name=legend(item, locale))).to_be_visible()
    for id_ in [*(item.ids("parts") or item.ids("options")), *not_sure(item)]:
        shown = place.get_by_text(option(item, locale, id_)).locator("visible=true").first
        expect(shown).to_be_visible()
    for gap in item.ids("gaps"):
        words = learner.gap(place, gap).locator("option").all_inner_texts()
        assert words[1:] == [shown_as(item, locale, "gaps", gap, id_) for id_ in item.ids("gaps", gap)]
    if item.type == "matching":
        for id_ in item.ids("options"):
            matches = learner.pair(place, item, id_).locator("option").all_inner_texts()
            assert matches[1:] == [shown_as(item, locale, "matches", one) for one in item.ids("matches")]
    place.get_by_text(learner.words["show-reasons"], exact=True).tap()
    for reason in reasons(item):
        why = place.get_by_role("listitem").filter(has_text=feedback(item, locale, reason))
        expect(why).to_be_visible()
        expect(why).to_contain_text(option_or_word(item, locale, reason))
    said_right = learner.words["is-suspicious" if item.type == "clues" else "right-option"]
    verdicts = place.locator("details").get_by_text(said_right).count()
    told = ITEM_TYPES[item.type].reasons(item, locale, learner.words)
    assert verdicts == len([reason for reason in told if reason.right])


def shown_as(item: Item, locale: str, *path: str) -> str:
    """An author's text to the letter, with the no-break spaces of its language."""
    return polish(said(item, locale, *path), locale)


def option_or_word(item: Item, locale: str, reason: str) -> str:
    if item.type == "scenario":
        return option(item, locale, reason)
    gap, _, word = reason.partition(".")
    return said(item, locale, "gaps", gap, word) if word else option(item, locale, reason)


@quizzes
@languages
def test_every_question_and_every_reason_can_be_read(learn: Learn, locale: str, quiz: Quiz) -> None:
    learner = learn(locale, javascript=False)
    learner.open(f"{quiz.module}/quiz")
    for item in quiz.asked:
        read_question(learner, quiz, item)


@languages
def test_there_is_no_button_that_does_nothing(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open(f"{SAMPLE.module}/quiz")
    expect(learner.page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(learner.page.locator("form button, form [type=submit]")).to_have_count(0)


@languages
def test_a_chosen_option_tells_its_own_verdict_and_reason(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open(f"{SAMPLE.module}/quiz")
    item = SAMPLE.asked[0]
    place = learner.item(SAMPLE, item)
    told = place.locator(".why:visible")
    expect(told).to_have_count(0)
    for id_ in item.ids("options"):
        learner.choose(place, item, id_)
        expect(told).to_have_count(1)
        verdict = "right-option" if id_ == item.key else "wrong-option"
        expect(told).to_contain_text(learner.words[verdict])
        expect(told).to_contain_text(feedback(item, locale, id_))


def test_an_answer_can_be_ticked_as_on_paper(learn: Learn) -> None:
    learner = learn("vi", javascript=False)
    learner.open(f"{SAMPLE.module}/quiz")
    item = SAMPLE.asked[0]
    learner.choose(learner.item(SAMPLE, item), item, str(item.key))
