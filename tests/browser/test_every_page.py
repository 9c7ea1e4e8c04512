"""What holds for any page: nothing fails, nobody else is asked, nothing is wider than the screen."""

from __future__ import annotations

import urllib.parse
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from browser.conftest import Learn
from browser.course import SAMPLE, languages, missed, pages
from browser.learner import Learner


class Witness:
    """Notes what goes wrong while a page is shown, and every host that is asked."""

    def __init__(self, page: Page) -> None:
        self.hosts: set[str] = set()
        self.wrong: list[str] = []
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.on("console", self._console)

    def _request(self, request: Request) -> None:
        self.hosts.add(urllib.parse.urlsplit(request.url).netloc)

    def _failed(self, request: Request) -> None:
        self.wrong.append(f"failed: {request.url}")

    def _response(self, response: Response) -> None:
        if not response.ok:
            self.wrong.append(f"{response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(message.text)


def unfold_and_read_to_the_end(learner: Learner) -> None:
    """Open what can be opened and show every picture."""
    page = learner.page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.evaluate(
        "Promise.all([...document.images].map(one => { one.loading = 'eager'; return one.decode(); }))"
    )


@languages
@pages
def test_a_page_asks_only_its_own_site_and_nothing_fails(learn: Learn, locale: str, key: str) -> None:
    learner = learn(locale)
    witness = Witness(learner.page)
    learner.open(key)
    learner.is_on(key)
    unfold_and_read_to_the_end(learner)
    assert witness.wrong == []
    assert witness.hosts == {urllib.parse.urlsplit(learner.site).netloc}


WIDER = """() => {
    const wide = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > wide;
    const inBox = one => one.closest('.skip, [data-wide], .table') || one.parentElement.closest('svg');
    const over = [...document.body.querySelectorAll('*')].filter(
        one => one.getBoundingClientRect().right > wide + 1 && !inBox(one));
    return scrolls ? over.map(one => one.outerHTML.slice(0, 120)).concat('scrolls') : [];
}"""


@languages
@pages
def test_nothing_is_wider_than_a_small_telephone(learn: Learn, locale: str, key: str) -> None:
    learner = learn(locale, width=320)
    learner.open(key)
    unfold_and_read_to_the_end(learner)
    assert learner.page.evaluate(WIDER) == []


@languages
def test_a_quiz_with_its_outcomes_is_not_wider_either(learn: Learn, locale: str) -> None:
    learner = learn(locale, width=320)
    learner.open_questions(SAMPLE)
    learner.answer_all(SAMPLE, missed(SAMPLE.asked))
    assert learner.page.evaluate(WIDER) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_readable_on_either_ground(learn: Learn, scheme: Literal["light", "dark"]) -> None:
    learner = learn("en")
    learner.page.emulate_media(color_scheme=scheme)
    learner.open("index")
    colours = learner.page.evaluate(
        "() => { const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]; }"
    )
    ink, paper = ([int(part) for part in colour[4:-1].split(",")[:3]] for colour in colours)
    darker = sum(ink) < sum(paper)
    assert darker is (scheme == "light")
