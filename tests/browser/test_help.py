"""Help after a fraud: one tap away, usable by anybody, and one sheet of paper on the wall."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from browser.conftest import Learn
from browser.course import BOOK, languages
from browser.learner import Finger, Keyboard, Learner
from handbook.dates import spoken_date
from handbook.pages.directives import directives_of

hands = pytest.mark.parametrize("hand", [Finger, Keyboard])
with_and_without_scripts = pytest.mark.parametrize("javascript", [True, False])
CASES = ["control", "account", "blackmail", "child", "phone", "call"]


def country(learner: Learner, name: str) -> Locator:
    return learner.page.get_by_role("main").get_by_text(learner.words[f"country-{name}"], exact=True)


@languages
@hands
@with_and_without_scripts
def test_help_is_one_tap_from_home(
    learn: Learn, locale: str, hand: type[Finger | Keyboard], javascript: bool
) -> None:
    learner = learn(locale, hand, javascript=javascript)
    learner.open("index")
    learner.hand.press(learner.page.get_by_role("main").get_by_text(learner.words["just-scammed"]))
    learner.is_on("help")


@languages
@with_and_without_scripts
def test_help_is_in_the_menu_of_a_lesson(learn: Learn, locale: str, javascript: bool) -> None:
    learner = learn(locale, javascript=javascript)
    learner.open("safe-accounts/second-lock")
    learner.page.get_by_text(learner.words["menu"], exact=True).first.tap()
    learner.page.locator(".menu").get_by_text(learner.words["just-scammed"]).tap()
    learner.is_on("help")


@languages
@pytest.mark.parametrize("case", CASES)
def test_every_other_case_is_one_tap_further(learn: Learn, locale: str, case: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("help")
    door = learner.page.locator(f"#other + ul a[href='#{case}']")
    box = door.bounding_box()
    assert box
    assert box["height"] >= 48
    door.tap()
    heading = learner.page.get_by_role("heading", name=BOOK.page(locale, "help").headings[case])
    expect(heading).to_be_in_viewport()


@languages
def test_a_number_can_be_dialled_and_says_how_far_to_trust_it(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("help")
    called = [d.word for d in directives_of(BOOK.page(locale, "help")) if d.name == "call"]
    assert len(called) >= 4
    lines = learner.page.locator(".call")
    expect(lines).to_have_count(len(called))
    for number, name in enumerate(called):
        fact, line = BOOK.facts[name], lines.nth(number)
        told = re.sub(r"\s+", " ", line.text_content() or "")
        assert spoken_date(fact.seen, locale) in told
        assert learner.words["contact-untested"].casefold() in told.casefold()
        if fact.country == "vn" and fact.link:
            number_link = line.get_by_role("link", name=fact.value[locale])
            box = number_link.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 48
            assert number_link.get_attribute("href") == fact.link


@languages
@hands
@with_and_without_scripts
def test_other_countries_unfold(
    learn: Learn, locale: str, hand: type[Finger | Keyboard], javascript: bool
) -> None:
    learner = learn(locale, hand, javascript=javascript)
    learner.open("help")
    number = learner.page.locator(".call").get_by_text(BOOK.facts["fr-33700"].value[locale])
    expect(number).to_be_hidden()
    learner.hand.press(country(learner, "fr"))
    expect(number).to_be_visible()


@languages
@with_and_without_scripts
def test_help_is_printed_on_one_sheet(learn: Learn, locale: str, javascript: bool) -> None:
    learner = learn(locale, javascript=javascript)
    learner.open("help")
    printed = learner.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_a_sheet_that_is_too_long_would_be_noticed(learn: Learn) -> None:
    learner = learn("vi")
    learner.open("help")
    learner.page.evaluate("document.querySelector('article').append('Thêm chữ. '.repeat(900))")
    printed = learner.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 1


@languages
def test_on_paper_everything_is_open(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("help")
    learner.page.emulate_media(media="print")
    for fact in ("fr-33700", "uk-report-fraud"):
        number = learner.page.locator(".call").get_by_text(BOOK.facts[fact].value[locale])
        expect(number).to_be_visible()


def test_an_older_browser_unfolds_for_paper_and_folds_again(learn: Learn) -> None:
    learner = learn("fr")
    learner.open("help")
    folded = learner.page.locator("details.local")
    folded.last.evaluate("one => { one.open = true; }")
    learner.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.evaluate_all("all => all.every(one => one.open)")
    learner.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.evaluate_all("all => all.map(one => one.open)") == [False, True]
