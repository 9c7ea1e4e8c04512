"""Every kind of page with a hostile storage and hostile addresses: it works, and nothing readable is lost."""

from __future__ import annotations

import json
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Request, Response, expect

from browser.conftest import Learn
from browser.course import SAMPLE
from browser.hostile import FRAGMENTS, HARM, SETTLED, STATE, VALUES
from browser.learner import Learner
from browser.test_storage import REFUSED

LESSON = "safe-accounts/second-lock"
KINDS = (
    *("index", "modules", "help", "tricks", "glossary", "facts", "search", "progress", "certificate"),
    *("verify", "today", "booster", "seven-days", "offline", "about"),
    *("safe-accounts/index", LESSON, "safe-accounts/activity", f"{SAMPLE.module}/quiz"),
    *("trainers/index", "trainers/safe-accounts", "trainers/kit", "trainers/board"),
)
"""A page of each kind; every other page is like one of them."""
MADE = f"""async ([folder, seed, count]) => {{
    {VALUES}
    {STATE}
    {FRAGMENTS}
    const {{ names }} = await programme();
    const {{ pack, toText, toDigits }} = await import(`${{folder}}/journey/pack.js`);
    const d = dice(seed);
    const bytes = pack(usual(d, names), names);
    return {{
        states: Array.from({{ length: count }}, () => hostile(d, names)),
        fragments: Array.from({{ length: count }}, () => fragment(d, [toText(bytes), toDigits(bytes)])),
        others: [MARKUP, '["vi","x","//x.example/"]', '{{"a":1}}', "x".repeat(9000)],
    }};
}}"""
KEEP = """([key, state, other]) => {
    localStorage.clear();
    for (const name of ["theme", "lang", "last"]) localStorage.setItem(`${key}:${name}`, other);
    localStorage.setItem(key, state);
}"""
ENDS = ("#board=x", "#board=1.5", "#seed=__proto__", "#r=A", "#q-%00", "?q=__proto__#__proto__")
"""Ends of addresses that somebody could send, tried on every kind of page."""
MORE = {
    LESSON: ("#board=-1", "#board=1e999", "#board="),
    f"{SAMPLE.module}/quiz": ("#board=99", "#seed=B7", "#seed=%00", "#q-__proto__"),
    "progress": ("#r=", "#n=", "#n=1", "#r=%00", "#n=-1"),
    "search": (
        *("?q=%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D1%22%3E", "?q=%E0%A4%A", "?q=%00&q="),
        *("?q=constructor", "?q=%F0%9F%92%A3", "?q=.*%2B%3F%5B%28"),
    ),
    "verify": (
        "#f=1&k=full&v=9&m=M01.95",
        "#f=2",
        "#f=1&k=__proto__&v=1&m=",
        "#f&k&v&d&m",
        "#toString=1",
    ),
}
"""Those that a page reads itself."""


