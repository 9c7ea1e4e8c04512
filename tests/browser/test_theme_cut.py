"""The cut stylesheet of the theme looks like the uncut one, on every component that editors can write."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Literal

import material
import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import Serve
from handbook.site import theme_css
from handbook.site.theme_css import ThemeCss
from small_book import SmallBook, page

BODY = """
Giữ kín mã.[^1] Xem `mã` này.

- một
- hai

=== "Android"
    Mở Cài đặt.

=== "iPhone"
    Mở Cài đặt chung.

| A | B |
|---|--:|
| 1 | 2 |

[^1]: Nguồn.
"""
THEME = Path(material.__file__).parent / "templates/assets/stylesheets"


def uncut() -> str:
    """Every rule of the theme that names a component, whether a page needs it or not."""
    theme = ThemeCss(next(THEME.glob("main.*.css")).read_text(encoding="utf-8"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme_css, "_fits", lambda *_: True)
        return theme.cut(())


def pictures(browser: Browser, address: str) -> list[bytes]:
    """The page in two schemes, three widths, as it stands, answered to, and on paper."""
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    shots = []
    for scheme, width in itertools.product(schemes, (320, 360, 1280)):
        with browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
        ) as context:
            shown = context.new_page()
            shown.goto(address)
            shots += [shot(shown), *states(shown)]
    return shots


def shot(shown: Page) -> bytes:
    """The whole page, once nothing moves any more."""
    return shown.screenshot(full_page=True, animations="disabled")


def states(shown: Page) -> list[bytes]:
    """Another tab, a focus, a pointer, paper."""
    shown.locator(".tabbed-labels label").nth(1).click()
    another = shot(shown)
    shown.locator(".tabbed-set input").first.focus()
    focused = shot(shown)
    shown.locator(".footnote-ref").hover()
    pointed = shot(shown)
    shown.emulate_media(media="print")
    return [another, focused, pointed, shot(shown)]


def test_the_cut_shows_every_component_as_the_whole_stylesheet_does(
    browser: Browser, serve: Serve, book: SmallBook
) -> None:
    book.write("docs/vi/about.md", page("Về cẩm nang", BODY))
    built = book.build()
    assert built.code == 0, built.output
    [cut] = (built.site / "assets").glob("theme.*.css")
    address = f"{serve(built.site)}about/"
    with_cut = pictures(browser, address)
    whole = uncut()
    assert len(whole) > 3 * cut.stat().st_size
    cut.write_text(whole, encoding="utf-8")
    assert pictures(browser, address) == with_cut
    cut.write_text("", encoding="utf-8")
    assert pictures(browser, address) != with_cut
