"""The handbook can be put on the home screen, in each language and under any path."""

from __future__ import annotations

import json
from urllib.parse import urljoin

from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import languages
from handbook.offline.install import LEAD, PAPER
from small_book import PROJECT


@languages
def test_a_browser_finds_a_whole_app_and_nothing_wrong_with_it(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open("index")
    session = learner.page.context.new_cdp_session(learner.page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    data = json.loads(found["data"])
    home = learner.address("index")
    assert urljoin(found["url"], data["start_url"]) == home
    assert urljoin(found["url"], data["scope"]) == learner.site
    assert home.endswith(data["id"])
    assert data["lang"] == locale
    assert len(data["short_name"]) <= 12
    for icon in data["icons"]:
        address = urljoin(found["url"], icon["src"])
        size = learner.page.evaluate(
            "async (src) => { const one = new Image(); one.src = src; await one.decode(); return one.naturalWidth; }",
            address,
        )
        assert icon["sizes"] == f"{size}x{size}"
    assert {icon["purpose"] for icon in data["icons"]} == {"any", "maskable"}


@languages
def test_each_language_is_an_app_of_its_own(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    learner.open("offline")
    link = learner.page.locator("link[rel=manifest]")
    expect(link).to_have_attribute(
        "href", f"{'../' if locale == 'vi' else '../../'}app.{locale}.webmanifest"
    )


def test_the_colours_are_those_of_the_pages() -> None:
    css = (PROJECT / "overrides/assets/css/handbook.css").read_text(encoding="utf-8")
    assert f"--lead: {LEAD};" in css
    assert f"--paper: {PAPER};" in css
