"""What lies beside the pages below docs/, and would be published with them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from handbook.problem import Place, Problems
from handbook.walls.drawing import drawing_breaches
from handbook.walls.wall import problem_of

FOLDERS = ("docs", "quizzes")
"""Below the project: where editors write."""
KINDS = ("svg", "png", "jpg", "jpeg", "webp", "gif", "avif", "ico", "mp3", "m4a", "ogg", "pdf", "txt")
"""Files that no browser runs; an SVG is read through (drawing.py)."""
NAMES = ("CNAME",)
"""Files without a kind: the name of the host, as some hosts read it."""


def check_folders(root: Path, published: frozenset[str], problems: Problems) -> None:
    """Report links of the file system, files that could run, and drawings that do.

    `root`: the project. `published`: paths below docs/ of what is no page and goes into the site.
    """
    for folder in FOLDERS:
        for link in _links(root / folder):
            problems.add(Place(link.relative_to(root).as_posix()), "file-link")
    for path in sorted(published):
        name = path.rpartition("/")[2]
        kind = name.rpartition(".")[2].lower()
        if name not in NAMES and (kind not in KINDS or "." not in name):
            problems.add(Place(f"docs/{path}"), "file-kind", known=", ".join(KINDS))
        elif kind == "svg" and not (root / "docs" / path).is_symlink():
            _check_drawing(root, f"docs/{path}", problems)


def _links(folder: Path) -> Iterator[Path]:
    """The symbolic links below a folder. MkDocs follows them, wherever they lead."""
    for here, folders, names in os.walk(folder):
        for name in sorted((*folders, *names)):
            if (path := Path(here, name)).is_symlink():
                yield path


def _check_drawing(root: Path, path: str, problems: Problems) -> None:
    text = (root / path).read_text(encoding="utf-8", errors="replace")
    for breach in drawing_breaches(text):
        line_start = text.rfind("\n", 0, breach.offset) + 1
        place = Place(path, text.count("\n", 0, breach.offset) + 1, breach.offset - line_start + 1)
        problems.found.append(problem_of(breach, place))
