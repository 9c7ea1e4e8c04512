"""A record goes from one phone to another: by link, QR code, file or spoken digits; nothing is lost."""

from __future__ import annotations

import json
import random
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import BOOK, QUIZZES, mostly_source, right
from browser.journey import REGISTER, attempt, day
from browser.learner import Keyboard, Learner
from browser.test_progress import FIRST, OPTIONAL, passes, profiles_of, row, section, with_record

ZALO = """Object.defineProperty(navigator, "userAgent",
    { get: () => "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/151.0 Zalo android/12345" });"""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { get: () => undefined });"


def lived() -> dict[str, Any]:
    """A learner after some weeks: answers of every type, passes, days."""
    dice = random.Random(7)
    items = {f"{quiz.module}/{item.id}": item for quiz in QUIZZES for item in quiz.items}
    answers = {name: attempt(dice, items[name], 0.8, lambda: day(dice)) for name in REGISTER}
    profile = passes(
        *(module.slug for module in BOOK.programme.published[:7]), name="Lan", track="family"
    )
    return {**profile, "attempts": answers, "days": {"1": "2026-11-20", "3": "2026-11-23"}}


def carrying(learner: Learner, *profiles: dict[str, Any]) -> Learner:
    with_record(learner, *profiles)
    section(learner, "own-carry")
    return learner


def press(learner: Learner, name: str) -> None:
    learner.hand.press(learner.button(name))


def link_of(learner: Learner) -> str:
    """The link, as an app shows it that keeps the clipboard to itself."""
    press(learner, "own-copy")
    return learner.page.get_by_label(learner.words["carry-link"]).input_value()


def arrives(learner: Learner, address: str) -> None:
    """Open a link on a phone that may have a record of its own."""
    learner.page.goto("about:blank")
    learner.page.goto(address)
    expect(learner.page.get_by_role("heading", name=learner.words["own-arrived"])).to_be_visible()


def same(kept: dict[str, Any], sent: dict[str, Any]) -> None:
    """The record that arrived is the one that was sent, but for the name."""
    assert {**kept, "name": None} == {**sent, "name": None}


@mostly_source
def test_a_link_brings_the_whole_record_after_saying_what_it_would_change(
    learn: Learn, locale: str
) -> None:
    sender = carrying(learn(locale, before=NO_CLIPBOARD), lived())
    link = link_of(sender)
    assert len(link) <= 3000
    assert "Lan" not in link
    taker = learn(locale)
    arrives(taker, link)
    words = taker.words
    taker.sees(words.fill("carry-new-answers", n=len(REGISTER)))
    taker.sees(words.fill("carry-new-days", n=2))
    taker.sees(FIRST.title[locale])
    assert taker.stored() is None
    taker.hand.press(add(taker))
    taker.sees(words["carry-done"])
    assert "#" not in taker.page.url
    same(profiles_of(taker)[0], lived())
    expect(row(taker, FIRST.slug)).to_contain_text("✓")


def add(learner: Learner) -> Any:
    """The button that adds what arrived to the learner's own record."""
    before, after = learner.words["carry-add"].split("{name}")
    return learner.page.get_by_role(
        "button", name=re.compile(f"^{re.escape(before)}.*{re.escape(after)}$")
    )


def test_exported_wiped_and_imported_it_is_the_same_record(learn: Learn) -> None:
    learner = carrying(learn("vi", Keyboard, before=NO_CLIPBOARD), lived())
    before = profiles_of(learner)[0]
    link = link_of(learner)
    section(learner, "own-clear")
    press(learner, "own-clear")
    press(learner, "own-clear-yes")
    assert learner.stored() is None
    arrives(learner, link)
    learner.hand.press(add(learner))
    learner.sees(learner.words["carry-done"])
    same(profiles_of(learner)[0], before)


def test_what_arrives_twice_changes_nothing_the_second_time(learn: Learn) -> None:
    learner = carrying(learn("en", before=NO_CLIPBOARD), lived())
    text = learner.stored()
    arrives(learner, link_of(learner))
    learner.sees(learner.words["carry-nothing-new"])
    assert learner.stored() == text


def test_a_record_is_added_to_another_and_both_keep_their_passes(learn: Learn) -> None:
    sender = carrying(learn("fr", before=NO_CLIPBOARD), passes(FIRST.slug))
    taker = with_record(learn("fr"), passes(OPTIONAL[0].slug, name="Mai"))
    arrives(taker, link_of(sender))
    taker.sees(taker.words.fill("carry-new-passes", n=1, modules=FIRST.title["fr"]))
    taker.hand.press(add(taker))
    taker.sees(taker.words["carry-done"])
    [kept] = profiles_of(taker)
    assert kept["name"] == "Mai"
    assert set(kept["modules"]) == {FIRST.slug, OPTIONAL[0].slug}


def test_a_record_may_become_another_learner_or_be_left(learn: Learn) -> None:
    sender = carrying(learn("vi", before=NO_CLIPBOARD), passes(FIRST.slug))
    link = link_of(sender)
    taker = with_record(learn("vi"), passes(OPTIONAL[0].slug, name="Mai"))
    text = taker.stored()
    arrives(taker, link)
    press(taker, "carry-leave")
    taker.sees(taker.words["carry-left-alone"])
    assert taker.stored() == text
    arrives(taker, link)
    press(taker, "carry-as-new")
    taker.sees(taker.words["carry-done"])
    assert [set(one["modules"]) for one in profiles_of(taker)] == [{OPTIONAL[0].slug}, {FIRST.slug}]


