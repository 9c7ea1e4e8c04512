"""The page of modules: what can be opened, for whom, and how many are still to come."""

from __future__ import annotations

import re

from small_book import SmallBook

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
