"""The page of modules: what can be opened, for whom, and how many are still to come."""

from __future__ import annotations

import re

import pytest

from small_book import LANGUAGES, SmallBook, page

TRACKS = """tracks:
  elders:
    name:
      vi: Người già
      fr: Aînés
      en: Elders
    about:
      vi: Bạn đã về hưu.
      fr: Vous êtes à la retraite.
      en: You are retired.
  sellers:
    name:
      vi: Người bán
      fr: Vendeurs
      en: Sellers
    about:
      vi: Bạn bán hàng.
      fr: Vous vendez.
      en: You sell things.
"""
DRAFT = """
  - code: M02
    slug: doors
    kind: optional
    minutes: 5
    digcomp: []
    tracks: [elders, sellers]
    draft: true
    title:
      vi: Cửa
      fr: Les portes
      en: Doors
"""


def modules_page(book: SmallBook, locale: str) -> str:
    """The page of a book with one module for the elders and one that is being written for both."""
    programme = "docs/data/programme.yml"
    book.change(programme, "tracks:\n", TRACKS)
    book.change(programme, "    pages: [door", "    tracks: [elders]\n    pages: [door")
    book.write(programme, book.read(programme).rstrip() + DRAFT)
    built = book.build()
    assert built.code == 0, built.output
    return built.html(f"{locale}/modules")


def path_of(html: str, name: str) -> str:
    """One path as it stands on the page."""
    found = re.search(
        rf"<h3>{name}</h3>(.*?)</li>\s*(?:<li>\s*<h3>|</ul>\s*</section>)", html, re.DOTALL
    )
    assert found
    return found[1]


def test_a_path_says_for_whom_it_is_and_leads_to_its_modules(book: SmallBook) -> None:
    html = modules_page(book, "en")
    elders, sellers = path_of(html, "Elders"), path_of(html, "Sellers")
    assert "<p>You are retired.</p>" in elders
    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', elders) == [("../locks/", "Locks")]
    assert "<a " not in sellers
    assert "Modules still being written: 1." in elders
    assert "Modules still being written: 1." in sellers


def test_a_draft_is_counted_and_not_named(book: SmallBook) -> None:
    html = modules_page(book, "fr")
    assert "Les portes" not in html
    assert "Modules en préparation\u00a0: 1." in html


def test_a_book_that_is_complete_announces_nothing(book: SmallBook) -> None:
    html = book.build().html("en/modules")
    assert "being written" not in html
    assert 'id="paths"' not in html


WRITING = {
    "vi": "Còn {n} bài đang được viết.",
    "fr": "Modules en préparation\u00a0: {n}.",
    "en": "Modules still being written: {n}.",
}
NAMES = {"vi": ("Người già", "Người bán"), "fr": ("Aînés", "Vendeurs"), "en": ("Elders", "Sellers")}
MANY = """
  - code: {code}
    slug: {slug}
    kind: {kind}
    minutes: 5
    digcomp: []
    tracks: [{tracks}]
    {state}
    title:
      vi: Bài {number}
      fr: Module {number}
      en: Part {number}
"""


def ten_modules_and_five_drafts(book: SmallBook) -> None:
    """With the one that is there: five compulsory ones, five for the elders, every second one for both."""
    programme = "docs/data/programme.yml"
    book.change(programme, "tracks:\n", TRACKS)
    text = book.read(programme).rstrip()
    for number in range(2, 16):
        optional, draft = number > 5, number > 10
        tracks = ["elders", "sellers"][: 1 + number % 2] if optional else []
        text += MANY.format(
            code=f"M{number:02}",
            slug=f"part-{number}",
            kind="optional" if optional else "compulsory",
            tracks=", ".join(tracks),
            state="draft: true" if draft else "pages: [text]",
            number=number,
        ).rstrip()
        for locale in () if draft else LANGUAGES:
            book.write(f"docs/{locale}/part-{number}/index.md", page(f"About {number}"))
            book.write(f"docs/{locale}/part-{number}/text.md", page(f"Text {number}"))
    book.write(programme, f"{text}\n")


@pytest.fixture
def many(book: SmallBook) -> SmallBook:
    ten_modules_and_five_drafts(book)
    return book


def test_ten_modules_and_five_drafts_stand_right_in_every_language(many: SmallBook) -> None:
    built = many.build()
    assert built.code == 0, built.output
    words = {"vi": "Bài", "fr": "Module", "en": "Part"}
    for locale in LANGUAGES:
        html = built.html("modules" if locale == "vi" else f"{locale}/modules")
        elders, sellers = (path_of(html, name) for name in NAMES[locale])
        for path, numbers, drafts in ((elders, [6, 7, 8, 9, 10], 5), (sellers, [7, 9], 3)):
            found = re.findall(r'<a href="([^"]+)">([^<]+)</a>', path)
            assert found == [(f"../part-{n}/", f"{words[locale]} {n}") for n in numbers]
            assert WRITING[locale].format(n=drafts) in path
        cards = re.findall(r'<h3><a href="\.\./([a-z0-9-]+)/">', html)
        assert cards == ["locks", *(f"part-{number}" for number in range(2, 11))]
        assert (
            html.count(WRITING[locale].format(n=5)) == 2
        )  # beside the rule, and in the path of the elders
        assert not any(f"part-{number}" in html for number in range(11, 16))
