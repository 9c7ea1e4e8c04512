"""Reminders for the phone's own calendar, made in the browser and read back as strictly as calendars may."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote, urldefrag

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from browser.calendar_file import read_calendar
from browser.conftest import Learn
from browser.course import BOOK, SOURCE, languages
from browser.learner import Finger, Keyboard
from browser.test_seven_days import FIRST, KEY, Challenger, hands
from small_book import Built


@languages
@hands
def test_reminders_come_once_a_day_and_again_two_weeks_after_the_first(
    learn: Learn, locale: str, hand: type[Finger | Keyboard]
) -> None:
    one = Challenger(learn(locale, hand))
    calendar = one.makes_reminders()
    assert calendar.values["VERSION"] == "2.0"
    assert calendar.values["PRODID"]
    shifts = [*range(7), 14]
    assert len(calendar.parts) == len(shifts)
    for event, shift in zip(calendar.parts, shifts, strict=True):
        day = FIRST + timedelta(days=1 + shift)
        assert event.name == "VEVENT"
        assert event.values["DTSTART"] == f"{day:%Y%m%d}T193000"  # no zone: the phone's own time
        assert event.values["DTSTAMP"] == "20261130T080000Z"
        assert event.text("DESCRIPTION") == event.values["URL"]
        [alarm] = event.parts
        assert (alarm.name, alarm.values["ACTION"], alarm.values["TRIGGER"]) == (
            "VALARM",
            "DISPLAY",
            "PT0S",
        )
        assert alarm.text("DESCRIPTION") == event.text("SUMMARY")


@languages
def test_a_reminder_names_its_day_and_leads_to_it(learn: Learn, locale: str) -> None:
    one = Challenger(learn(locale))
    *days, last = one.makes_reminders().parts
    headings = BOOK.page(locale, KEY).headings
    for n, event in enumerate(days, start=1):
        label = one.words.fill("frame-day", n=n)
        assert " ".join(event.text("SUMMARY").split()) == f"{label}: {headings[f'day-{n}']}"
        address, heading = urldefrag(event.values["URL"])
        assert (address, heading) == (one.learner.address(KEY), f"day-{n}")
    assert " ".join(last.text("SUMMARY").split()) == one.words["days-booster"]
    assert last.values["URL"] == one.learner.address("booster")


def test_first_day_and_time_are_the_learners_and_the_same_reminders_move(learn: Learn) -> None:
    one = Challenger(learn(SOURCE))
    before = one.makes_reminders().parts
    one.page.get_by_label(one.words["reminders-first"]).fill("2026-12-28")
    one.page.get_by_label(one.words["reminders-time"]).fill("06:05")
    after = one.makes_reminders().parts
    starts = [event.values["DTSTART"] for event in after]
    assert starts[0] == "20261228T060500"
    assert starts[6:] == ["20270103T060500", "20270111T060500"]
    names = [event.values["UID"] for event in after]
    assert names == [event.values["UID"] for event in before]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("first", ["", "2026-11-29"])
def test_a_day_that_is_past_or_missing_makes_no_file(learn: Learn, first: str) -> None:
    one = Challenger(learn(SOURCE))
    field = one.page.get_by_label(one.words["reminders-first"])
    field.fill(first)
    link = one.page.get_by_role("link", name=one.words["reminders-make"], exact=True)
    link.tap()
    expect(field).to_be_focused()
    assert (link.get_attribute("href") or "").startswith("#")


@languages
@pytest.mark.parametrize(
    "browser_name", ["Zalo/24.11", "FBAN/FBIOS", "Linux; Android 9; SM-J400F; wv) Chrome/119"]
)
def test_within_an_app_the_file_travels_in_the_link_and_words_lead_to_a_browser(
    learn: Learn, locale: str, browser_name: str
) -> None:
    before = (
        f'Object.defineProperty(navigator, "userAgent", {{ value: "Mozilla/5.0 ({browser_name}" }});'
    )
    one = Challenger(learn(locale, before=before))
    expect(one.page.get_by_text(one.words["reminders-in-app"])).to_be_visible()
    link = one.page.get_by_role("link", name=one.words["reminders-make"], exact=True)
    with one.page.expect_download():
        link.tap()
    kind, _, file = (link.get_attribute("href") or "").partition(",")
    assert kind == "data:text/calendar;charset=utf-8"
    assert len(read_calendar(unquote(file).encode()).parts) == 8


def test_in_a_browser_nothing_is_said_of_apps(learn: Learn) -> None:
    one = Challenger(learn(SOURCE))
    expect(one.page.get_by_text(one.words["reminders-in-app"])).to_be_hidden()


def test_any_title_is_folded_and_escaped_as_calendars_want_it(learn: Learn, real_site: Built) -> None:
    one = Challenger(learn(SOURCE))
    [module] = real_site.site.glob("assets/*/js/journey/calendar.js")
    address = f"{one.learner.site}{module.relative_to(real_site.site)}"
    one.page.evaluate(
        "address => import(address).then(({ calendar }) => { window.calendar = calendar; })", address
    )
    letters = st.characters(exclude_categories=("C", "Z"), include_characters=" ")

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(st.text(letters, min_size=1, max_size=120))
    def holds(title: str) -> None:
        assert written(one.page, title) == title

    holds()
    for title in ["a" * 74, "ế" * 25, "🧑‍🌾" * 12, r"a\b;c,d\\", "\\n"]:
        assert written(one.page, title) == title


def written(page: Page, title: str) -> str:
    """The title of an event after it went through a file."""
    file = page.evaluate(
        "title => calendar([{ uid: '1@x', start: '2026-12-01T19:30', title, url: 'https://x.example/' }])",
        title,
    )
    [event] = read_calendar(file.encode()).parts
    return event.text("SUMMARY")
