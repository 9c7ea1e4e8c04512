"""HTML as a tree that can be changed: what a page says is kept, what only a screen can do is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, tostring

import tinyhtml5

_CLOSES_ITSELF = re.compile(r"<(?!(?:area|br|col|hr|img|input|wbr)\b)[a-z][^<>]*/>", re.IGNORECASE)
"""Of these HTML and XML think differently."""


def parse(html: str) -> Element:
    """The elements of a piece of HTML, below one <div>.

    What is XML too, nearly everything, is read ten times faster as such.
    """
    whole = f"<div>{html}</div>"
    if not _CLOSES_ITSELF.search(whole):
        try:
            return fromstring(whole)  # noqa: S314 (our own pages; expat 2.4.1 and newer bound entities)
        except ParseError:
            pass
    page: Element = tinyhtml5.parse(whole, namespace_html_elements=False)
    return next(page.iter("div"))


def serialise(element: Element) -> str:
    """An element and what is in it as HTML."""
    return tostring(element, encoding="unicode", method="html")


def inner(element: Element) -> str:
    """What is in an element as HTML, without the element itself."""
    return serialise(element).partition(">")[2].rpartition("</")[0]


def words(element: Element) -> str:
    """The text of an element, its spaces folded."""
    return " ".join("".join(element.itertext()).split())


def classes(element: Element) -> list[str]:
    """The class names of an element."""
    return element.get("class", "").split()


def having(root: Element, name: str) -> Iterator[Element]:
    """Every element of a class, in order; `root` may change meanwhile."""
    return iter([each for each in root.iter() if isinstance(each.tag, str) and name in classes(each)])


def parents(root: Element) -> dict[Element, Element]:
    """The element around each element."""
    return {child: parent for parent in root.iter() for child in parent}


def remove(parent: Element, child: Element) -> None:
    """Take an element out; the text behind it stays."""
    index = list(parent).index(child)
    _join(parent, index, child.tail or "")
    parent.remove(child)


def unwrap(parent: Element, child: Element) -> None:
    """Put what is in an element in its place."""
    index = list(parent).index(child)
    _join(parent, index, child.text or "")
    inside = list(child)
    if inside:
        inside[-1].tail = (inside[-1].tail or "") + (child.tail or "")
        parent.remove(child)
    else:
        remove(parent, child)
    for offset, each in enumerate(inside):
        parent.insert(index + offset, each)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last element; `class_` stands for class."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    element = SubElement(parent, tag, named)
    element.text = text
    return element


def _join(parent: Element, index: int, text: str) -> None:
    """Add text in front of the child at an index."""
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
