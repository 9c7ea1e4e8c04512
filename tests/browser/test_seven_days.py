"""Seven days: what was done is kept and never lost, reminders are made on the phone, one sheet of paper."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Locator, expect

from browser.calendar_file import Component, read_calendar
from browser.conftest import Learn
from browser.course import BOOK, SOURCE, languages, mostly_source
from browser.learner import Finger, Keyboard, Learner
from browser.test_accessibility import SCHEMES, violations
from browser.test_storage import REFUSED
from handbook.pages.link import links_of
from small_book import Built

KEY = "seven-days"
FIRST = date(2026, 11, 30)
DAYS = range(1, 8)
SAID = {"vi": "30 tháng 11, 2026", "fr": "30 novembre 2026", "en": "30 November 2026"}
A_PAGE = re.compile(rb"/Type\s*/Page\b")
hands = pytest.mark.parametrize("hand", [Finger, Keyboard])
with_and_without_scripts = pytest.mark.parametrize("javascript", [True, False])


class Challenger:
    """A learner with the seven days before them, on a day of our choice."""

    def __init__(self, learner: Learner, today: date = FIRST) -> None:
        self.learner = learner
        self.page = learner.page
        self.words = learner.words
        self.comes(today)

    def comes(self, today: date) -> None:
        """Opens the page on this day."""
        self.page.clock.set_fixed_time(f"{today}T08:00:00")
        self.learner.open(KEY)
        expect(self.page.get_by_role("status")).not_to_be_empty()

    def day(self, n: int) -> Locator:
        return self.page.locator(f".frame-day:has(#day-{n})")

    def press(self, name: str, n: int) -> None:
        button = self.day(n).get_by_role("button", name=self.words.fill(name, n=n), exact=True)
        self.learner.hand.press(button)

    def does(self, *days: int) -> None:
        for n in days:
            self.press("days-do", n)

    def sees_done(self, *days: int) -> None:
        said = self.words.fill("days-count", n=len(days), of=len(DAYS))
        expect(self.page.get_by_role("status")).to_have_text(said)
        for n in DAYS:
            done = "done" if n in days else ""
            expect(self.day(n)).to_have_attribute("data-done", done)
            expect(self.page.locator(f".stones a[href='#day-{n}']")).to_have_attribute("data-done", done)

    def kept(self) -> dict[str, str]:
        """The days in the record of this phone."""
        key = "[...Object.keys(localStorage)].find(name => /^handbook:[^:]*$/.test(name))"
        state: dict[str, Any] = json.loads(self.page.evaluate(f"localStorage.getItem({key})"))
        days: dict[str, str] = state["profiles"][state["me"]]["days"]
        return days

    def booster(self) -> Locator:
        return self.page.get_by_role("link", name=self.words["days-booster"], exact=True)

    def makes_reminders(self) -> Component:
        """Taps for the file and opens it."""
        with self.page.expect_download() as download:
            self.learner.hand.press(
                self.page.get_by_role("link", name=self.words["reminders-make"], exact=True)
            )
        assert download.value.suggested_filename == "seven-days.ics"
        return read_calendar(Path(download.value.path()).read_bytes())


def text(place: Locator) -> str:
    return " ".join(place.inner_text().split())


@languages
@hands
def test_a_day_that_was_done_shows_its_date_and_stays_done(
    learn: Learn, locale: str, hand: type[Finger | Keyboard]
) -> None:
    one = Challenger(learn(locale, hand))
    one.sees_done()
    one.does(3)
    one.sees_done(3)
    expect(one.day(3)).to_contain_text(SAID[locale])
    one.comes(FIRST + timedelta(days=30))
    one.sees_done(3)
    expect(one.day(3)).to_contain_text(SAID[locale])
    stone = one.page.locator(".stones a[href='#day-3']")
    assert SAID[locale] in (stone.get_attribute("aria-label") or "")


@mostly_source
def test_a_day_can_be_taken_back_and_done_again(learn: Learn, locale: str) -> None:
    one = Challenger(learn(locale))
    one.does(1, 2)
    one.press("days-undo", 1)
    one.sees_done(2)
    assert one.kept() == {"2": "2026-11-30"}
    one.does(1)
    one.sees_done(1, 2)


def test_the_button_keeps_the_focus_and_names_its_day(learn: Learn) -> None:
    one = Challenger(learn(SOURCE, Keyboard))
    one.does(5)
    undo = one.page.get_by_role("button", name=one.words.fill("days-undo", n=5))
    expect(undo).to_be_focused()


def test_the_first_date_stays_whatever_another_window_does_later(learn: Learn) -> None:
    one = Challenger(learn(SOURCE))
    page = one.page.context.new_page()
    other = Challenger(Learner(page, one.learner.site, SOURCE, Finger))
    other.does(1)
    one.page.clock.set_fixed_time("2026-12-01T08:00:00")
    one.does(1)
    assert one.kept() == {"1": "2026-11-30"}
    one.sees_done(1)


@pytest.mark.parametrize("kept", [{"1": "soon"}, {"1": ""}, {"9": "2026-11-30"}, {"1": "2026-99-99"}])
def test_a_date_that_cannot_be_read_breaks_nothing(learn: Learn, kept: dict[str, str]) -> None:
    one = Challenger(learn(SOURCE))
    one.does(2)
    one.page.evaluate(
        """(days) => {
            const key = Object.keys(localStorage).find((name) => /^handbook:[^:]*$/.test(name));
            const state = JSON.parse(localStorage.getItem(key));
            state.profiles[state.me].days = days;
            localStorage.setItem(key, JSON.stringify(state));
        }""",
        kept,
    )
    one.comes(FIRST)
    one.sees_done()
    one.does(1)
    one.sees_done(1)


@languages
def test_after_seven_days_one_sentence_praises_and_says_when_questions_come(
    learn: Learn, locale: str
) -> None:
    one = Challenger(learn(locale))
    praise = one.page.get_by_text(one.words["days-all"])
    one.does(*DAYS[:-1])
    expect(praise).to_have_count(0)
    one.does(7)
    expect(praise).to_be_visible()
    assert SAID[locale].replace("30", "14").split()[0] in text(praise)
    expect(one.booster()).to_be_hidden()


@languages
def test_two_weeks_after_the_first_day_five_questions_stand_at_the_top(
    learn: Learn, locale: str
) -> None:
    one = Challenger(learn(locale))
    one.does(2)
    one.comes(FIRST + timedelta(days=5))
    one.does(1)
    one.comes(FIRST + timedelta(days=13))
    expect(one.booster()).to_be_hidden()
    one.comes(FIRST + timedelta(days=14))
    expect(one.booster()).to_be_visible()
    expect(one.page.locator("article > p").nth(1)).to_contain_text(one.words["days-booster"])
    one.sees_done(1, 2)
    one.learner.hand.press(one.booster())
    one.learner.is_on("booster")


@pytest.mark.parametrize("before", REFUSED.values(), ids=REFUSED)
def test_where_nothing_is_kept_the_page_says_so_and_works(learn: Learn, before: str) -> None:
    one = Challenger(learn(SOURCE, before=before))
    one.does(1)
    one.sees_done(1)
    expect(one.day(1).get_by_role("alert")).to_have_text(one.words["not-saved"])


def test_a_record_of_a_later_edition_is_left_alone(learn: Learn) -> None:
    one = Challenger(learn(SOURCE))
    one.does(1)
    one.page.evaluate(
        """() => {
            const key = Object.keys(localStorage).find((name) => /^handbook:[^:]*$/.test(name));
            localStorage.setItem(key, '{"v": 99}');
        }"""
    )
    one.comes(FIRST)
    expect(one.page.get_by_role("alert")).to_have_text(one.words["later-record"])


@languages
def test_without_scripts_the_lines_for_paper_stand_there_and_no_button(
    learn: Learn, locale: str
) -> None:
    learner = learn(locale, javascript=False)
    learner.open(KEY)
    lines = learner.page.get_by_text(learner.words["day-paper"])
    expect(lines).to_have_count(len(DAYS))
    for line in lines.all():
        expect(line).to_be_visible()
    for part in (".week", ".reminders", ".day-mark"):
        assert not learner.page.locator(part).locator("visible=true").count()


@languages
@with_and_without_scripts
def test_the_days_are_printed_on_one_sheet_to_be_folded(
    learn: Learn, locale: str, javascript: bool
) -> None:
    learner = learn(locale, javascript=javascript)
    learner.open(KEY)
    printed = learner.page.pdf(prefer_css_page_size=True)
    assert len(A_PAGE.findall(printed)) == 1
    [(width, height)] = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert (round(float(width)), round(float(height))) == (842, 595)  # A4 on its side, in points


def test_a_sheet_that_is_too_long_would_be_noticed(learn: Learn) -> None:
    one = Challenger(learn(SOURCE))
    one.page.evaluate("document.querySelector('article').append('Thêm chữ. '.repeat(900))")
    assert len(A_PAGE.findall(one.page.pdf(prefer_css_page_size=True))) > 1


@mostly_source
def test_on_paper_every_day_has_its_line_to_sign_and_nothing_to_press(learn: Learn, locale: str) -> None:
    one = Challenger(learn(locale))
    one.does(1)
    one.page.emulate_media(media="print")
    for line in one.page.get_by_text(one.words["day-paper"]).all():
        expect(line).to_be_visible()
        box = line.bounding_box()
        assert box
        assert box["height"] >= 30  # eight millimetres to write in
    assert not one.page.get_by_role("button").locator("visible=true").count()
    expect(one.page.locator(".reminders")).to_be_hidden()


@pytest.mark.parametrize("locale", BOOK.languages)
def test_the_days_lead_only_to_pages_that_are_published(locale: str) -> None:
    page = BOOK.page(locale, KEY)
    targets = [link.target for link in links_of(page)]
    assert targets
    for target in targets:
        path, _ = urldefrag(target)
        if path.endswith(".md"):
            assert path.removesuffix(".md") in BOOK.keys


@languages
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_before_and_after(learn: Learn, locale: str, scheme: str) -> None:
    learner = learn(locale, width=320)
    learner.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    one = Challenger(learner)
    assert violations(one.page) == []
    one.does(*DAYS)
    one.comes(FIRST + timedelta(days=20))
    assert violations(one.page) == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_control_is_large_enough_for_a_thumb(learn: Learn) -> None:
    one = Challenger(learn(SOURCE, width=320))
    one.does(1)
    for control in one.page.locator(".stones a, .day-mark button, .reminders :is(input, a)").all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_the_scripts_weigh_at_most_1750_bytes(real_site: Built) -> None:
    [folder] = real_site.site.glob("assets/*/js/journey")
    files = [folder / name for name in ("seven-days.js", "calendar.js")]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= 1750
