"""What lies in build/paper, and from what it was made: only what changed is typeset again."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Self

FOLDER = "build/paper"
_FILE = "ledger.json"


@dataclass(frozen=True)
class Entry:
    """`made_from`: digest of everything that shows on the sheets. `version`: of the programme then.

    `address`: of the site to which its codes lead.
    """

    made_from: str
    version: str
    address: str


class Ledger:
    """The PDFs below a folder, by path such as `fr/scams-learner.pdf`."""

    def __init__(self, folder: Path, entries: dict[str, Entry]) -> None:
        self.folder = folder
        self.entries = entries

    @classmethod
    def read(cls, project: Path) -> Self:
        """The ledger of a project; empty when there is none, or none that can be read."""
        folder = project / FOLDER
        try:
            written = json.loads((folder / _FILE).read_text(encoding="utf-8"))
            entries = {path: Entry(**entry) for path, entry in written.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            entries = {}
        return cls(folder, entries)

    @property
    def ready(self) -> dict[str, Entry]:
        """The entries whose file is there."""
        return {path: entry for path, entry in self.entries.items() if (self.folder / path).is_file()}

    def is_fresh(self, path: str, made_from: str) -> bool:
        """Whether a PDF is there that was made from the same."""
        entry = self.entries.get(path)
        return entry is not None and entry.made_from == made_from and (self.folder / path).is_file()

    def take_in(self, path: str, pdf: bytes, entry: Entry) -> None:
        """Put a PDF into its place, whole or not at all."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(pdf)
        part.replace(file)
        self.entries[path] = entry

    def drop(self, path: str) -> None:
        """Take a PDF out that cannot be made any more: an old one would pass for a new one."""
        self.entries.pop(path, None)
        (self.folder / path).unlink(missing_ok=True)

    def keep_only(self, paths: Collection[str]) -> None:
        """Take out every PDF of a language that is not among `paths`."""
        for file in sorted(self.folder.glob("*/*.pdf")):
            path = file.relative_to(self.folder).as_posix()
            if path not in paths:
                self.drop(path)
        for path in self.entries.keys() - set(paths):
            self.drop(path)

    def save(self) -> None:
        """Write the ledger beside the PDFs."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = {path: vars(entry) for path, entry in sorted(self.entries.items())}
        (self.folder / _FILE).write_text(json.dumps(lines, indent=1), encoding="utf-8")
