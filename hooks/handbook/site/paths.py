"""Where pages find the data that scripts load."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DataPaths:
    """Paths below the site's root: the programme, the index of items.

    `table`: what search needs to begin, as JSON that may stand between single quotes; only on the page
    of search.
    """

    journey: str
    items: str
    table: str = ""


NOWHERE = DataPaths("", "")
"""Of a page that is shown without its data."""
