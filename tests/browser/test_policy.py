"""The content policy, sent by the real nginx and written in the page: it holds, and no page minds it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from browser.certified import ALL, NAME, button, is_ready, record_of
from browser.conftest import Learn
from browser.course import BOOK, LANGUAGES, SAMPLE, languages, right
from browser.learner import Learner
from browser.test_offline import save
from browser.test_progress import section
from browser.test_seven_days import Challenger
from released import Press
from small_book import Built
from web_servers import Nginx

OTHERS = {module.slug for module in BOOK.programme.published} - {SAMPLE.module}
KEYS = [
    key
    for key in BOOK.keys
    if key.split("/")[0] not in OTHERS and key.removeprefix("trainers/") not in OTHERS
]
"""Every page that is alone of its type, and all of one module, with its session plan."""
LISTEN = """
    addEventListener("securitypolicyviolation", (event) =>
        console.error("violation", event.effectiveDirective, event.blockedURI || "inline", location.pathname));
"""
RECORD = f"localStorage.getItem('handbook:/pde/') ?? localStorage.setItem('handbook:/pde/', {record_of([module.slug for module in ALL], NAME)!r});"


@pytest.fixture(scope="module")
def site(real_site: Built) -> Iterator[str]:
    """Address of the real site on the real nginx."""
    with Nginx().take(real_site.site, LANGUAGES) as server:
        yield f"{server.address}pde/"


POLICY = re.compile("violat|polic|refused|blocked", re.IGNORECASE)


class Witness:
    """What the console says of policies; whatever one stops is said there."""

    def __init__(self, page: Page) -> None:
        self.said: list[str] = []
        page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and POLICY.search(message.text):
            self.said.append(message.text)


def watched(learn: Learn, site: str, locale: str) -> tuple[Learner, Witness]:
    """A learner who has passed everything, and who hears it."""
    learner = learn(locale, site=site, before=LISTEN + RECORD)
    return learner, Witness(learner.page)


@languages
def test_no_type_of_page_does_what_its_policy_forbids(learn: Learn, site: str, locale: str) -> None:
    learner, witness = watched(learn, site, locale)
    for key in KEYS:
        answer = learner.page.goto(learner.address(key), wait_until="load")
        assert answer is not None
        assert "frame-ancestors" in answer.headers["content-security-policy"]
        meta = learner.page.locator("meta[http-equiv=Content-Security-Policy]")
        expect(meta).to_have_attribute("content", re.compile("script-src 'self' 'sha256-"))
        learner.page.evaluate(
            "Promise.all([...document.images].map((one) => { one.loading = 'eager'; return one.decode(); }))"
        )
    assert witness.said == []


@languages
def test_nor_does_a_page_that_is_not_there_not_saved_or_moved(
    learn: Learn, site: str, locale: str
) -> None:
    learner, witness = watched(learn, site, locale)
    learner.page.goto(f"{learner.address('index')}not-saved.html", wait_until="load")
    learner.sees(learner.words["not-saved-title"])
    if locale == LANGUAGES[0]:  # the source language under a folder of its own
        learner.page.goto(f"{site}vi/{SAMPLE.module}/?from=chat#try")
        learner.page.wait_for_url(f"{site}{SAMPLE.module}/?from=chat#try")
    learner.page.goto(f"{learner.address('index')}none/", wait_until="load")
    learner.sees(learner.words["not-found-title"])
    assert witness.said == []


@languages
def test_nor_does_a_quiz_a_search_a_room_or_a_week(learn: Learn, site: str, locale: str) -> None:
    learner, witness = watched(learn, site, locale)
    learner.open_quiz(SAMPLE)
    item = learner.asked(SAMPLE)[0]
    learner.answer(SAMPLE, item, right(item))
    learner.open("search")
    title = BOOK.page(locale, f"{SAMPLE.module}/index").title
    learner.page.get_by_role("searchbox").fill(title)
    expect(learner.link(title)).to_be_visible()
    learner.page.goto(f"{learner.address(KEYS[KEYS.index(f'{SAMPLE.module}/index') + 1])}#board")
    expect(learner.page.get_by_role("dialog")).to_be_visible()
    Challenger(learner).makes_reminders()
    assert witness.said == []


@languages
def test_nor_does_what_a_learner_keeps_hands_on_or_saves(learn: Learn, site: str, locale: str) -> None:
    learner, witness = watched(learn, site, locale)
    learner.open("certificate")
    is_ready(learner)
    with learner.page.expect_download():
        learner.hand.press(button(learner, "save"))
    learner.open("progress")
    section(learner, "own-carry")
    learner.hand.press(learner.button("own-qr"))
    expect(learner.page.locator("svg path").first).to_be_attached()
    save(learner)
    learner.open(f"{SAMPLE.module}/index")
    learner.is_on(f"{SAMPLE.module}/index")
    learner.open("offline")
    row = learner.page.locator(f"#save-{SAMPLE.module}")
    learner.hand.press(row.get_by_text(learner.words["offline-delete"]))
    learner.sees(learner.words["offline-deleted"])
    assert witness.said == []


BAD = {
    "script": ("<script>document.title = 'caught'</script>", "script-src-elem inline"),
    "handler": ("<img src=x onerror=\"document.title = 'caught'\">", "script-src-attr inline"),
    "style": ('<p style="color: red">Red</p>', "style-src-attr inline"),
    "picture": ('<img src="https://stranger.example/x.png">', "img-src https://stranger.example/x.png"),
    "frame": ('<iframe src="https://stranger.example/"></iframe>', "frame-src https://stranger.example"),
}


PLACES = {"header": "header-", "meta": "paper/"}
"""Where a page lies that only one of the two protects."""


@pytest.mark.parametrize("told_by", PLACES)
@pytest.mark.parametrize("name", BAD)
def test_what_the_policy_forbids_is_stopped_and_heard_by_header_and_by_meta(
    browser: Browser, bad_site: str, told_by: str, name: str
) -> None:
    page = browser.new_page()
    page.add_init_script(LISTEN)
    witness = Witness(page)
    page.goto(f"{bad_site}{PLACES[told_by]}{name}.html", wait_until="load")
    assert page.title() != "caught"
    heard = [text for text in witness.said if text.startswith("violation")]
    assert [text for text in heard if BAD[name][1] in text], witness.said
    page.close()


RIGHT = {"vi": "Hai khóa", "fr": "Deux serrures", "en": "Two locks"}
"""The key of the small book’s question."""


@languages
def test_a_one_file_chapter_scores_under_its_own_policy_when_it_is_opened_on_the_web(
    learn: Learn, bad_site: str, locale: str
) -> None:
    learner = learn(locale, site=bad_site, before=LISTEN)
    witness = Witness(learner.page)
    learner.page.goto(f"{bad_site}single/{locale}/locks.html", wait_until="load")
    learner.hand.tick(learner.page.get_by_role("radio", name=RIGHT[locale], exact=True))
    learner.hand.press(learner.button("check"))
    learner.sees(learner.words["verdict-right"])
    assert witness.said == []


@pytest.fixture(scope="module")
def bad_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with something bad in some pages: one without its `<meta>`, one that is sent without header."""
    press = Press(tmp_path_factory.mktemp("bad"), SITE_URL="https://learn.popular.test/")
    site = press.build().site
    assert press.handbook("single").code == 0
    shutil.copytree(press.book.folder / "build/single", site / "single")
    good = (site / "about/index.html").read_text(encoding="utf-8")
    (site / "paper").mkdir()  # paper is sent without a policy
    for name, (bad, _) in BAD.items():
        whole = good.replace("</main>", f"{bad}</main>")
        bare = re.sub(r"<meta http-equiv=[^>]*>", "", whole)
        _write(site / f"header-{name}.html", bare)
        _write(site / f"paper/{name}.html", whole)
    with Nginx().take(site, LANGUAGES) as server:
        yield server.address


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
