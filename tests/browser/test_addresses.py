"""Addresses that lead elsewhere, addresses that lead nowhere, and what a page says of its own."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import BOOK, LANGUAGES, PAGE_TYPES, SOURCE, languages
from browser.test_every_page import Witness
from handbook.addresses import Addresses
from small_book import Built

PUBLIC = Addresses("https://learn.example/pde/", LANGUAGES)


@pytest.mark.parametrize("key", PAGE_TYPES)
def test_the_source_language_answers_under_its_folder_too(learn: Learn, key: str) -> None:
    learner = learn(SOURCE)
    address = learner.address(key)
    moved = address.replace(learner.site, f"{learner.site}{SOURCE}/")
    learner.page.goto(f"{moved}?from=chat&x=%C3%A9#content")
    expect(learner.page).to_have_url(f"{address}?from=chat&x=%C3%A9#content")
    title = BOOK.page(SOURCE, key).title
    expect(learner.page.get_by_role("heading", level=1)).to_have_text(title)


def test_going_back_does_not_fall_into_the_redirect_again(learn: Learn) -> None:
    learner = learn(SOURCE)
    learner.open("about")
    learner.page.goto(f"{learner.site}{SOURCE}/")
    learner.is_on("index")
    learner.page.go_back()
    learner.is_on("about")


def test_without_scripts_the_redirect_leads_there_as_well(learn: Learn) -> None:
    learner = learn(SOURCE, javascript=False)
    learner.page.goto(f"{learner.site}{SOURCE}/about/")
    learner.is_on("about")


@languages
def test_a_page_that_does_not_exist_says_so_in_its_language(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    witness = Witness(learner.page)
    folder = learner.address("index")
    learner.page.goto(f"{folder}404.html")
    assert witness.wrong == []
    heading = learner.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(learner.words["not-found-title"])
    expect(learner.page.locator("html")).to_have_attribute("lang", locale)
    for other in LANGUAGES:
        expect(learner.page.get_by_text(BOOK.strings[other]["not-found-text"])).to_be_visible()


@languages
def test_a_page_that_does_not_exist_leads_home_in_every_language(learn: Learn, locale: str) -> None:
    learner = learn(locale)
    address = f"{learner.address('index')}404.html"
    for other in LANGUAGES:
        learner.page.goto(address)
        learner.locale = other
        learner.follow(learner.link(learner.words["not-found-link"]))
        learner.is_on("index")


class Head(HTMLParser):
    """Language, canonical address and alternates of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.canonical: list[str] = []
        self.alternates: dict[str, str] = {}
        self.robots = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        if values.get("rel") == "canonical":
            self.canonical.append(values["href"])
        if values.get("rel") == "alternate" and "hreflang" in values:
            assert values["hreflang"] not in self.alternates
            self.alternates[values["hreflang"]] = values["href"]
        if values.get("name") == "robots":
            self.robots = values["content"]


@languages
@pytest.mark.parametrize("key", BOOK.keys)
def test_a_page_names_its_language_its_address_and_its_translations(
    real_site: Built, locale: str, key: str
) -> None:
    head = Head(real_site.html(PUBLIC.path(locale, key)))
    assert head.language == locale
    written = [other for other in LANGUAGES if (other, key) in BOOK.pages]
    if locale not in written:
        assert head.canonical == [PUBLIC.absolute(SOURCE, key)]
        assert "noindex" in head.robots
        assert head.alternates == {}
        return
    assert head.canonical == [PUBLIC.absolute(locale, key)]
    assert head.robots == ""
    addresses = {other: PUBLIC.absolute(other, key) for other in written}
    assert head.alternates == {**addresses, "x-default": PUBLIC.absolute(SOURCE, key)}


@pytest.mark.parametrize("key", BOOK.keys)
def test_a_redirect_is_not_for_search_engines(real_site: Built, key: str) -> None:
    head = Head(real_site.html(f"{SOURCE}/{PUBLIC.path(SOURCE, key)}"))
    assert head.canonical == [PUBLIC.absolute(SOURCE, key)]
    assert head.robots == "noindex"


def test_every_page_that_was_built_is_one_of_the_handbook(real_site: Built) -> None:
    expected = {PUBLIC.path(locale, key) for locale in LANGUAGES for key in BOOK.keys}
    expected |= {f"{SOURCE}/{PUBLIC.path(SOURCE, key)}" for key in BOOK.keys}
    files = real_site.site.rglob("index.html")
    found = {re.sub(r"^\./|^\.$", "", f"{file.parent.relative_to(real_site.site)}/") for file in files}
    assert found == expected
