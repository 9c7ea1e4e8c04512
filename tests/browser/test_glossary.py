"""A word of the glossary: its note opens in place; without scripts its link leads to the glossary."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from browser.conftest import Learn
from browser.course import BOOK, languages
from browser.learner import Keyboard, Learner
from browser.test_accessibility import SCHEMES, violations
from handbook.pages.terms import first_uses

LESSON = "safe-accounts/second-lock"


def first_term(learner: Learner) -> Locator:
    return learner.page.locator("article a.term").first


def definition(learner: Learner) -> str:
    use = next(first_uses(BOOK.page(learner.locale, LESSON), BOOK.glossary))
    return BOOK.glossary.terms[use.term].words[learner.locale].definition


def note(learner: Learner) -> Locator:
    return learner.page.get_by_role("dialog", name=re.compile(".")).locator("visible=true")


@languages
def test_a_tap_on_a_word_opens_its_note_and_a_tap_beside_closes_it(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open(LESSON)
    first_term(learner).tap()
    expect(note(learner)).to_contain_text(definition(learner))
    learner.page.touchscreen.tap(4, 200)
    expect(note(learner)).to_have_count(0)
    expect(learner.page).to_have_url(learner.address(LESSON))


@languages
def test_by_keyboard_the_note_takes_the_focus_and_gives_it_back(learn: Learn, locale: str) -> None:
    learner = learn(locale, Keyboard)
    learner.open(LESSON)
    learner.follow(first_term(learner))
    expect(note(learner)).to_be_focused()
    learner.page.keyboard.press("Escape")
    expect(note(learner)).to_have_count(0)
    expect(first_term(learner)).to_be_focused()


@languages
def test_the_note_leads_to_the_entry_in_the_glossary(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open(LESSON)
    first_term(learner).tap()
    note(learner).get_by_role("link", name=learner.words["glossary"]).tap()
    expect(learner.page.locator("dt:target + dd")).to_contain_text(definition(learner))


@languages
def test_without_scripts_a_word_leads_to_the_glossary(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open(LESSON)
    first_term(learner).tap()
    expect(learner.page.locator("dt:target + dd")).to_contain_text(definition(learner))


def test_a_browser_without_popovers_follows_the_link(learn: Learn) -> None:
    learner = learn("vi", before="delete HTMLElement.prototype.showPopover")
    learner.open(LESSON)
    first_term(learner).tap()
    expect(learner.page.locator("dt:target")).to_be_visible()


def test_axe_finds_nothing_while_a_note_is_open(learn: Learn) -> None:
    for scheme in SCHEMES:
        learner = learn("vi", width=320)
        learner.page.emulate_media(color_scheme=scheme)
        learner.open(LESSON)
        first_term(learner).tap()
        expect(note(learner)).to_be_visible()
        assert violations(learner.page) == []
        size = learner.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert size[0] <= size[1]


@languages
def test_a_printed_page_has_the_note_behind_its_word(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open(LESSON)
    learner.page.emulate_media(media="print")
    shown = first_term(learner).evaluate("word => getComputedStyle(word, '::after').content")
    assert "attr(data-note)" in shown or definition(learner)[:20] in shown
