"""axe on every type of page, a walk with the Tab key, and screens of every width."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from browser.conftest import Learn
from browser.course import PAGE_TYPES, languages, mostly_source, normally
from browser.learner import Keyboard, Learner
from handbook.journey.compile import PAGES as JOURNEY

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
schemes = pytest.mark.parametrize("scheme", SCHEMES)
kinds = pytest.mark.parametrize("key", [*PAGE_TYPES, "modules", "offline", *JOURNEY])


def violations(page: Page) -> list[str]:
    """What axe finds, one line an element."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(
        """async (tags) => {
            const { violations } = await axe.run(document, { runOnly: tags });
            return violations.flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.html}`));
        }""",
        RULES,
    )
    return found


def opened(learn: Learn, locale: str, key: str, scheme: Literal["light", "dark"]) -> Learner:
    learner = learn(locale)
    learner.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    learner.open(key)
    return learner


@languages
@schemes
@kinds
def test_axe_finds_nothing(
    learn: Learn, locale: str, key: str, scheme: Literal["light", "dark"]
) -> None:
    learner = opened(learn, locale, key, scheme)
    learner.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert violations(learner.page) == []


@languages
@schemes
def test_axe_finds_nothing_while_the_menu_is_open(
    learn: Learn, locale: str, scheme: Literal["light", "dark"]
) -> None:
    learner = opened(learn, locale, "safe-accounts/second-lock", scheme)
    learner.page.get_by_role("button", name=learner.words["menu"], exact=True).click()
    assert violations(learner.page) == []


def test_axe_can_fail(learn: Learn) -> None:
    learner = opened(learn, "vi", "safe-accounts/second-lock", "light")
    learner.page.evaluate("document.querySelector('img').removeAttribute('alt')")
    assert any(line.startswith("image-alt") for line in violations(learner.page))


@mostly_source
@kinds
def test_every_stop_of_the_tab_key_can_be_seen(learn: Learn, locale: str, key: str) -> None:
    learner = learn(locale, Keyboard)
    learner.open(key)
    page = learner.page
    page.wait_for_load_state("networkidle")  # a list that comes late would push what has the focus away
    stops = 0
    while stops < 150:
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const one = document.activeElement;
                if (!one || one === document.body) return null;
                const box = one.getBoundingClientRect();
                const shown = getComputedStyle(one);
                const row = one.closest("label");
                const marked = shown.outlineStyle !== "none"
                  || (row && getComputedStyle(row).outlineStyle !== "none");
                return {
                  what: one.outerHTML.slice(0, 120), width: box.width, height: box.height, marked,
                  inside: box.left >= -1 && box.right <= innerWidth + 1 && box.bottom > 0 && box.top < innerHeight,
                };
            }"""
        )
        if stop is None:
            break
        stops += 1
        assert stop["inside"], stop["what"]
        assert stop["marked"], stop["what"]
        assert min(stop["width"], stop["height"]) >= 20, stop["what"]
    assert stops > 5


@languages
@kinds
@pytest.mark.parametrize("width", normally([320, 256], [320]))
def test_nothing_is_wider_than_a_small_screen_or_a_large_zoom(
    learn: Learn, locale: str, key: str, width: int
) -> None:
    learner = learn(locale, width=width)
    learner.open(key)
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= width


@languages
def test_headings_go_down_one_step_at_a_time(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    for key in PAGE_TYPES:
        learner.open(key)
        levels = learner.page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map((one) => Number(one.tagName[1]))"
        )
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
