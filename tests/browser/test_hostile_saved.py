"""What was saved for reading with no network may be damaged: the pages come from the network all the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import Learn
from browser.course import BOOK, SAMPLE
from browser.hostile import SETTLED

DAMAGED = (
    *(
        "",
        "{",
        "null",
        "5",
        '"x"',
        "[]",
        '{"groups": null, "moved": null, "before": null, "lost": null}',
    ),
    *('{"groups": 5, "home": 5}', '{"groups": {"vi/x": null}}', '{"groups": {"vi/x": {"files": null}}}'),
    '{"moved": {"about/": "__proto__"}, "groups": {"__proto__": {"files": {"about/": "x"}}}}',
)
REGISTER = """async () => {
    const root = new URL(document.documentElement.dataset.root, location.href);
    await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
    await navigator.serviceWorker.ready;
}"""
DAMAGE = """async (text) => {
    const { pathname } = new URL(document.documentElement.dataset.root, location.href);
    const store = await caches.open(`handbook:${pathname}:offline`);
    await store.put(`${pathname}?saved`, new Response(text, { headers: { "content-type": "application/json" } }));
    navigator.serviceWorker.controller.postMessage("changed");
}"""


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_list_of_what_is_saved_keeps_nobody_from_reading(learn: Learn, text: str) -> None:
    learner = learn("vi")
    page = learner.page
    learner.open("about")
    page.evaluate(REGISTER)
    page.reload()
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    page.evaluate(DAMAGE, text)
    for key in ("about", "index", f"{SAMPLE.module}/quiz", "progress", "offline"):
        learner.open(key)
        expect(page.get_by_role("heading", level=1)).to_have_text(BOOK.page("vi", key).title)
        page.evaluate(SETTLED)
    expect(page.locator("[data-when=no-script]")).to_be_hidden()
    page.goto(f"{learner.site}not-saved.html")
    page.evaluate(SETTLED)
