"""Markdown for paper: read exactly as MkDocs reads it for the site."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown import Markdown

EXTENSIONS = (
    "toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition", "footnotes",
    "pymdownx.tabbed",
)  # fmt: skip
"""Those that MkDocs adds by itself, and those of mkdocs.yml (a test compares them)."""
CONFIGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "pymdownx.tabbed": {"alternate_style": True},
    "toc": {"permalink": False},
}


_READER = Markdown(extensions=list(EXTENSIONS), extension_configs=CONFIGS)


@lru_cache(maxsize=512)  # a page is in the learner's chapter, the trainer's, the booklet, the kit
def to_html(text: str) -> str:
    """The HTML of a page's Markdown, its blocks and directives already written out."""
    return _READER.reset().convert(text)
