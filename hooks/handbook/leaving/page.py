"""A page as plain Markdown and HTML: its text, with what our templates put around it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, Template

from handbook.leaving.sources import Sources
from handbook.pages.page import Page
from handbook.site.site import Site
from handbook.site.view import View
from handbook.typography import polish

STYLES = "assets/style/"
"""Folder of our styles for the articles of another theme, below the root of the site."""
_BEGIN, _END = "\ue000", "\ue001"
"""Around the text in what the template makes: signs that no page holds."""
_TEXT = re.compile(f"{_BEGIN}(.*?){_END}", re.DOTALL)
_AROUND = re.compile(
    r"</?article\b[^>]*>|<h1>.*?</h1>|<button class=\"[^\"]*\blisten\b.*?</button>"
    r"|<p class=\"(?:eyebrow|own-state)\">.*?</p>|<progress class=\"path\" value.*?</progress>"
    r"|<nav class=\"steps\".*?</nav>",
    re.DOTALL,
)
"""What the theme of a successor brings by itself, or what only our shell can do."""
_SCRIPT = re.compile(r'<script type="module" src="([^"]+)"></script>')
_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*/css/([^"]+)\.css">')
_TABLE = re.compile(r'<meta name="search"[^>]*>')
"""What the script of search reads; it may stand anywhere in a page."""
_SHELL = ("js/shell.js", "js/offline/main.js")
"""Scripts of the shell, and of what needs the worker: they stay behind."""
_EVERYWHERE = "handbook"
"""The style that the settings load on every page."""


@dataclass(frozen=True)
class Pages:
    """Writes the pages of a site; made by `open_pages`."""

    site: Site
    sources: Sources
    content: Callable[[dict[str, object]], str]
    head: Template

    def markdown(self, locale: str, key: str) -> str:
        """The file of a page in a site language: front matter, text, and all that stands around it.

        Every link leads from file to file; what only scripts read is the address of the built site.
        """
        page = self.site.book.page(locale, key)
        view = self.site.view(locale, key, "", "")
        parts = (self._needs(view), *self._parts(view, page, locale, key))
        text = "\n\n".join(filter(None, (part.strip("\n") for part in parts)))
        text = self.sources.addressed(text, locale, key)
        return f"---\n{self._front(page)}---\n\n{text}\n"

    def _front(self, page: Page) -> str:
        data = {"title": page.title, "description": page.description, "updated": str(page.updated)}
        spoken = {name: polish(value, page.locale) for name, value in data.items()}
        return yaml.safe_dump(spoken, allow_unicode=True, sort_keys=False, width=10_000)

    def _parts(self, view: View, page: Page, locale: str, key: str) -> Iterator[str]:
        text = self.site.markdown(locale, key).strip()
        if view.kind == "home":  # the template looks for the end of the first paragraph
            first, _, rest = text.partition("\n\n")
            text = f"{first}{_END}</p>{_BEGIN}{rest}"
        text = f"{_BEGIN}{text}{_END}"
        made = self.content({"view": view, "icon": self.site.icon, "page": {"content": text}})
        # split() gives HTML, text, HTML, …
        for index, part in enumerate(_TEXT.split(made)):
            if index % 2:
                spoken = polish(part.strip(), page.locale)
                around = f'<div lang="{page.locale}" markdown="1">'
                yield f"{around}\n\n{spoken}\n\n</div>" if view.foreign else spoken
            else:
                yield polish(_flush(_AROUND.sub("", part.removeprefix("</p>"))), locale)

    def _needs(self, view: View) -> str:
        """The styles and scripts of the page; root.js, which says where the site begins, runs first."""
        head = self.head.render(view=view)
        styles = [name for name in _STYLE.findall(head) if name != _EVERYWHERE]
        scripts = [source for source in _SCRIPT.findall(head) if not source.endswith(_SHELL)]
        if scripts:
            scripts = [f"{view.root}assets/root.js", *scripts]
        links = [f'<link rel="stylesheet" href="{view.root}{STYLES}{name}.css">' for name in styles]
        links += [f'<script type="module" src="{html.escape(source)}"></script>' for source in scripts]
        links += _TABLE.findall(head)
        return f"<div>{''.join(links)}</div>" if links else ""


def open_pages(site: Site, overrides: Path) -> Pages:
    """The pages of a site. `overrides`: folder of the templates, which are read as MkDocs reads them."""
    loader = FileSystemLoader(overrides)
    # As MkDocs: what a template shows is HTML already.
    env = Environment(loader=loader, trim_blocks=True, lstrip_blocks=True)  # noqa: S701
    block = env.get_template("main.html")

    def content(values: dict[str, object]) -> str:
        return "".join(block.blocks["content"](block.new_context(values)))

    head = env.get_template("partials/head.html")
    return Pages(site, Sources(site.book, site.settings.addresses), content, head)


def _flush(made: str) -> str:
    """HTML with no indented and no empty line, neither of which Markdown would leave alone."""
    return "\n".join(filter(None, (line.strip() for line in made.splitlines())))
