"""A page on its way to paper: opened, named, numbered, with every address."""

from __future__ import annotations

import os
import re

import pytest
from mkdocs.config import load_config

from handbook.paper import markdown
from handbook.paper.bake import Oven
from handbook.paper.imprint import read_imprint
from handbook.paper.links import Reach
from handbook.paper.tree import inner
from small_book import PROJECT, SmallBook, page

GLOSSARY = """
docs/data/glossary.yml
| terms:
|   - id: lock
|     vi: {term: ổ khóa, definition: Giữ cửa.}
|     fr: {term: serrure, definition: Ferme la porte.}
|     en: {term: lock, definition: Keeps a door shut.}
"""


def baked(book: SmallBook, body: str, key: str = "locks/door", *also: str) -> str:
    """The HTML of a page of English text, with the pages that are in the same PDF."""
    book.write(f"docs/en/{key}.md", page("The door", body))
    loaded, _ = book.load()
    imprint = read_imprint(book.folder, loaded, {"SITE_URL": "https://learn.example/pde/"})
    reach = Reach(loaded, imprint, "en", frozenset([key, *also]))
    oven = Oven(loaded, reach, lambda module: f'<p id="q-1">Questions of {module}</p>')
    return inner(oven.bake(loaded.page("en", key)))


def test_paper_reads_markdown_as_the_site_does() -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(PROJECT / "mkdocs.yml"))
    assert sorted(markdown.EXTENSIONS) == sorted(config.markdown_extensions)
    given = {name: values for name, values in config.mdx_configs.items() if values}
    assert given == markdown.CONFIGS


def test_what_is_folded_on_a_screen_is_open_on_paper(book: SmallBook) -> None:
    html = baked(
        book, "/// local | fr folded\nCall 17.\n///\n\n<details><summary>More</summary>Text</details>\n"
    )
    assert "details" not in html
    assert '<p class="opened-title local-label">In France</p>' in html
    assert "Call 17." in html
    assert '<p class="opened-title">More</p>Text' in html


def test_tabs_become_blocks_with_titles(book: SmallBook) -> None:
    html = baked(book, '=== "Android"\n\n    Tap A.\n\n=== "iPhone"\n\n    Tap B.\n')
    texts = re.sub(r"<[^>]+>", " ", html).split()
    assert texts == ["Android", "Tap", "A.", "iPhone", "Tap", "B."]
    assert html.count('<p class="tab-title">') == 2
    assert "input" not in html


def test_nothing_is_left_to_press(book: SmallBook) -> None:
    html = baked(book, "<p>Text <button>Go</button> goes on <input type=checkbox> here.</p>\n")
    assert html.strip() == "<p>Text  goes on  here.</p>"


def test_words_of_the_glossary_are_explained_below_the_text(book: SmallBook) -> None:
    book.tree(
        GLOSSARY.replace("{term: ", "\n|       term: ")
        .replace(", definition: ", "\n|       definition: ")
        .replace("}", "")
    )
    html = baked(book, "A lock keeps the door. Two locks: a lock again.\n")
    assert '<span class="term">lock</span> keeps' in html
    assert html.count('class="term"') == 1
    assert "<strong>lock</strong>: Keeps a door shut." in html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[a](quiz.md#q-1)", '<a href="#p:locks/quiz:q-1" class="to-page" data-page="→ page">a</a>'),
        ("[a](#two-locks)", '<a href="#p:locks/door:two-locks" class="to-page" data-page="→ page">a</a>'),
        ("[a](index.md)", '<a href="https://learn.example/pde/en/locks/">a</a> <span class="address">(learn.example/pde/en/locks)</span>'),
        ("[a](../help.md#call)", '<a href="https://learn.example/pde/en/help/#call">a</a> <span class="address">(learn.example/pde/en/help/#call)</span>'),
        ("[a](https://b.example/c/)", '<a href="https://b.example/c/">a</a> <span class="address">(b.example/c)</span>'),
        ("[b.example](https://b.example/)", '<a href="https://b.example/">b.example</a>'),
        ("[156](tel:156)", '<a href="tel:156">156</a>'),
        ("[a@b.example](mailto:a@b.example)", '<a href="mailto:a@b.example">a@b.example</a>'),
        ("[a](../../assets/img/x.png)", '<a href="https://learn.example/pde/assets/img/x.png">a</a> <span class="address">(learn.example/pde/assets/img/x.png)</span>'),
    ],
)  # fmt: skip
def test_a_link_says_where_it_leads(book: SmallBook, written: str, html: str) -> None:
    assert html in baked(book, f"Text {written}, and on.\n", "locks/door", "locks/quiz").replace(
        "</span>,", "</span>"
    )


def test_the_same_heading_of_two_pages_has_two_ids(book: SmallBook) -> None:
    assert '<h3 id="p:locks/door:a-lock">A lock</h3>' in baked(book, "## A lock {#a-lock}\n\nText.\n")
    assert '<p id="p:locks/quiz:q-1">' in baked(book, "{{ quiz locks }}\n", "locks/quiz")


def test_headers_of_tables_head_their_columns(book: SmallBook) -> None:
    html = baked(book, "| a | b |\n|---|--:|\n| c | d |\n")
    assert html.count('<th scope="col"') + html.count('scope="col">') >= 2
    assert "style=" not in html


def test_a_footnote_leads_there_and_nobody_goes_back_by_an_arrow(book: SmallBook) -> None:
    html = baked(book, "Text.[^1]\n\n[^1]: A note.\n")
    assert 'href="#p:locks/door:fn:1"' in html
    assert "↩" not in html
    assert "to-page" not in html


def test_a_picture_is_read_from_docs_and_keeps_its_words(book: SmallBook) -> None:
    html = baked(book, "![A red door.](../../assets/img/door.svg)\n")
    assert '<img alt="A red door." src="docs:assets/img/door.svg">' in html
