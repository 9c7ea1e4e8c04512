"""A chapter of the real book in three languages, printed once for all tests and all processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbook.book import Book
from handbook.paper.imprint import Imprint, read_imprint
from handbook.problem import Problems
from handbook.project import load_book
from paper.printed import MODULE, Printed, Room
from small_book import PROJECT


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Printed:
    """One module of the project, printed by the command that everybody types."""
    base = tmp_path_factory.getbasetemp()
    base = base if worker_id == "master" else base.parent
    project, done = base / "printed", base / "printed.txt"
    try:
        project.mkdir()
    except FileExistsError:  # another process prints already
        while not done.exists():
            time.sleep(0.2)
    else:
        for name in ("docs", "quizzes", "overrides", "hooks", "mkdocs.yml"):
            (project / name).symlink_to(PROJECT / name)
        command = [sys.executable, "-m", "handbook", "print", "--module", MODULE, str(project)]
        given = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks"), "HANDBOOK_SAY": "en"}
        run = subprocess.run(command, env=given, capture_output=True, text=True, check=False)
        part = done.with_suffix(".part")
        part.write_text(f"{run.returncode}\n{run.stdout}{run.stderr}", encoding="utf-8")
        part.rename(done)
    code, _, output = done.read_text(encoding="utf-8").partition("\n")
    assert code == "0", output
    return Printed(project, output)


@pytest.fixture(scope="session")
def real_book() -> Book:
    """The project's own book."""
    return load_book(PROJECT, Problems())


@pytest.fixture(scope="session")
def imprint(real_book: Book) -> Imprint:
    """The addresses that stand on its sheets."""
    return read_imprint(PROJECT, real_book, os.environ)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def press_room(real_book: Book, imprint: Imprint, project: Path) -> Room:
    """Makes chapters of the real book."""
    return Room(real_book, imprint, project)
