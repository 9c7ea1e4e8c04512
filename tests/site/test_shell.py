"""What stands around every page, in the built HTML."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from small_book import LANGUAGES, Built, SmallBook

PAGES = {
    "vi": "safe-accounts/second-lock",
    "fr": "fr/safe-accounts/second-lock",
    "en": "en/safe-accounts/second-lock",
}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_language_switch_leads_to_the_same_page_in_its_own_words(
    real_site: Built, locale: str
) -> None:
    html = real_site.html(PAGES[locale])
    nav = re.search(r'<nav class="languages".*?</nav>', html, re.DOTALL)
    assert nav
    links = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)"[^>]*>([^<]+)</a>', nav[0])
    assert [(lang, hreflang, text) for _, lang, hreflang, text in links] == [
        ("vi", "vi", "Tiếng Việt"),
        ("fr", "fr", "Français"),
        ("en", "en", "English"),
    ]
    assert all(href == "./" or href.endswith("safe-accounts/second-lock/") for href, *_ in links)


def test_a_lesson_carries_its_modules_pages_and_not_the_whole_book(book: SmallBook) -> None:
    book.tree(
        """
docs/vi/doors/index.md
| ---
| title: Cửa
| description: Cửa.
| updated: 2026-11-22
| ---
| Text.
docs/vi/doors/hinge.md
| ---
| title: Bản lề
| description: Bản lề.
| updated: 2026-11-22
| ---
| Text.
"""
    )
    book.change(
        "docs/data/programme.yml",
        "      en: Locks",
        "      en: Locks\n  - code: M02\n    slug: doors\n    kind: optional\n    minutes: 5\n"
        "    digcomp: []\n    pages: [hinge]\n    title:\n      vi: Cửa\n      fr: Portes\n      en: Doors",
    )
    built = book.build()
    assert built.code == 0, built.output
    assert "doors/hinge" not in built.html("locks/door")
    assert 'href="../doors/"' in built.html("modules")
    assert 'rel="next" href="../../doors/"' in built.html("locks/quiz")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_chat_gets_title_sentence_and_picture_of_each_page(real_site: Built, locale: str) -> None:
    html = real_site.html(PAGES[locale])
    values = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]+)">', html))
    heading = re.search(r"<h1>([^<]+)</h1>", html)
    assert heading
    assert values["title"] == heading[1]
    assert len(values["description"]) > 40
    assert values["image"].startswith("https://learn.example/pde/assets/share/")
    file = real_site.site / values["image"].removeprefix("https://learn.example/pde/")
    with Image.open(file) as picture:
        assert picture.size == (600, 315)
        assert len(picture.getcolors() or []) > 10, "the picture is empty"


def test_pictures_for_chats_differ_from_page_to_page_and_from_language_to_language(
    real_site: Built,
) -> None:
    addresses = [
        re.search(r'og:image" content="([^"]+)"', real_site.html(address))
        for address in (*PAGES.values(), "safe-accounts/healthy-phone")
    ]
    assert len({match[1] for match in addresses if match}) == 4


def test_every_page_forbids_inline_code_and_strangers(real_site: Built) -> None:
    for file in real_site.site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
        assert policy, file
        assert "unsafe" not in policy[1]
        assert "default-src 'none'" in policy[1]
        assert html.index("Content-Security-Policy") < html.index("<script")
        assert not re.search(r"\son\w+=", html), file
        assert not re.search(r"\sstyle=", html), file


def test_the_policy_allows_the_early_script_and_no_other(real_site: Built) -> None:
    import base64
    import hashlib

    for address, inline in (("fr", 1), ("fr/search", 2)):  # a search in the address has one of its own
        html = real_site.html(address)
        scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
        assert len(scripts) == inline == html.count("'sha256-")
        for script in scripts:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in html


def test_no_word_of_the_theme_is_left_on_a_page(real_site: Built) -> None:
    english = (
        "Skip to content",
        "Back to top",
        "Table of contents",
        "Search",
        "Made with",
        "Permanent link",
    )
    for address in ("", "safe-accounts/quiz", "fr", "fr/safe-accounts/quiz", "fr/about"):
        html = real_site.html(address)
        assert not [words for words in english if words in html], address


def test_a_page_brings_the_style_of_help_when_it_needs_it(book: SmallBook) -> None:
    book.change("docs/en/locks/door.md", "Text with {{ fact hotline }}.", "{{ call hotline }}")
    book.change("docs/fr/locks/door.md", "Text with", "/// local | fr folded\nIci.\n///\n\nText with")
    built = book.build()
    assert built.code == 0, built.output
    style = "css/help.css"
    for address in ("help", "en/locks/door", "fr/locks/door"):
        assert style in built.html(address)
    for address in ("", "locks/door", "locks/quiz"):
        assert style not in built.html(address)
