"""Where pages find the data that scripts load."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DataPaths:
    """Paths below the site's root: the programme, the index of items, the first file of search.

    `search` is empty on every page but that of search, and so is `table`: which piece holds which words,
    as JSON.
    """

    journey: str
    items: str
    search: str = ""
    table: str = ""


NOWHERE = DataPaths("", "")
"""Of a page that is shown without its data."""
