"""Pictures and other files beside the pages: each is there for a page."""

from __future__ import annotations

from collections.abc import Callable, Collection

from handbook.problem import Place, Problems

FOLDER = "assets/"
"""Below docs/: the files that all languages share."""


def check_files(
    files: Collection[str], used: Collection[str], data: Callable[[], str], problems: Problems
) -> None:
    """Warn of a file that nobody shows: it would travel with every copy of the book.

    `files`: paths below docs/; `used`: those that a page shows; `data`: the text of quizzes and data,
    which may name one too.
    """
    unused = sorted(path for path in files if path.startswith(FOLDER) and path not in used)
    words = data() if unused else ""
    for path in unused:
        if path.rsplit("/", 1)[-1] not in words:
            problems.add(Place(f"docs/{path}"), "file-unused", "warning")