def quoted(text: str) -> str:
    """As the address of a link would hold it; half a sign is left out by the browser too."""
    return urllib.parse.quote(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


class Visit:
    """One learner at one page, and what goes wrong there."""

    def __init__(self, learner: Learner, key: str) -> None:
        self.learner = learner
        self.key = key
        self.hosts: set[str] = set()
        self.wrong: list[str] = []
        learner.page.on("request", self._request)
        learner.page.on("response", self._response)
        learner.page.on("console", self._console)

    def _request(self, request: Request) -> None:
        self.hosts.add(urllib.parse.urlsplit(request.url).netloc)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.wrong.append(response.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(message.text)

    def look(self, end: str = "") -> dict[str, Any]:
        """Load the page anew with this end of its address."""
        self.learner.page.goto("about:blank")
        self.learner.page.goto(f"{self.learner.address(self.key)}{end}")
        self.learner.page.evaluate(SETTLED)
        found: dict[str, Any] = self.learner.page.evaluate(HARM)
        return found

    def is_unharmed(self, found: dict[str, Any], text: list[str]) -> None:
        """Nothing was injected, everything can be read, and nothing failed or asked somebody else."""
        readable = found.pop("text")
        assert [one for one in text if one not in readable] == []
        assert found == {"injected": 0, "harmed": False, "wide": False, "empty": False}
        assert self.learner.errors == []
        assert self.wrong == []
        assert self.hosts <= {urllib.parse.urlsplit(self.learner.site).netloc, ""}


def start(learn: Learn, key: str) -> tuple[Visit, dict[str, Any], list[str]]:
    """A visit, what is to be tried in it, and what can be read on the page."""
    learner = learn(("vi", "fr", "en")[KINDS.index(key) % 3])
    here = Visit(learner, key)
    text = here.look()["text"]
    assert text
    folder = learner.page.evaluate(
        "document.querySelector('script[src$=\"js/shell.js\"]').src.replace(/\\/shell.js$/, '')"
    )
    made = learner.page.evaluate(MADE, [folder, key, 4])
    return here, made, text


@pytest.mark.parametrize("key", KINDS)
def test_a_page_works_with_whatever_the_phone_holds(learn: Learn, key: str) -> None:
    here, made, text = start(learn, key)
    for state, other in zip(made["states"], made["others"], strict=True):
        here.learner.page.evaluate(KEEP, [here.learner.record_key, state, other])
        here.is_unharmed(here.look(), text)


@pytest.mark.parametrize("key", KINDS)
def test_a_page_works_at_whatever_address(learn: Learn, key: str) -> None:
    here, made, text = start(learn, key)
    for end in [*ENDS, *MORE.get(key, ()), *(f"#{quoted(one)}" for one in made["fragments"])]:
        here.is_unharmed(here.look(end), text)


@pytest.mark.parametrize("refusal", [*REFUSED.values(), FULL], ids=[*REFUSED, "it is full"])
def test_a_page_works_in_a_browser_that_keeps_nothing(learn: Learn, refusal: str) -> None:
    learner = learn("vi", before=refusal)
    for key in KINDS:
        here = Visit(learner, key)
        here.is_unharmed(here.look(), [])
        expect(learner.page.get_by_role("heading", level=1).first).to_be_visible()


def test_a_way_back_leads_to_no_other_site(learn: Learn) -> None:
    """Several sites may share one origin, and each could write there."""
    learner = learn("vi")
    for path in (
        "/\\x.example/",
        "/\t/x.example/",
        "//x.example/",
        "https://x.example/",
        "javascript:alert(1)",
        "\\\\x",
    ):
        learner.open("index")
        last = json.dumps(["vi", "Second lock", path])
        learner.page.evaluate(
            "([key, last]) => localStorage.setItem(key, last)", [f"{learner.record_key}:last", last]
        )
        learner.page.reload()
        learner.page.evaluate(SETTLED)
        assert learner.page.locator("[data-go-on]").is_hidden(), path


def test_a_very_long_search_keeps_no_phone_busy(learn: Learn) -> None:
    learner = learn("vi")
    words = "+".join(f"mật khẩu {n}" for n in range(700))
    learner.page.goto(f"{learner.address('search')}?q={urllib.parse.quote(words, safe='+')}")
    expect(learner.page.locator(".search [role=status]")).not_to_be_empty()
    assert len(learner.page.get_by_role("searchbox").input_value()) <= 200


MEAN = (
    '{"v": 2, "handbook": {"toString": 1}, "profile": {"name": {"toString": 1, "valueOf": 1}, "track": [], '
    '"attempts": {"__proto__": {"r": 1}, "constructor": {"b": {"toString": 1, "valueOf": 1}}, "a/b": {"t": []}}, '
    '"modules": {"MODULE": {"passed": "2026-11-20", "best": {"valueOf": 1}}}, '
    '"days": {"1": "+275760-09-13", "2": {"toString": 1}, "3": "2026-11-20"}}}'
)


def test_a_hostile_file_brings_its_passes_and_no_harm(learn: Learn, tmp_path: Path) -> None:
    learner = learn("en")
    here = Visit(learner, "progress")
    text = here.look()["text"]
    file = tmp_path / "record.json"
    file.write_text(MEAN.replace("MODULE", SAMPLE.module), encoding="utf-8")
    learner.page.locator("#take-file").set_input_files(file)
    learner.page.locator(".arrived button").first.click()
    learner.sees(learner.words["carry-done"])
    for key in ("progress", "seven-days", "today", "certificate", f"{SAMPLE.module}/quiz", "index"):
        again = Visit(learner, key)
        found = again.look()
        again.is_unharmed(found, text if key == "progress" else [])
    state = json.loads(learner.stored() or "")
    assert state["profiles"][state["me"]]["modules"][SAMPLE.module]["passed"] == "2026-11-20"
