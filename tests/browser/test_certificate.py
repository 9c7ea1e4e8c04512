"""A certificate when the rule holds and only then; the name on it stays on the phone."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import expect

from browser.certified import (
    ALL,
    COMPULSORY,
    LONG,
    NAME,
    OPTIONAL,
    button,
    certified,
    claimed,
    code_in,
    field,
    has_title,
    is_ready,
    kind,
    sheet,
    states,
    words_of,
)
from browser.conftest import Learn
from browser.course import languages, mostly_source
from browser.learner import Keyboard, Learner
from browser.test_accessibility import violations
from handbook.programme import Module

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
NOT_YET = {
    "nothing": [],
    "one-is-missing": [*COMPULSORY[1:], *OPTIONAL],
}


def titles(learner: Learner, modules: Sequence[Module]) -> list[str]:
    return [module.title[learner.locale] for module in modules]


def links_left(learner: Learner) -> list[str]:
    left = learner.page.locator("[data-part=missing] li a:visible")
    return [words_of(text) for text in left.all_inner_texts()]


@languages
@pytest.mark.parametrize("passed", NOT_YET.values(), ids=NOT_YET.keys())
def test_before_the_basics_there_is_no_certificate_but_what_is_missing(
    learn: Learn, locale: str, passed: list[Module]
) -> None:
    learner = certified(learn, locale, passed)
    expect(sheet(learner)).to_be_hidden()
    expect(field(learner)).to_be_hidden()
    for name in ("print", "save", "share"):
        expect(button(learner, name)).to_be_hidden()
    left = [module for module in COMPULSORY if module not in passed]
    more = [] if len(passed) > len(COMPULSORY) else OPTIONAL
    assert links_left(learner) == [words_of(title) for title in titles(learner, [*left, *more])]
    told = learner.words.fill("certificate-left-compulsory", n=len(left), title=kind(learner, "basics"))
    assert words_of(told) in words_of(learner.page.locator("[data-part=missing]").inner_text())
    learner.follow(learner.page.locator("[data-part=missing] li a:visible").first)
    learner.is_on(f"{left[0].slug}/index")


@languages
def test_with_the_compulsory_modules_there_is_one_for_the_basics(learn: Learn, locale: str) -> None:
    learner = certified(learn, locale, COMPULSORY)
    expect(sheet(learner)).to_contain_text(kind(learner, "basics"))
    expect(sheet(learner)).not_to_contain_text(kind(learner, "full"))
    for module in COMPULSORY:
        has_title(learner, module)
    expect(sheet(learner)).not_to_contain_text(learner.words["optional-modules"])
    assert links_left(learner) == [words_of(title) for title in titles(learner, OPTIONAL)]


@languages
def test_when_the_rule_holds_there_is_one_for_the_programme(learn: Learn, locale: str) -> None:
    learner = certified(learn, locale)
    expect(sheet(learner)).to_contain_text(kind(learner, "full"))
    expect(sheet(learner)).not_to_contain_text(kind(learner, "basics"))
    expect(sheet(learner)).to_contain_text(NAME)
    expect(sheet(learner)).to_contain_text(learner.words["certificate-self"])
    text = words_of(sheet(learner).text_content() or "")
    for n, module in enumerate(ALL):
        has_title(learner, module)
        assert words_of(learner.words.fill("cert-score", n=80 + n)) in text
    day = {"vi": "10 tháng 12, 2026", "fr": "10 décembre 2026", "en": "10 December 2026"}[locale]
    assert day in text
    expect(learner.page.locator("[data-part=missing]")).to_be_hidden()


@pytest.mark.parametrize(
    ("passed", "written"),
    [("2026-12-01", "Terminé le 1er décembre 2026"), ("long ago", "Terminé le …………")],
)
def test_a_day_is_written_as_the_french_do_or_left_to_a_pen(
    learn: Learn, passed: str, written: str
) -> None:
    learner = certified(learn, "fr")
    learner.page.evaluate(
        """(passed) => {
            const state = JSON.parse(localStorage["handbook:/pde/"]);
            for (const one of Object.values(state.profiles.one.modules)) one.passed = passed;
            localStorage["handbook:/pde/"] = JSON.stringify(state);
        }""",
        passed,
    )
    learner.page.reload()
    is_ready(learner)
    expect(sheet(learner)).to_contain_text(written)


@pytest.mark.parametrize(
    "record", ["{", '{"v": 99}', "[]", '{"v": 2, "profiles": {"a": {"modules": {"x": 7}}}}']
)
def test_a_record_that_cannot_be_read_certifies_nothing(learn: Learn, record: str) -> None:
    learner = learn("vi", before=f"localStorage.setItem('handbook:/pde/', {json.dumps(record)});")
    learner.open("certificate")
    is_ready(learner)
    expect(sheet(learner)).to_be_hidden()
    if "99" in record:
        learner.sees(learner.words["later-record"])


def test_a_browser_without_storage_says_so(learn: Learn) -> None:
    learner = learn(
        "vi", before="Object.defineProperty(window, 'localStorage', { get() { throw Error(); } });"
    )
    learner.open("certificate")
    is_ready(learner)
    learner.sees(learner.words["not-saved"])


@mostly_source
def test_the_name_is_kept_on_the_phone_and_goes_nowhere(learn: Learn, locale: str) -> None:
    learner = certified(learn, locale, name="")
    asked: list[str] = []
    learner.page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    field(learner).fill("Võ Xuân Quý")
    expect(sheet(learner)).to_contain_text("Võ Xuân Quý")
    with learner.page.expect_download() as download:
        learner.hand.press(button(learner, "save"))
    assert code_in(Path(download.value.path()).read_bytes()) == claimed(learner, ALL, "full")
    assert "Q" not in download.value.suggested_filename
    learner.page.reload()
    is_ready(learner)
    expect(field(learner)).to_have_value("Võ Xuân Quý")
    expect(sheet(learner)).to_contain_text("Võ Xuân Quý")
    addresses = learner.page.evaluate("[...document.querySelectorAll('[href]')].map((one) => one.href)")
    for told in [*asked, *addresses, learner.page.url]:
        if not told.startswith("data:"):
            assert not re.search("Xu%C3|Xuân|Qu%C3|Quý", told)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Lê\u00a0 Thị  Lan ", "Lê Thị Lan"),
        ("Le\u0302 Thi\u0323 Lan", "Lê Thị Lan"),
        ("<b>Lan</b>", "bLan/b"),
        ("Lan\u0007\u202e\u200b", "Lan"),
        ("Lan 🌾", "Lan 🌾"),
        ("x" * 59 + "🌾", "x" * 59),
    ],
)
def test_a_name_is_one_clean_line(learn: Learn, typed: str, kept: str) -> None:
    learner = certified(learn, "vi", name="")
    field(learner).evaluate(
        "(one, text) => { one.value = text; one.dispatchEvent(new Event('input')); }", typed
    )
    assert learner.page.locator("[data-part=name]").text_content() == kept
    assert json.loads(learner.stored() or "")["profiles"]["one"]["name"] == kept


def test_a_name_of_sixty_letters_fits_and_a_short_one_is_large_again(learn: Learn) -> None:
    assert len(LONG) == 60
    learner = certified(learn, "vi", name=LONG)
    name = learner.page.locator("[data-part=name]")
    assert name.evaluate("(one) => one.getComputedTextLength()") <= 1481
    field(learner).fill("Lan")
    assert name.get_attribute("font-size") == "92"


def test_a_keyboard_is_enough(learn: Learn) -> None:
    learner = certified(learn, "vi", hand=Keyboard, name="")
    assert isinstance(learner.hand, Keyboard)
    learner.hand.reach(field(learner))
    learner.page.keyboard.type("Lan")
    expect(sheet(learner)).to_contain_text("Lan")
    with learner.page.expect_download():
        learner.hand.press(button(learner, "save"))


@mostly_source
@schemes
@states
def test_axe_finds_nothing_on_a_certificate(
    learn: Learn, locale: str, scheme: Literal["light", "dark"], passed: list[Module]
) -> None:
    learner = certified(learn, locale, passed)
    learner.page.emulate_media(color_scheme=scheme)
    if passed:
        learner.hand.press(button(learner, "save"))
        expect(learner.page.locator("figure")).to_be_visible()
    assert violations(learner.page) == []


@languages
@states
def test_a_small_screen_is_wide_enough(learn: Learn, locale: str, passed: list[Module]) -> None:
    learner = certified(learn, locale, passed, width=320)
    if passed:
        learner.hand.press(button(learner, "save"))
        expect(learner.page.locator("figure")).to_be_visible()
        for one in learner.page.locator(".certificate :is(button, input):visible").all():
            box = one.bounding_box()
            assert box
            assert box["height"] >= 48
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= 320
