"""A page's own blocks and directives written out as Markdown and HTML that any generator reads."""

from __future__ import annotations

import html
from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass

from handbook.pages.blocks import FRAMES, Block, blocks_of
from handbook.pages.directives import replace_directives
from handbook.pages.excuse import without_excuses
from handbook.pages.page import Page
from handbook.problem import Problems
from handbook.strings import Strings


@dataclass(frozen=True)
class ExpandContext:
    """`words`: of the text's language. `values`: what each directive becomes."""

    words: Strings
    values: Map[str, Callable[[str], str]]


def expand(page: Page, context: ExpandContext) -> str:
    """The page's body as Markdown with HTML blocks (`md_in_html`), no directive left."""
    body = without_excuses(page.body)
    root = blocks_of(body, page.path, page.first_line, Problems())
    return replace_directives(_children(root, context), context.values)


def _children(block: Block, context: ExpandContext) -> str:
    parts: list[str] = []
    in_cards = False
    for child in block.children:
        is_card = isinstance(child, Block) and child.name == "card"
        if is_card != in_cards and not (in_cards and child == ""):
            parts.append("\n</div>\n" if in_cards else '\n<div class="kit" markdown="1">\n')
            in_cards = is_card
        parts.append(child if isinstance(child, str) else _block(child, context))
    if in_cards:
        parts.append("\n</div>\n")
    return "\n".join(parts)


def _block(block: Block, context: ExpandContext) -> str:
    inside = _children(block, context)
    if block.name in FRAMES:
        return _frame(block, inside, context)
    if block.name == "message":
        return _message(block, inside, context)
    if block.name == "local":
        return _local(block, inside, context)
    title = f'<p class="kit-title">{html.escape(block.title)}</p>'
    return _wrap("div", "kit-card", title, inside)


def _frame(block: Block, inside: str, context: ExpandContext) -> str:
    """A part of the lesson: its sign is drawn by the stylesheet, its name stands in words."""
    label = context.words.fill(f"frame-{block.name}", n=block.id.rpartition("-")[2])
    # A title that only repeats the label would be read out twice.
    name = "" if label == block.title else label
    head = f'<p class="frame-sign">{name}</p>\n\n## {block.title} {{#{block.id}}}'
    if block.name == "day":  # to be ticked on paper; a script puts a button in its place
        inside += f'\n\n<p class="day-done">{context.words["day-paper"]}</p>'
    return _wrap("section", f"frame frame-{block.name}", head, inside)


def _local(block: Block, inside: str, context: ExpandContext) -> str:
    """What holds in one country; folded it opens without a script."""
    label = context.words[f"country-{block.title}"]
    if block.folded:
        return _wrap("details", "local", f'<summary class="local-label">{label}</summary>', inside)
    return _wrap("div", "local", f'<p class="local-label">{label}</p>', inside)


def _message(block: Block, inside: str, context: ExpandContext) -> str:
    """A made-up message in a drawn phone; the band keeps a picture of it from passing for real."""
    band = f'<p class="example-band">{context.words["example"]}</p>'
    sender = f'<p class="sender">{html.escape(block.title)}</p>'
    bubble = _wrap("div", "bubble", "", inside)
    return _wrap("div", "message", f"{band}\n{sender}", bubble)


def _wrap(tag: str, css_class: str, head: str, inside: str) -> str:
    return f'\n<{tag} class="{css_class}" markdown="1">\n{head}\n\n{inside}\n\n</{tag}>\n'
