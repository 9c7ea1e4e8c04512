"""The list: which elements a page may hold, which attributes each may have, and with what values."""

from __future__ import annotations

import re
from collections.abc import Mapping as Map

Values = re.Pattern[str]
Attributes = Map[str, Values]

ANY = re.compile(r".*", re.DOTALL)
NAME = re.compile(r"[\w.:-]*")
NAMES = re.compile(r"[\w :-]*")
NUMBER = re.compile(r"\d{0,4}")
_PATH = r"(?!//)[^\s:\\?#<>\"]*"
"""From this page: no scheme, no other host, and none of the signs that a browser mends."""
LINK = re.compile(
    r"(?:https?://[\w.:-]+(?:[/?#][^\s\\<>\"]*)?|tel:[+\d*#.-]+|sms:[+\d.-]+(?:\?[^\s<>\"]*)?"
    rf"|mailto:[^\s<>\"]+|{_PATH}(?:\?[^\s<>\"]*)?(?:\#[^\s<>\"]*)?)",
    re.IGNORECASE,
)
PICTURE = re.compile(rf"{_PATH}")
DATA = re.compile(r"(?:\.\.?/)*assets/[\w./-]+|")
"""What our scripts load: below the site's own assets."""
ADDRESSES = (LINK, PICTURE, DATA)

_EVERYWHERE: Attributes = {"id": NAME, "class": NAMES, "lang": NAME, "title": ANY}
_PLAIN = (
    "abbr b blockquote br caption cite code dd del details div dl dt em fieldset figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i ins kbd legend li mark ol p pre q s section small span strong sub summary "
    "sup table tbody td tfoot th thead time tr ul wbr"
)
_TEXT: Map[str, Attributes] = {
    "a": {"href": LINK, "rel": NAMES, "data-note": ANY},
    "details": {"open": ANY},
    "div": {"data-n": NUMBER, "data-tabs": NAME},
    "form": {
        "autocomplete": NAME,
        "data-ask-sure": NAME,
        "data-journey": DATA,
        "data-module": NAME,
        "data-quiz": DATA,
        "data-types": NAMES,
        "data-worksheet": ANY,
    },
    "img": {"alt": ANY, "src": PICTURE, "width": NUMBER, "height": NUMBER},
    "input": {
        "checked": NAME,
        "disabled": NAME,
        "name": NAME,
        "type": re.compile(r"radio|checkbox"),
        "value": NAME,
    },
    "label": {"data-option": NAME, "for": NAME},
    "li": {"data-item": NAME, "data-option": NAME, "data-reason": NAME, "data-type": NAME},
    "ol": {"start": NUMBER},
    "option": {"value": NAME},
    "select": {"aria-label": ANY, "name": NAME},
    "span": {"data-option": NAME},
    "td": {"align": NAME, "colspan": NUMBER, "rowspan": NUMBER},
    "th": {"align": NAME, "colspan": NUMBER, "rowspan": NUMBER, "scope": NAME},
    "time": {"datetime": NAME},
}
TEXT: Map[str, Attributes] = {
    name: {**_EVERYWHERE, **_TEXT.get(name, {})} for name in (*_PLAIN.split(), *_TEXT)
}
"""What the text of a page may hold: what Markdown, our blocks and the quizzes make."""

_OF_TEMPLATES = (
    "article aside body button dd details dialog div dl dt figcaption figure footer form h1 h2 h3 head "
    "header html input label legend li main nav ol p progress section select span strong summary "
    "template title ul"
)
_SAID = re.compile(r"(?:aria|data)-[a-z0-9-]+")
"""Attributes of our templates that hold words, names and states."""
_LOADED = ("data-items", "data-journey", "data-quiz", "data-target")
_FORM_NAMES = (
    "accept autocapitalize autocomplete dir enterkeyhint hidden hreflang inputmode max maxlength name "
    "required role spellcheck tabindex type value"
)
_DRAWN = (
    "color d data-blank display fill font-family font-size font-weight height opacity rx stroke "
    "stroke-dasharray stroke-linecap stroke-linejoin stroke-width text-anchor transform viewbox width x "
    "y dy"
)
_PAINT = re.compile(r"[\w\s.,#()'-]*")
_DRAWING: Attributes = dict.fromkeys(_DRAWN.split(), _PAINT) | {"role": NAME}
_FIELDS = re.compile(r"radio|checkbox|date|file|search|text|time|")
_SHELL: Map[str, Attributes] = {
    "a": {"download": ANY},
    "input": {"type": _FIELDS},
    "svg": {**_DRAWING, "xmlns": re.compile(r"http://www\.w3\.org/2000/svg")},
    **dict.fromkeys(("g", "path", "rect", "text", "tspan"), _DRAWING),
}
_WORDS = dict.fromkeys(_FORM_NAMES.split(), ANY)
SHELL: Map[str, Attributes] = {
    name: {**_EVERYWHERE, **_WORDS, **TEXT.get(name, {}), **_SHELL.get(name, {})}
    for name in dict.fromkeys((*TEXT, *_OF_TEMPLATES.split(), *_SHELL))
}
"""The same with what our templates make around the text."""


def values_of(table: Map[str, Attributes], element: str, name: str) -> Values | None:
    """The values that an attribute may have, None for an attribute that is not on the list."""
    allowed = table[element].get(name)
    if allowed is None and table is SHELL and _SAID.fullmatch(name):
        return DATA if name in _LOADED else ANY
    return allowed


_LOCAL = r"(?:/(?!/))?(?:\.{1,2}/)*(?:[\w-]+/)*"
HEAD = re.compile(
    r"<!doctype html>"
    rf'|<script type="module" src="{_LOCAL}assets/[0-9a-f]+/js/[\w/-]+\.js"></script>'
    r'|<meta charset="utf-8">'
    r'|<meta name="(?:viewport|description|robots)" content="[^"<>]*">'
    r"|<meta name=\"search\" content='[^'<>]*'>"
    r'|<meta property="og:(?:title|description|url|image)" content="[^"<>]*">'
    r'|<link rel="canonical" href="https?://[^"<>\s]*">'
    r'|<link rel="alternate" hreflang="[a-z-]+" href="https?://[^"<>\s]*">'
    rf'|<link rel="alternate" type="application/atom\+xml" title="[^"<>]*" href="{_LOCAL}[\w.-]+\.xml">'
    rf'|<link rel="icon" type="image/svg\+xml" href="{_LOCAL}assets/[0-9a-f]+/img/favicon\.svg">'
    rf'|<link rel="manifest" href="{_LOCAL}app\.[a-z]+\.webmanifest">'
    rf'|<link rel="(?:stylesheet|modulepreload)" href="{_LOCAL}assets/[\w./-]+">'
)
"""What loads something or speaks for a page: allowed exactly as our own template writes it."""
