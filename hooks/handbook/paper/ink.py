"""Pictures for paper: fills grow pale, so that ink is saved and a photocopy stays readable."""

from __future__ import annotations

import re
from collections.abc import Callable

_FILLS = {
    "#fbf6ea": "#ffffff",  # paper-warm ground
    "#fffdf7": "#ffffff",
    "#cfe6dc": "#f1f6f4",
    "#dcede4": "#f1f6f4",
    "#0f5c4d": "#cfdcd8",  # river green
    "#f2b632": "#f9e2b0",  # rice gold
    "#fcecc2": "#fdf6e3",
    "#a63a24": "#e3bfb7",  # clay
    "#8f2f1b": "#e3bfb7",
}
_STROKES = {
    "#cfe6dc": "#7f9d94",  # light lines on dark fills, which are pale now
    "#0f5c4d": "#cfdcd8",  # sleeves and roads: a fill with round ends
    "#f2b632": "#f9e2b0",
    "#fbf6ea": "#ffffff",
}
_COLOUR = re.compile(r'(?P<kind>fill|stroke|stop-color)="(?P<colour>#[0-9a-fA-F]{6})"')
_NARROW = 5
"""A stroke up to this width, in the drawing's units, is a line; a wider one is an area."""
_ELEMENT = re.compile(r"<[^>]+>")
_WIDTH = re.compile(r'stroke-width="([\d.]+)"')


def on_paper(svg: str) -> str:
    """A drawing of the handbook with pale fills; colours of nobody's palette stay as they are."""
    return _ELEMENT.sub(lambda element: _COLOUR.sub(_pale(element[0]), element[0]), svg)


def _pale(element: str) -> Callable[[re.Match[str]], str]:
    width = _WIDTH.search(element)
    line = width is not None and float(width[1]) <= _NARROW

    def colour(match: re.Match[str]) -> str:
        table = _STROKES if match["kind"] == "stroke" else _FILLS
        given = match["colour"].lower()
        new = table.get(given, given)
        if match["kind"] == "stroke" and line and given != "#cfe6dc":
            new = given
        return f'{match["kind"]}="{new}"'

    return colour
