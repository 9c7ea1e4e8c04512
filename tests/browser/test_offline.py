"""What a learner saved works with the server switched off, whatever form its address has."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Learn
from browser.course import BOOK, SAMPLE, languages, mostly_source
from browser.host import Host
from browser.learner import Keyboard, Learner
from handbook.book import module_keys
from small_book import Built

MODULE = next(module for module in BOOK.programme.published if module.slug == SAMPLE.module)
OTHER = next(module for module in BOOK.programme.published if module is not MODULE)


@pytest.fixture
def host(real_site: Built) -> Iterator[Host]:
    with Host(real_site.site) as started:
        yield started


def save_button(learner: Learner, slug: str) -> None:
    row = learner.page.locator(f"#save-{slug}")
    begin = learner.words["offline-save"].partition("(")[0]
    learner.hand.press(row.get_by_role("button", name=re.compile(re.escape(begin))))


def save(learner: Learner, slug: str = SAMPLE.module) -> None:
    """Save a module by its button."""
    learner.open("offline")
    save_button(learner, slug)
    expect(learner.page.get_by_text(learner.words["offline-done"])).to_be_visible(timeout=30_000)


def registrations(page: Page) -> int:
    count: int = page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
    return count


@mostly_source
def test_a_saved_module_is_read_answered_and_counted_with_the_server_gone(
    learn: Learn, host: Host, locale: str
) -> None:
    learner = learn(locale, site=host.address)
    save(learner)
    host.stop()
    for key in (*module_keys(MODULE), "index", "modules", "help", "glossary", "today", "progress"):
        learner.open(key)
        learner.is_on(key)
        pictures = learner.page.locator("article img")
        widths = pictures.evaluate_all(
            "all => all.map((one) => (one.loading = 'eager', one.naturalWidth))"
        )
        assert all(width > 0 for width in widths) or key not in module_keys(MODULE), key
    learner.open_quiz(SAMPLE)
    learner.answer_all(SAMPLE)
    learner.sees_score(SAMPLE, 100)
    learner.open("progress")
    row = learner.page.locator(f'[data-module="{SAMPLE.module}"]')
    expect(row).to_have_attribute("data-state", "passed")
    learner.open("certificate")
    expect(learner.page.locator("[data-part=sheet], .certificate").first).to_be_attached()
    learner.open("today")
    learner.sees(learner.words["review-nothing"])


def test_the_keyboard_saves_and_hears_how_far_it_is_and_how_it_ended(learn: Learn, host: Host) -> None:
    learner = learn("en", Keyboard, site=host.address)
    learner.open("offline")
    save_button(learner, MODULE.slug)
    status = learner.page.get_by_role("status")
    expect(status).to_be_focused()
    expect(status).to_have_text(learner.words["offline-done"])
    expect(status).to_be_in_viewport()
    expect(learner.page.get_by_role("button", name=learner.words["offline-stop"])).to_have_count(0)


@languages
def test_a_page_that_is_not_saved_says_so_in_its_language_and_lists_what_is(
    learn: Learn, host: Host, locale: str
) -> None:
    learner = learn(locale, site=host.address)
    save(learner)
    host.stop()
    learner.open(f"{OTHER.slug}/index")
    heading = learner.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(learner.words["not-saved-title"])
    learner.follow(learner.link(MODULE.title[locale]))
    learner.is_on(module_keys(MODULE)[0])


def test_every_form_of_an_address_is_answered_from_what_is_saved(learn: Learn, host: Host) -> None:
    learner = learn("vi", site=host.address)
    save(learner)
    host.stop()
    key = module_keys(MODULE)[1]
    path = learner.address(key)
    query = "?utm_source=zalo&utm_medium=zalo&utm_campaign=zalo&zarsrc=30"
    source = path.replace("/pde/", "/pde/vi/")
    for form in (
        *(path + query, path.rstrip("/"), f"{path}index.html", source, f"{source.rstrip('/')}{query}"),
        *(host.address, host.address + query, f"{host.address}index.html", f"{host.address}vi/"),
        f"{path}#try",
    ):
        learner.page.goto(form)
        asked = learner.page.url.partition("#")[0].partition("?")
        assert asked[0] in (path, host.address), form
        assert asked[2] in ("", query[1:]), form
        title = BOOK.page("vi", key if asked[0] == path else "index").title
        expect(learner.page.get_by_role("heading", level=1)).to_have_text(title)
    assert learner.page.url.endswith("#try")


def test_nothing_is_registered_or_stored_before_a_learner_asks(learn: Learn, host: Host) -> None:
    learner = learn("vi", site=host.address)
    for key in ("index", f"{MODULE.slug}/index", "offline"):
        learner.open(key)
        learner.page.wait_for_load_state("networkidle")
        assert registrations(learner.page) == 0
        assert learner.page.evaluate("caches.keys()") == []
    assert "sw.js" not in host.served


def test_a_module_can_be_taken_off_and_then_everything(learn: Learn, host: Host) -> None:
    learner = learn("vi", site=host.address)
    save(learner)
    learner.hand.press(
        learner.page.locator(f"#save-{MODULE.slug}").get_by_text(learner.words["offline-delete"])
    )
    learner.sees(learner.words["offline-deleted"])
    files = "caches.keys().then(([name]) => caches.open(name)).then((store) => store.keys()).then((all) => all.length)"
    assert learner.page.evaluate(files) == 1, "only the entry that says that nothing is saved"
    save_button(learner, OTHER.slug)
    learner.sees(learner.words["offline-done"])
    learner.hand.press(learner.button("offline-delete-all"))
    learner.sees(learner.words["offline-deleted"])
    assert learner.page.evaluate("caches.keys()") == []
    learner.open("offline")
    assert registrations(learner.page) == 0


def test_what_is_cut_goes_on_where_it_stopped_and_fetches_no_file_twice(
    learn: Learn, host: Host
) -> None:
    learner = learn("vi", site=host.address)
    learner.open("offline")
    host.served.clear()
    host.left = 48
    save_button(learner, MODULE.slug)
    learner.sees(learner.words["offline-cut"])
    learner.page.goto("about:blank")
    host.left = None
    learner.open("offline")
    learner.sees(learner.words["offline-rest"].partition("{")[0])
    button = learner.words["offline-go-on"].partition("(")[0]
    learner.hand.press(learner.page.get_by_role("button", name=re.compile(re.escape(button))))
    learner.sees(learner.words["offline-done"])
    kept: list[str] = learner.page.evaluate(
        "caches.keys().then(([name]) => caches.open(name)).then((store) => store.match('/pde/?saved')).then((one) => one.json())"
        ".then(({ groups }) => Object.values(groups).flatMap(({ files }) => Object.keys(files)))"
    )
    alone = [path for path in kept if path.startswith(("assets/quiz/", f"{MODULE.slug}/"))]
    assert len(alone) > 20
    assert {path: host.served.count(path) for path in alone} == dict.fromkeys(alone, 1)


def test_a_browser_inside_an_app_says_so_and_shows_the_way_out(learn: Learn, host: Host) -> None:
    agent = "Mozilla/5.0 (Linux; Android 12) Chrome/151 Mobile Zalo android/12120542"
    before = f"Object.defineProperty(navigator, 'userAgent', {{ get: () => '{agent}' }})"
    learner = learn("vi", site=host.address, before=before)
    learner.open("offline")
    learner.sees(learner.words["offline-in-app"])
    way = learner.page.get_by_role("link", name=learner.words["offline-open"])
    expect(way).to_have_attribute(
        "href", re.compile(r"^intent://127.*/pde/offline/#Intent;scheme=http;")
    )
    expect(learner.page.locator(".offline button")).to_have_count(0)


def test_a_browser_without_workers_is_told_so(learn: Learn, host: Host) -> None:
    learner = learn("vi", site=host.address, before="delete Navigator.prototype.serviceWorker")
    learner.open("offline")
    learner.sees(learner.words["offline-unable"])
    expect(learner.page.locator(".offline button")).to_have_count(0)


def test_with_the_network_gone_the_page_still_says_what_is_saved(learn: Learn, host: Host) -> None:
    learner = learn("fr", site=host.address)
    save(learner)
    host.stop()
    learner.open("offline")
    learner.sees(learner.words["offline-away"])
    row = learner.page.locator(f"#save-{MODULE.slug}")
    expect(row).to_contain_text(learner.words["offline-saved"].partition("{")[0].strip())
