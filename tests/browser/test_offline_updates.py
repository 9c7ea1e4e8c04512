"""What was saved stays whole while the site changes: an update is offered, verified, and switched at once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Learn
from browser.host import Host
from browser.learner import Learner
from small_book import SmallBook

DOOR = "docs/vi/locks/door.md"
URL = {"SITE_URL": "https://learn.example/pde/"}
SOON = 60_000
"""Milliseconds: a browser looks for another worker when it is at rest."""
Edition = Callable[..., Path]


@pytest.fixture
def edition(book: SmallBook, tmp_path: Path) -> Edition:
    """Builds the book as it stands; each edition in a folder of its own."""

    def make(name: str, **environment: str) -> Path:
        built = book.build(**URL, **environment)
        assert built.code == 0, built.output
        return built.site.rename(tmp_path / name)

    return make


def begin_of(learner: Learner, word: str) -> re.Pattern[str]:
    return re.compile(re.escape(learner.words[word].partition("(")[0]))


def press(learner: Learner, word: str) -> None:
    learner.hand.press(learner.page.get_by_role("button", name=begin_of(learner, word)).first)


def save_all(learner: Learner) -> None:
    learner.open("offline")
    press(learner, "offline-all")
    learner.sees(learner.words["offline-done"])


@pytest.fixture
def host(edition: Edition) -> Iterator[Host]:
    """Serves the first edition."""
    with Host(edition("first")) as running:
        yield running


@pytest.fixture
def learner(learn: Learn, host: Host) -> Learner:
    """Somebody who has saved all of it."""
    saver = learn("vi", site=host.address)
    save_all(saver)
    return saver


def reads(learner: Learner, text: str) -> None:
    learner.open("locks/door")
    expect(learner.page.get_by_role("article")).to_contain_text(text)


def test_an_edited_page_is_offered_and_costs_one_file(
    host: Host, learner: Learner, book: SmallBook, edition: Edition
) -> None:
    book.change(DOOR, "Text with", "Chữ mới")
    host.site = edition("second")
    reads(learner, "Text with")
    learner.open("locks/quiz")
    learner.sees(learner.words["offline-newer-say"])
    learner.follow(learner.link(learner.words["offline-newer-more"]))
    host.served.clear()
    press(learner, "offline-update")
    learner.sees(learner.words["offline-done"])
    fetched = [
        path
        for path in host.served
        if not path.startswith(("offline.json", "assets/offline/")) and "search/" not in path
    ]  # who saved the search gets the pieces that changed, too
    assert [path for path in fetched if path != "sw.js"] == ["locks/door/"]
    host.stop()
    reads(learner, "Chữ mới")


def test_nothing_is_said_where_nothing_that_is_saved_has_changed(
    host: Host, learner: Learner, book: SmallBook, edition: Edition
) -> None:
    book.change(DOOR.replace("vi", "fr"), "Text with", "Du nouveau")
    host.site = edition("second")
    for key in ("locks/door", "locks/quiz"):
        learner.open(key)
        learner.page.wait_for_load_state("networkidle")
    assert "offline.json" in host.served
    expect(learner.page.get_by_text(learner.words["offline-newer-say"])).to_have_count(0)


def test_a_deploy_in_the_middle_leaves_the_old_edition_whole(
    host: Host, learner: Learner, book: SmallBook, edition: Edition
) -> None:
    for path in (DOOR, "docs/vi/locks/index.md"):
        book.change(path, "Text", "Chữ mới")
    second = edition("second")
    shutil.copy(host.site / "locks/door/index.html", second / "locks/door/index.html")
    host.site = second  # one file has not arrived on the host yet
    learner.open("offline")
    press(learner, "offline-update")
    learner.sees(learner.words["offline-changed"])
    for key in ("locks/door", "locks/index"):
        learner.open(key)
        expect(learner.page.get_by_role("article")).not_to_contain_text("Chữ mới")
    host.stop()
    reads(learner, "Text with")


def test_a_page_of_the_old_edition_that_is_still_open_finds_its_scripts(
    host: Host, learner: Learner, book: SmallBook, edition: Edition
) -> None:
    learner.open("locks/door")
    script = learner.page.locator("script[src$='shell.js']").evaluate("({ src }) => src")
    old = script.replace("shell.js", "listen.js").removeprefix(host.address)
    book.change("docs/data/strings/vi.yml", "menu: Mục lục", "menu: Các mục")
    second = edition("second")
    renamed = second / old.rpartition("/js/")[0]
    assert renamed.is_dir(), "scripts did not change"
    other = learner.page.context.new_page()
    other.goto(learner.address("offline"))
    host.site = second
    other.reload()
    other.get_by_role("button", name=begin_of(learner, "offline-update")).click()
    expect(other.get_by_text(learner.words["offline-done"])).to_be_visible()
    host.stop()
    assert (
        learner.page.evaluate("path => fetch(path).then(({ status }) => status)", f"/pde/{old}") == 200
    )


def test_an_old_address_leads_to_the_page_of_now_with_and_without_a_server(
    learn: Learn, book: SmallBook, edition: Edition
) -> None:
    book.write("docs/data/moved.yml", "moved:\n  old/gate: locks/door\n  bolts: locks\n")
    with Host(edition("first")) as host:
        learner = learn("fr", site=host.address)
        olds = [learner.address(old) for old in ("old/gate", "bolts")]
        news = [learner.address(new) for new in ("locks/door", "locks/index")]
        source = host.address + "vi/old/gate/"
        for old, new in zip(olds, news, strict=True):
            learner.page.goto(f"{old}?zarsrc=30#two-locks")
            expect(learner.page).to_have_url(f"{new}?zarsrc=30#two-locks")
        learner.page.goto(source)
        expect(learner.page).to_have_url(f"{host.address}locks/door/")
        save_all(learner)
        host.stop()
        for old, new in zip(olds, news, strict=True):
            for form in (old, old.rstrip("/"), f"{old}index.html"):
                learner.page.goto(f"{form}?zarsrc=30#two-locks")
                expect(learner.page).to_have_url(f"{new}?zarsrc=30#two-locks")
                expect(learner.page.locator("html")).to_have_attribute("lang", "fr")


def test_the_way_back_leaves_no_worker_no_page_and_the_whole_record(
    host: Host, learner: Learner, book: SmallBook, edition: Edition
) -> None:
    learner.open("locks/quiz")
    learner.sees_progress()
    learner.page.get_by_role("radio").first.tap()
    press(learner, "check")
    record = learner.stored()
    assert record
    assert "locks/first-key" in record
    book.change(DOOR, "Text with", "Chữ mới")
    host.site = edition("second", OFFLINE="off")
    learner.open("locks/door")  # the browser looks for another sw.js by itself, when it has the time
    expect(learner.page.get_by_role("article")).to_contain_text("Chữ mới", timeout=SOON)
    count = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    learner.page.wait_for_function(f"{count}.then((n) => !n)")
    assert learner.page.evaluate("caches.keys()") == []
    assert learner.stored() == record
    learner.open("offline")
    learner.sees(learner.words["offline-off"])


def test_another_worker_waits_until_the_learner_wants_it(
    host: Host, learner: Learner, book: SmallBook, edition: Edition
) -> None:
    book.change(DOOR, "Text with", "Chữ mới")
    second = edition("second")
    worker = second / "sw.js"
    worker.write_text(worker.read_text(encoding="utf-8") + "\n// later", encoding="utf-8")
    host.site = second
    waits = "navigator.serviceWorker.getRegistration().then((one) => one.update()).then((one) => !!one.waiting)"
    learner.open("offline")
    learner.page.wait_for_function(waits)
    press(learner, "offline-update")
    learner.sees(learner.words["offline-done"])
    learner.page.wait_for_function(
        "navigator.serviceWorker.getRegistration().then((one) => !one.waiting)"
    )


def test_the_search_that_was_saved_finds_words_with_the_server_gone(
    host: Host, learner: Learner
) -> None:
    host.stop()
    learner.open("search")
    learner.page.get_by_role("searchbox").fill("o khoa")
    expect(learner.page.locator(".found a").first).to_be_visible()
    expect(learner.page.locator(".found mark").first).to_be_visible()
