"""HTML taken apart so strictly that every browser must read it in the same way.

A filter that reads more kindly than a browser can be fooled by what the two read differently. So only
tags of the plainest form are read at all; a `<` that begins none of them is itself a breach, comments
and declarations among them. Source: https://html.spec.whatwg.org/multipage/syntax.html (start tags).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

PIECES = re.compile(r"""(<(?:[^"'<>]|"[^"]*"|'[^']*')*>)""")
"""Splits HTML into text, tag, text, tag, …, text."""
_VALUE = r"""\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:\s+[a-zA-Z][\w:.-]*(?:{_VALUE})?)*)\s*/?>",
    re.ASCII,
)
_ATTRIBUTE = re.compile(rf"\s+(?P<name>[a-zA-Z][\w:.-]*)(?:{_VALUE})?", re.ASCII)
_QUOTED = re.compile(r"""=\s*(?P<sign>["']?)(?P<value>.*)(?P=sign)$""", re.DOTALL)
# What a browser leaves out of an address: https://url.spec.whatwg.org/ (basic URL parser).
_AROUND = "".join(map(chr, range(0x21)))
_WITHIN = re.compile(r"[\t\n\r]")


@dataclass(frozen=True)
class Tag:
    """`name` in small letters. `attributes`: names as written and values with their entities decoded."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    closes: bool = False


def tag_of(text: str) -> Tag | None:
    """The tag that `text` is, from `<` to `>`; None when it is not of the plainest form."""
    found = _TAG.fullmatch(text)
    if found is None or (found["end"] and found["rest"].strip()):
        return None
    attributes = tuple(
        (attribute["name"], _value(attribute[0])) for attribute in _ATTRIBUTE.finditer(found["rest"])
    )
    return Tag(found["name"].lower(), attributes, bool(found["end"]))


def address_of(value: str) -> str:
    """An address as a browser reads it: no spaces and signs of control around it, no breaks in it."""
    return _WITHIN.sub("", value.strip(_AROUND))


def _value(attribute: str) -> str:
    found = _QUOTED.search(attribute)
    return html.unescape(found["value"]) if found else ""