def test_the_code_on_the_screen_is_read_by_a_camera_that_is_held_aslant(learn: Learn) -> None:
    sender = carrying(learn("vi"), lived())
    press(sender, "own-qr")
    picture = sender.page.get_by_role("img", name=sender.words["carry-qr"])
    expect(picture).to_be_visible()
    picture.scroll_into_view_if_needed()
    sender.page.mouse.wheel(0, 0)
    seen = Image.open(BytesIO(sender.page.screenshot())).convert("L")
    assert seen.width == 360
    aslant = seen.rotate(10, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    codes = zxingcpp.read_barcodes(aslant.filter(ImageFilter.GaussianBlur(0.7)))
    assert len(codes) == 1
    taker = learn("vi")
    arrives(taker, codes[0].text)
    taker.hand.press(add(taker))
    taker.sees(taker.words["carry-done"])
    same(profiles_of(taker)[0], lived())


def test_a_file_keeps_everything_with_the_name(learn: Learn, tmp_path: Path) -> None:
    sender = carrying(learn("en"), {**lived(), "later": ["unknown"]})
    with sender.page.expect_download() as download:
        press(sender, "own-file")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "handbook-Lan.json"
    sender.sees(sender.words["carry-filed"])
    taker = carrying(learn("en"), passes())
    taker.page.get_by_label(taker.words["own-take-file"]).set_input_files(file)
    taker.hand.press(add(taker))
    taker.sees(taker.words["carry-done"])
    assert profiles_of(taker)[0] == {**lived(), "later": ["unknown"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "carry-garbage"),
        ("{", "carry-garbage"),
        ("[]", "carry-garbage"),
        ('{"v": 2}', "carry-garbage"),
        ('{"v": 99, "profile": {}}', "carry-later"),
        ('{"profile": {}}', "carry-later"),
        ('{"v": 2, "profile": {"attempts": 5, "modules": {"x": 1}}}', "carry-empty"),
    ],
)
def test_a_file_of_another_kind_is_refused_politely(
    learn: Learn, tmp_path: Path, text: str, told: str
) -> None:
    taker = carrying(learn("fr"), passes(FIRST.slug))
    kept = taker.stored()
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    taker.page.get_by_label(taker.words["own-take-file"]).set_input_files(file)
    taker.sees(taker.words[told])
    assert taker.stored() == kept


@pytest.mark.parametrize(
    "fragment",
    ["#r=", "#r=AQ", "#r=%00", "#n=12", "#n=x", "#r=AAAA" + "A" * 9000, "#r=<b>", "#n=" + "9" * 7000],
)
def test_a_broken_link_is_refused_politely(learn: Learn, fragment: str) -> None:
    taker = with_record(learn("vi"), passes(FIRST.slug))
    kept = taker.stored()
    arrives(taker, taker.address("progress") + fragment)
    taker.sees(taker.words["carry-garbage"])
    assert taker.stored() == kept


def test_passes_are_dictated_over_the_telephone(learn: Learn) -> None:
    sender = carrying(learn("vi"), lived())
    press(sender, "own-dictate")
    digits = sender.page.locator(".spoken").inner_text()
    assert re.fullmatch(r"\d{4}( \d{4})+", digits)
    taker = carrying(learn("vi"), passes())
    field = taker.page.get_by_label(taker.words["own-take-code"])
    field.fill(digits.replace("1", "2", 1) if "1" in digits else digits[::-1])
    press(taker, "own-take-button")
    taker.sees(taker.words["carry-garbage"])
    section(taker, "own-carry")
    field.fill(digits)
    press(taker, "own-take-button")
    taker.hand.press(add(taker))
    taker.sees(taker.words["carry-done"])
    modules = profiles_of(taker)[0]["modules"]
    assert set(modules) == set(lived()["modules"])
    assert all(set(module) == {"passed"} for module in modules.values())


def test_inside_an_app_the_address_of_the_page_carries_the_record_to_the_browser(learn: Learn) -> None:
    sender = learn("vi", before=ZALO)
    carrying(sender, lived())
    sender.sees(sender.words["own-in-app"])
    press(sender, "own-browser")
    sender.sees(sender.words["carry-browser-text"])
    address = sender.page.url
    opens = sender.page.get_by_role("link", name=sender.words["carry-open"]).get_attribute("href")
    assert opens
    assert opens.startswith("intent://127.0.0.1")
    assert address.split("//")[1] in opens
    browser = learn("vi")
    arrives(browser, address)
    browser.hand.press(add(browser))
    browser.sees(browser.words["carry-done"])
    same(profiles_of(browser)[0], lived())


def test_a_finished_quiz_arrives_as_it_was(learn: Learn) -> None:
    quiz = QUIZZES[0]
    sender = learn("vi", before=NO_CLIPBOARD)
    sender.open_quiz(quiz)
    asked = [item.id for item in sender.asked(quiz)]
    for item in sender.asked(quiz):
        sender.answer(quiz, item, right(item))
    sender.open("progress")
    section(sender, "own-carry")
    taker = learn("vi")
    arrives(taker, link_of(sender))
    taker.hand.press(add(taker))
    taker.open_quiz(quiz)
    taker.sees_score(quiz, 100)
    assert [item.id for item in taker.asked(quiz)] == asked


def test_a_link_is_never_sent_to_a_server(learn: Learn) -> None:
    sender = carrying(learn("en", before=NO_CLIPBOARD), lived())
    link = link_of(sender)
    taker = learn("en")
    asked: list[str] = []
    taker.page.on("request", lambda request: asked.append(request.url))
    arrives(taker, link)
    packed = link.split("#")[1]
    assert asked
    assert not [url for url in asked if packed[:40] in url.split("#")[0]]
    assert json.dumps(asked).count("/progress/") >= 1
