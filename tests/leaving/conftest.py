"""The handbook left behind: its expanded trees, and what other generators make of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from browser.conftest import Serve, learn, serve
from handbook.leaving.compare import Comparison, compare_sites
from small_book import PROJECT, Built

__all__ = ["learn", "serve"]  # fixtures of the browser's tests, for those here

TOOLS = PROJECT / ".venv-exit/bin"
"""The other generators; `make .venv-exit/exit.stamp` installs them."""
ADDRESS = "https://learn.example/pde/"
"""Of the fixture `real_site`."""


def run(*command: str | Path, folder: Path = PROJECT, **environment: str) -> str:
    """What a command prints that must succeed."""
    path = f"{TOOLS}{os.pathsep}{os.environ['PATH']}"
    given = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks"), "PATH": path, "SITE_URL": ADDRESS}
    done = subprocess.run(
        command, cwd=folder, env={**given, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def expanded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `expand` writes from the project's own content."""
    folder = tmp_path_factory.mktemp("leaving") / "expanded"
    run(sys.executable, "-m", "handbook", "expand", folder)
    return folder


@pytest.fixture(scope="session")
def zensical_site(expanded: Path) -> Path:
    """The site that Zensical builds of the expanded trees, strictly."""
    said = run("sh", expanded / "build.sh")
    assert said.count("No issues found") == 3, said
    return expanded / "site"


@pytest.fixture(scope="session")
def compared(real_site: Built, zensical_site: Path) -> Comparison:
    """The real site compared with that of Zensical."""
    return compare_sites(real_site.site, zensical_site)


@pytest.fixture
def zensical(serve: Serve, zensical_site: Path) -> str:
    """Address of the site of Zensical."""
    return serve(zensical_site)
