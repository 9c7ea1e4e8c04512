"""The theme's stylesheet is loaded only for its components, cut to those that are used."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import material
import pytest

from handbook.site.theme_css import ThemeCss, signatures
from small_book import Built, SmallBook, page

FOOTNOTE = "Gardez vos codes.[^1]\n\n[^1]: Une source.\n"
TABS = '=== "Android"\n    Mở Cài đặt.\n\n=== "iPhone"\n    Mở Cài đặt chung.\n'


@pytest.fixture(scope="module")
def theme() -> ThemeCss:
    folder = Path(material.__file__).parent / "templates/assets/stylesheets"
    return ThemeCss(next(folder.glob("main.*.css")).read_text(encoding="utf-8"))


def styles(built: Built, address: str) -> list[str]:
    """Names of the stylesheets that a page loads."""
    return re.findall(r'rel="stylesheet" href="(?:\.\./)*([^"]+)"', built.html(address))


def test_a_page_without_components_loads_nothing_of_the_theme(book: SmallBook) -> None:
    built = book.build()
    assert not list((built.site / "assets").glob("theme.*"))
    assert [name.rpartition("/")[2] for name in styles(built, "locks/door")] == ["handbook.css"]


def test_a_page_with_a_component_loads_exactly_its_rules(book: SmallBook) -> None:
    book.write("docs/fr/locks/index.md", page("Les serrures", FOOTNOTE))
    built = book.build()
    [file] = (built.site / "assets").glob("theme.*.css")
    assert f"assets/{file.name}" in styles(built, "fr/locks")
    css = file.read_text(encoding="utf-8")
    assert ".md-typeset .footnote" in css
    assert "tabbed" not in css
    assert len(gzip.compress(css.encode())) < 2000
    assert styles(built, "locks")[0].endswith("handbook.css")


def test_a_component_that_an_editor_adds_later_is_not_lost(book: SmallBook) -> None:
    book.write("docs/fr/locks/index.md", page("Les serrures", FOOTNOTE))
    [before] = (book.build().site / "assets").glob("theme.*.css")
    book.write("docs/vi/about.md", page("Về cẩm nang", TABS))
    [after] = (book.build().site / "assets").glob("theme.*.css")
    css = after.read_text(encoding="utf-8")
    assert after.name != before.name
    assert ".tabbed-labels" in css
    assert ".footnote" in css


def test_every_custom_property_of_the_cut_is_defined(theme: ThemeCss) -> None:
    html = '<div class="admonition note"><p class="admonition-title">A</p></div>'
    css = theme.cut(signatures(html))
    read = set(re.findall(r"var\((--md-[\w-]+)\)", css))
    defined = set(re.findall(r"(--md-[\w-]+):", css))
    assert read <= defined
    assert "--md-admonition-icon--note" in defined
    assert "--md-admonition-icon--bug" not in defined


def test_our_own_pages_use_none_of_the_themes_class_names(real_site: Built, theme: ThemeCss) -> None:
    for file in real_site.site.rglob("*.html"):
        used = {name for _, classes in signatures(file.read_text(encoding="utf-8")) for name in classes}
        assert not used & theme.components, file


def test_scripts_use_no_class_of_the_theme(real_site: Built, theme: ThemeCss) -> None:
    for file in (real_site.site / "assets").glob("*/js/**/*.js"):
        text = file.read_text(encoding="utf-8")
        named = re.findall(r'className: "([\w -]+)"|classList\.(?:add|toggle)\("([\w-]+)"', text)
        used = {name for classes in named for name in " ".join(classes).split()}
        assert not used & theme.components, file.name
