"""Fixtures: a small handbook, the real site, and a real Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from small_book import PROJECT, Built, SmallBook

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

os.environ["HANDBOOK_TODAY"] = "2026-11-22"  # facts grow old, tests do not

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def book(tmp_path: Path) -> SmallBook:
    """A handbook of one module, to be changed by the test."""
    return SmallBook(tmp_path)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project's own content, built as readers get it, under a path of its own."""
    site = tmp_path_factory.mktemp("real") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    given = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://learn.example/pde/"}
    done = subprocess.run(command, cwd=PROJECT, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(done.returncode, done.stdout + done.stderr, site)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        pass


@pytest.fixture(scope="session")
def address(real_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the real site, served under /pde/ as its address says."""
    root = tmp_path_factory.mktemp("served")
    (root / "pde").symlink_to(real_site.site)
    handler = functools.partial(_Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/pde/"
        server.shutdown()


def find_chromium() -> str:
    """Path of a Chromium: CHROMIUM, or one on the PATH (see tests/find-chromium.sh)."""
    names = (
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    )
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert found, "no Chromium: run tests/find-chromium.sh"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        yield started
        started.close()
