"""Learners with a browser of their own, and a server for other sites than the real one."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browser.course import BOOK
from browser.learner import Finger, Keyboard, Learner
from handbook.site.assets import Assets
from small_book import PROJECT

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong

Learn = Callable[..., Learner]
Shipped = Callable[..., Any]
Serve = Callable[[Path], str]


@pytest.fixture
def learn(browser: Browser, address: str) -> Iterator[Learn]:
    """Makes a learner with a small telephone; in the end no script may have failed."""
    with contextlib.ExitStack() as stack:
        learners: list[Learner] = []

        def make(
            locale: str,
            hand: type[Finger | Keyboard] = Finger,
            *,
            site: str = address,
            width: int = 360,
            javascript: bool = True,
            before: str = "",
        ) -> Learner:
            context = browser.new_context(
                viewport={"width": width, "height": 640},
                has_touch=hand is Finger,
                is_mobile=hand is Finger,
                java_script_enabled=javascript,
            )
            stack.callback(context.close)
            context.set_default_timeout(20_000)
            if before:
                context.add_init_script(before)
            learners.append(Learner(context.new_page(), site, locale, hand))
            return learners[-1]

        yield make
        assert [error for learner in learners for error in learner.errors] == []


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves a folder; returns the address of its root."""
    with contextlib.ExitStack() as stack:

        def start(folder: Path) -> str:
            handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
            server = stack.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@pytest.fixture(scope="module")
def shipped(browser: Browser, address: str) -> Iterator[Shipped]:
    """Runs a script on a page of the site; its argument is the folder of the shipped scripts, then values."""
    overrides = PROJECT / "overrides"
    assets = Assets(overrides / "assets", overrides / ".icons/handbook", BOOK.languages)
    folder = f"{address}{assets.folder}js"
    page = browser.new_page()
    page.goto(f"{address}about/")
    yield lambda script, *values: page.evaluate(script, [folder, *values])
    page.close()
