"""A browser of years ago, or one that keeps our scripts out: every text can be read, and nobody else is asked."""

from __future__ import annotations

import re
import urllib.parse

from playwright.sync_api import Route

from browser.conftest import Learn
from browser.course import BOOK, languages
from browser.hostile import SETTLED
from browser.learner import Learner
from browser.test_hostile_pages import KINDS

POOR = """
    for (const name of ["ResizeObserver", "IntersectionObserver", "HTMLDialogElement", "speechSynthesis", "caches"])
        delete window[name];
    delete HTMLElement.prototype.showPopover;
    delete HTMLElement.prototype.checkVisibility;
    delete Navigator.prototype.serviceWorker;
    delete Navigator.prototype.clipboard;
    delete Navigator.prototype.share;
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...asked) => !/:has|:is|:where/.test(asked.join()) && supports(...asked);
    for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, { get: () => null });
"""
"""What old browsers and those of apps lack."""
NO_MODULES = f"{POOR} delete HTMLScriptElement.prototype.noModule;"
UNKNOWN = re.compile(r":(?:has|is|where)\(")
"""Selectors that came late: a rule that names one is left out as a whole, as it would be."""
UNREAD = """(where) => {
    const apart = "[hidden], option, template, script, .why, .quiz-ready .reasons, .sheet, .day-done";
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    const root = document.querySelector(where);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const unread = [];
    let read = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim() || node.parentElement.closest(apart)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { width, height } = range.getBoundingClientRect();
        const { visibility, opacity, color } = getComputedStyle(node.parentElement);
        const isRead = width > 1 && height > 1 && visibility === "visible" && opacity > 0 && !/ 0\\)$/.test(color);
        if (isRead) read += 1;
        else unread.push(node.data.trim());
    }
    return { unread, read, title: document.querySelector("h1")?.innerText, wide: document.documentElement.scrollWidth > innerWidth };
}"""
"""The texts that are not shown, with everything unfolded; what has a twin that is read is left out: reasons
stand below each question (of a quiz that scores, behind the answer), the blank certificate is for paper."""


def as_of_old(route: Route) -> None:
    """Hand out pages without modules and styles without late selectors."""
    kind = route.request.resource_type
    if kind not in {"document", "stylesheet"}:
        route.continue_()
        return
    answer = route.fetch()
    text = answer.text()
    text = (
        UNKNOWN.sub(":not-known-yet(", text)
        if kind == "stylesheet"
        else text.replace('type="module"', 'type="m"')
    )
    route.fulfill(response=answer, body=text)


def without_scripts(route: Route) -> None:
    """Hand out everything but scripts."""
    if urllib.parse.urlsplit(route.request.url).path.endswith(".js"):
        route.abort()
    else:
        route.continue_()


def styles_of_old(route: Route) -> None:
    """Hand out modules, and styles without late selectors."""
    if route.request.resource_type == "stylesheet":
        as_of_old(route)
    else:
        route.continue_()


def tour(learner: Learner, where: str, *, scripts: bool) -> dict[str, int]:
    """Look at a page of each kind; returns how many texts each has."""
    hosts: set[str] = set()
    learner.page.on("request", lambda one: hosts.add(urllib.parse.urlsplit(one.url).netloc))
    found = {}
    for key in KINDS:
        learner.open(key)
        if scripts:
            learner.page.evaluate(SETTLED)
        seen = learner.page.evaluate(UNREAD, where)
        assert seen["unread"] == [], key
        assert seen["title"], key
        assert not seen["wide"], key
        found[key] = seen["read"]
    assert hosts == {urllib.parse.urlsplit(learner.site).netloc}
    assert learner.errors == []
    return found


@languages
def test_a_browser_without_modules_shows_every_text(learn: Learn, locale: str) -> None:
    old = learn(locale, before=NO_MODULES)
    old.page.route("**/*", as_of_old)
    read = tour(old, "main", scripts=False)
    assert sum(read.values()) > 2000


@languages
def test_a_browser_that_gets_no_script_shows_every_text(learn: Learn, locale: str) -> None:
    blocked = learn(locale, before=POOR)
    blocked.page.route("**/*", without_scripts)
    tour(blocked, "main", scripts=False)
    classes = blocked.page.locator("html").get_attribute("class") or ""
    assert "js" not in classes.split()


@languages
def test_a_browser_with_modules_and_little_else_shows_every_text(learn: Learn, locale: str) -> None:
    poor = learn(locale, before=POOR)
    poor.page.route("**/*", styles_of_old)
    tour(poor, "article", scripts=True)


def test_a_text_that_waits_for_a_script_would_be_noticed(learn: Learn) -> None:
    def waiting(route: Route) -> None:
        if route.request.resource_type == "stylesheet":
            answer = route.fetch()
            route.fulfill(
                response=answer, body=f"{answer.text()} html:not([data-shell]) h1 {{ opacity: 0 }}"
            )
        else:
            without_scripts(route)

    blocked = learn("en", before=POOR)
    blocked.page.route("**/*", waiting)
    blocked.open("about")
    assert blocked.page.evaluate(UNREAD, "main")["unread"] == [BOOK.page("en", "about").title]
