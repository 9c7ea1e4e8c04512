"""A small book made into releases by the commands that everybody types."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from small_book import LANGUAGES, Built, SmallBook

REAL = {
    "SITE_URL": "https://learn.popular.test/pde/",
    "REPO_URL": "https://code.popular.test/handbook",
    "CONTACT": "hello@popular.test",
    "SOURCE_DATE_EPOCH": "1790000000",
}


@dataclass
class Done:
    """What a command said, and its exit code."""

    code: int
    out: str


class Press:
    """A small book with the steps of `make release`."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.book = SmallBook(folder)
        self.book.change("docs/data/facts.yml", "https://news.example/", "https://news.popular.test/")
        self.book.number_items()
        self.book.stamp()
        self.book.write(
            "CHANGELOG.md", "# Changelog\n\n## 2026.11\n\nThe first words.\n\n## 2026.10\n\nOld.\n"
        )
        self.given = {**REAL, **environment}

    @property
    def dist(self) -> Path:
        return self.book.folder / "dist"

    def handbook(self, *arguments: str, say: str = "en") -> Done:
        """`python -m handbook …` in the book's folder."""
        given = {**os.environ, **self.given, "PYTHONPATH": "hooks", "HANDBOOK_SAY": say}
        command = [sys.executable, "-m", "handbook", *arguments]
        done = subprocess.run(
            command, cwd=self.book.folder, env=given, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Done(done.returncode, done.stdout + done.stderr)

    def build(self) -> Built:
        built = self.book.build(**self.given)
        assert built.code == 0, built.output
        return built

    def pretend_to_print(self) -> None:
        """Put something in the place of paper, which takes long to make."""
        entry = {"made_from": "", "version": "2026.11", "address": self.given["SITE_URL"]}
        paths = [f"{locale}/locks-learner.pdf" for locale in LANGUAGES]
        for path in paths:
            self.book.write(f"build/paper/{path}", "%PDF-1.7\n" * 200)
        self.book.write("build/paper/ledger.json", json.dumps(dict.fromkeys(paths, entry)))

    def make(self) -> Done:
        """Everything, in the order of the Makefile."""
        for step in (("print",), (), ("single",), ()):
            if step:
                done = self.handbook(*step)
                assert done.code == 0, done.out
            else:
                self.build()
        return self.handbook("release")


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def sums(folder: Path) -> dict[str, str]:
    """Hash by path, as the file of checksums has it."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, path in (line.split("  ") for line in lines)}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
