"""Menu, languages, light and dark: by thumb, by keyboard, and without scripts."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from browser.conftest import Learn
from browser.course import languages
from browser.learner import Keyboard, Learner

LESSON = "safe-accounts/second-lock"


def menu_button(learner: Learner) -> None:
    learner.page.get_by_role("button", name=learner.words["menu"], exact=True).click()


@languages
def test_the_menu_opens_over_the_page_and_gives_the_focus_back(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open(LESSON)
    menu_button(learner)
    menu = learner.page.get_by_role("dialog", name=learner.words["menu"])
    expect(menu).to_be_visible()
    expect(menu.get_by_role("button", name=learner.words["close"])).to_be_focused()
    learner.page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(learner.page.get_by_role("button", name=learner.words["menu"], exact=True)).to_be_focused()


def test_the_page_behind_an_open_menu_cannot_be_reached(learn: Learn) -> None:
    learner = learn("vi", Keyboard)
    learner.open(LESSON)
    menu_button(learner)
    for _ in range(40):
        learner.page.keyboard.press("Tab")
        inside = learner.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside
    assert learner.page.locator("main").evaluate("main => main.matches(':not(dialog[open] *)')")


def test_a_tap_beside_the_menu_closes_it(learn: Learn) -> None:
    learner = learn("fr")
    learner.open(LESSON)
    menu_button(learner)
    learner.page.mouse.click(10, 300)
    expect(learner.page.get_by_role("dialog")).to_be_hidden()


@languages
def test_the_menu_leads_through_the_module_and_to_the_parts_of_the_book(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale)
    learner.open(LESSON)
    menu_button(learner)
    current = learner.page.get_by_role("dialog").locator("[aria-current=page]")
    expect(current).to_have_count(1)
    learner.page.get_by_role("dialog").get_by_role("link", name=learner.words["modules"]).click()
    expect(learner.page.get_by_role("heading", level=1)).to_have_text(learner.words["modules"])


@languages
def test_without_scripts_the_menu_stands_at_the_foot_of_the_page(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open(LESSON)
    learner.page.get_by_role("link", name=learner.words["menu"], exact=True).click()
    expect(learner.page.get_by_role("link", name=learner.words["modules"])).to_be_in_viewport()
    expect(learner.page.get_by_role("button")).to_have_count(0)


def test_a_shell_that_does_not_arrive_leaves_the_menu_at_the_foot_of_the_page(learn: Learn) -> None:
    learner = learn("vi")
    learner.page.route("**/shell.js", lambda route: route.abort())
    learner.open(LESSON)
    learner.page.get_by_role("link", name=learner.words["menu"], exact=True).click()
    expect(learner.page.get_by_role("link", name=learner.words["modules"])).to_be_in_viewport()
    learner.errors.clear()


@languages
def test_light_or_dark_is_remembered_on_the_next_page(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open(LESSON)
    light = background(learner.page)
    menu_button(learner)
    learner.page.get_by_role("button", name=learner.words["theme-dark"]).click()
    dark = background(learner.page)
    assert dark != light
    learner.open("safe-accounts/healthy-phone")
    assert background(learner.page) == dark
    menu_button(learner)
    learner.page.get_by_role("button", name=learner.words["theme-light"]).click()
    assert background(learner.page) == light


def background(page: Page) -> str:
    """Colour of the page's ground."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def test_the_systems_wish_for_dark_is_followed_without_scripts(learn: Learn) -> None:
    learner = learn("en", javascript=False)
    learner.page.emulate_media(color_scheme="dark")
    learner.open("index")
    assert (
        learner.page.locator("body").evaluate("b => getComputedStyle(b).backgroundColor")
        == "rgb(28, 23, 18)"
    )


def test_a_chosen_language_is_offered_and_nobody_is_sent_anywhere(learn: Learn) -> None:
    learner = learn("vi")
    learner.open(LESSON)
    learner.page.get_by_role("link", name="Français").click()
    expect(learner.page).to_have_url(re.compile("/fr/safe-accounts/second-lock/$"))
    learner.open("safe-accounts/healthy-phone")
    expect(learner.page).to_have_url(re.compile("/pde/safe-accounts/healthy-phone/$"))
    offer = learner.page.get_by_role("link", name="Continuer en français")
    expect(offer).to_be_visible()
    offer.click()
    expect(learner.page).to_have_url(re.compile("/fr/safe-accounts/healthy-phone/$"))
    expect(learner.page.locator(".wish:visible")).to_have_count(0)


@languages
def test_the_two_ways_in_stand_apart_on_the_home_page(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open("index")
    start = learner.page.get_by_role("link", name=learner.words["start-here"]).bounding_box()
    scammed = learner.page.get_by_role("link", name=learner.words["just-scammed"]).first.bounding_box()
    assert start
    assert scammed
    beside = scammed["x"] - (start["x"] + start["width"])
    below = scammed["y"] - (start["y"] + start["height"])
    assert max(beside, below) >= 8


def test_a_learner_who_chose_nothing_is_offered_nothing(learn: Learn) -> None:
    learner = learn("en")
    learner.open(LESSON)
    expect(learner.page.locator(".wish:visible")).to_have_count(0)


def test_a_broken_memory_breaks_nothing(learn: Learn) -> None:
    broken = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });"
    learner = learn("fr", before=broken)
    learner.open(LESSON)
    menu_button(learner)
    learner.page.get_by_role("button", name=learner.words["theme-dark"]).click()
    learner.page.get_by_role("button", name=learner.words["close"]).click()
    learner.page.get_by_role("link", name="English").click()
    expect(learner.page).to_have_url(re.compile("/en/safe-accounts/second-lock/$"))


def test_nothing_moves_while_a_page_loads(learn: Learn) -> None:
    learner = learn(
        "vi",
        before="""
        window.moved = 0;
        new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; })
          .observe({ type: "layout-shift", buffered: true });
    """,
    )
    for key in ("index", LESSON, "safe-accounts/quiz"):
        learner.open(key)
        learner.page.wait_for_load_state("networkidle")
        assert learner.page.evaluate("window.moved") < 0.02, key
