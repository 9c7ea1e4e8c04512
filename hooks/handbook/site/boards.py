"""The pages that can be shown to a room, for those who teach."""

from __future__ import annotations

import html

from handbook.addresses import Addresses
from handbook.book import Book, module_keys
from handbook.contact import block
from handbook.programme import Module
from handbook.site.shell import foreign_to

FRAGMENT = "board"
"""Behind the address of a page: overrides/assets/js/shell.js opens it in large letters."""


def board_list(book: Book, addresses: Addresses, spoken: str, locale: str, key: str) -> str:
    """Every published module with links to its pages, as the page `key` of a site language needs them.

    `spoken`: language of the page's text, which may be a translation that is missing.
    """
    words = book.strings[spoken]

    def link(target: str) -> str:
        page = book.page(locale, target)
        other = foreign_to(spoken, page)
        lang = f' lang="{other}"' if other else ""
        href = addresses.relative(locale, key, target, FRAGMENT)
        return f'<li><a href="{href}"{lang}>{html.escape(page.title, quote=False)}</a></li>'

    def part(module: Module) -> str:
        title = html.escape(module.title[spoken], quote=False)
        links = "".join(map(link, module_keys(module)[1:]))
        return f'<h3 id="{FRAGMENT}-{module.slug}">{title}</h3><ul>{links}</ul>'

    modules = "".join(map(part, book.programme.published))
    how = html.escape(words["board-how"], quote=False)
    return block(f'<h2 id="{FRAGMENT}s">{words["board-pages"]}</h2><p>{how}</p>{modules}')
