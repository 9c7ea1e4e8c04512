"""What can be handed on as a file: one-file chapters and PDFs that were made before the build."""

from __future__ import annotations

import math
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

SINGLE, PAPER = "single", "paper"
"""Folders below build/ and below the site's root."""


@dataclass(frozen=True)
class File:
    """`path` below the site's root; `size` in kB (1000 bytes), rounded up."""

    path: str
    size: int


@dataclass(frozen=True)
class Handed:
    """`build`: the folder build/ of the project, which outlives every build of the site.

    `printed`: the PDFs that are published, by path such as `fr/scams-learner.pdf`.
    """

    build: Path
    printed: Collection[str]

    def single(self, locale: str, module: str) -> File | None:
        """The module as one file."""
        return self._file(f"{SINGLE}/{locale}/{module}.html")

    def zip(self, locale: str) -> File | None:
        """All modules of a language in one archive."""
        return self._file(f"{SINGLE}/{locale}.zip")

    def pdf(self, locale: str, module: str) -> File | None:
        """The module for learners, to be printed."""
        path = f"{locale}/{module}-learner.pdf"
        return self._file(f"{PAPER}/{path}") if path in self.printed else None

    def publish(self, site_dir: Path) -> None:
        """Copy the one-file chapters and archives into the site; paper is published by its own part."""
        if (self.build / SINGLE).is_dir():
            shutil.copytree(self.build / SINGLE, site_dir / SINGLE, dirs_exist_ok=True)

    def _file(self, path: str) -> File | None:
        file = self.build / path
        return File(path, math.ceil(file.stat().st_size / 1000)) if file.is_file() else None
