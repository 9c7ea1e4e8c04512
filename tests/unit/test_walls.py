"""What a page may hold: the list itself, how tags are read, and how a breach leads back to its source."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
import tinyhtml5
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.paper.markdown import to_html
from handbook.problem import Place
from handbook.walls.allowed import TEXT, values_of
from handbook.walls.tags import address_of
from handbook.walls.trace import Source, places
from handbook.walls.wall import Breach, page_wall, text_wall
from small_book import SmallBook
from told import Case, cases_of, check

EVERYTHING = """## Heading {#a}

A [link](b.md "title"), <https://a.example/?b=c#d>, <mail@a.example>, *this*, **that**, `code`,
<span lang="vi">chữ</span> <kbd>A</kbd> H<sub>2</sub>O<sup>2</sup>  \nH<abbr title="b">a</abbr> [^1] 1 &lt; 2 & 3

![A picture](../assets/img/a.svg)

1. one
    - two

> said

| a | b |
|:--|--:|
| 1 | 2 |

!!! note "Title"
    Text

=== "One"
    Text

=== "Two"
    Text

```python
<script>
```

term
: text

***

[^1]: A note.
"""
GOOD = (
    *(
        "https://a.example",
        "http://a.example:80/b?c=d#e",
        "tel:+84-24.113",
        "tel:*101#",
        "sms:5656?body=V%20113",
    ),
    *("mailto:a@b.example?subject=c", "#a", "./", "../../b/c/#d", "b/?c=d", "đường/", ""),
)
BAD = (
    *("javascript:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)", "JavaScript:alert(1)"),
    *(
        "data:text/html,a",
        "vbscript:a",
        "file:///etc/passwd",
        "blob:https://a.example/b",
        "ftp://a.example/",
    ),
    *(
        "//a.example/",
        "/\\a.example/",
        "\\\\a.example/",
        "/\t/a.example/",
        "https:a.example",
        "https:/\\a",
    ),
    *("https://a@b.example/", "about:blank", "view-source:a", "intent://a#Intent;end", "a:b", "a b"),
)
_VALUES = st.one_of(
    st.sampled_from(
        [*GOOD[:6], *BAD[:6], "a", "a b", "&quot;", "&#x22; onclick=x", "&lt;b&gt;", "radio"]
    ),
    st.text("ab<>&;:/ \n", max_size=4),
)
_ATTRIBUTES = st.builds(
    "{}{}={}{}{}".format,
    st.sampled_from([" ", "\n", "  ", "/"]),
    st.sampled_from(
        ["href", "src", "class", "title", "alt", "id", "type", "lang", "open", "onclick", "HREF"]
    ),
    *[st.just('"'), _VALUES, st.just('"')],
)
_TAGS = st.builds(
    "<{}{}>".format,
    st.sampled_from(
        [
            "a",
            "p",
            "b",
            "div",
            "img",
            "br",
            "ul",
            "li",
            "table",
            "tr",
            "td",
            "select",
            "option",
            "details",
            "form",
            "input",
            "h2",
            "A",
            "IMG",
        ]
    ),
    st.lists(_ATTRIBUTES, max_size=3).map("".join),
)
SOUP = st.lists(
    st.one_of(
        _TAGS,
        _TAGS,
        st.sampled_from(["</p>", "</div>", "</b>", "</table>", "</a>", "</select>", "text"]),
        st.sampled_from(
            [
                *(
                    "<",
                    ">",
                    "</",
                    "/>",
                    "=",
                    "'",
                    '"',
                    "`",
                    " ",
                    "\n",
                    "\t",
                    "\f",
                    "\0",
                    "&",
                    ";",
                    "<!--",
                    "-->",
                ),
                *(
                    "<!-->",
                    "--!>",
                    "<![CDATA[",
                    "]]>",
                    "<?",
                    "<!doctype html>",
                    "&lt;",
                    "&#x3c",
                    "&quot;",
                ),
                *(
                    "<a ",
                    "href=",
                    '"#"',
                    "<p>",
                    "</p>",
                    "<b ",
                    "class=x",
                    "title='",
                    'title="',
                    "<img ",
                    "src=",
                ),
                *(
                    "<table>",
                    "<td>",
                    "<select>",
                    "<option>",
                    "<form>",
                    "<details open>",
                    "<li ",
                    "<svg",
                    "<math>",
                ),
                *(
                    "script",
                    "onclick=",
                    "style=",
                    "<title>",
                    "<textarea>",
                    "<style>",
                    "<noscript>",
                    "<template>",
                ),
            ]
        ),
        st.text(string.printable, max_size=3),
    ),
    max_size=14,
).map("".join)


@cases_of("folder")
def test_what_could_be_published_by_mistake_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)


def test_all_that_markdown_makes_is_allowed() -> None:
    html = to_html(EVERYTHING)
    assert text_wall().breaches(html) == []
    for made in (
        "<sup",
        "<table",
        "admonition",
        "tabbed-set",
        "footnote-backref",
        "<pre",
        "<hr",
        "<img",
    ):
        assert made in html


@pytest.mark.parametrize("address", GOOD)
def test_an_address_that_readers_need_is_allowed(address: str) -> None:
    assert text_wall().breaches(f'<a href="{address}">a</a>') == []


@pytest.mark.parametrize("address", BAD)
def test_any_other_address_is_refused(address: str) -> None:
    for sign in "\"'":
        [breach] = text_wall().breaches(f"<a href={sign}{address}{sign}>a</a>")
        assert (breach.code, breach.name) == ("wall-address", "href")


@pytest.mark.parametrize("address", BAD)
def test_entities_hide_no_address(address: str) -> None:
    hidden = "".join(f"&#{ord(sign)};" for sign in address)
    assert [breach.code for breach in text_wall().breaches(f'<a href="{hidden}">a</a>')] == [
        "wall-address"
    ]


@pytest.mark.parametrize(
    "address", ["https://a.example/b.png", "data:image/png;base64,a", "tel:113", "//a/b"]
)
def test_a_picture_comes_from_the_book(address: str) -> None:
    assert text_wall().breaches('<img src="../a.png" alt="a">') == []
    assert len(text_wall().breaches(f'<img src="{address}" alt="a">')) == 1


def test_a_template_may_load_only_what_is_ours() -> None:
    wall = page_wall(["a()"], ["b"])
    ours = '<script>a()</script><script type="module" src="../assets/0a/js/shell.js"></script>'
    ours += '<meta http-equiv="Content-Security-Policy" content="b"><link rel="stylesheet" href="assets/a.css">'
    assert wall.breaches(ours) == []
    for other in (
        "<script>b()</script>",
        '<script src="../assets/0a/js/shell.js"></script>',
        '<script type="module" src="https://a.example/assets/0a/js/shell.js"></script>',
        '<script type="module" src="//assets/0a/js/shell.js"></script>',
        '<meta http-equiv="Content-Security-Policy" content="c">',
        '<meta http-equiv="refresh" content="0">',
        '<link rel="stylesheet" href="https://a.example/assets/a.css">',
        '<link rel="preconnect" href="https://a.example/">',
        '<div data-journey="https://a.example/a.js"></div>',
    ):
        assert wall.breaches(ours + other), other


def test_words_of_an_editor_in_a_tag_of_the_template_are_named() -> None:
    [breach] = page_wall([], []).breaches('<meta name="description" content="Safe <b>accounts</b>">')
    assert (breach.code, breach.short) == ("wall-sign", "Safe <b>accounts</b>")


@given(SOUP)
@settings(max_examples=2000)
def test_what_the_wall_lets_through_is_read_alike_by_a_browser(soup: str) -> None:
    """A parser that follows the standard finds no element and no attribute that is not on the list."""
    if text_wall().breaches(soup):
        return
    page = tinyhtml5.parse(f"<!doctype html><body>{soup}", namespace_html_elements=False)
    for element in page.iter():
        assert isinstance(element.tag, str), "a comment"
        assert element.tag in {*TEXT, "html", "head", "body", "colgroup"}, element.tag
        for name, value in element.attrib.items():
            values = values_of(TEXT, element.tag, name)
            assert values is not None, name
            assert values.fullmatch(value) or values.fullmatch(address_of(value)), value


PAGE = Source(
    "docs/en/a.md", "---\n---\n## One {#one}\n\nText\n\n## Two {#two}\n\nA <b\n  onclick=x>b</b> B\n"
)
DATA = Source("docs/data/facts.yml", "value: a <i>\nother: <i> and <i>\n")


def test_a_breach_leads_to_every_place_from_which_it_comes() -> None:
    breach = Breach("wall-tag", "<i>", 0, "i")
    places_ = [Place(DATA.path, 1, 10), Place(DATA.path, 2, 8), Place(DATA.path, 2, 16)]
    assert places(breach, "", [PAGE, DATA]) == places_


def test_a_break_in_a_tag_may_have_become_a_space() -> None:
    breach = Breach("wall-attribute", "<b onclick=x>", 0, "onclick", "x", "b")
    assert places(breach, "", [DATA, PAGE]) == [Place(PAGE.path, 9, 3)]


def test_a_breach_that_stands_nowhere_leads_to_the_heading_above_it() -> None:
    html = '<h2 id="one">One</h2><h2 id="two">Two</h2><blink>'
    breach = Breach("wall-tag", "<blink>", html.index("<blink"), "blink")
    assert places(breach, html, [PAGE]) == [Place(PAGE.path, 7)]
    assert places(breach, "<blink>", [PAGE]) == [Place(PAGE.path)]


def test_a_link_of_the_file_system_is_told(book: SmallBook, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (book.folder / "docs/en/secret.txt").symlink_to(outside / "secret.txt")
    (book.folder / "docs/assets").mkdir()
    (book.folder / "docs/assets/all").symlink_to(outside)
    (book.folder / "quizzes/more.yml").symlink_to("../mkdocs.yml")
    (book.folder / "docs/en/nothing.txt").symlink_to("/nothing")
    (book.folder / "docs/en/inside").symlink_to("../data")
    said = "this is no file but a link, and would publish what stands where it leads"
    paths = [
        "docs/assets/all",
        "docs/en/inside",
        "docs/en/nothing.txt",
        "docs/en/secret.txt",
        "quizzes/more.yml",
    ]
    told = [line for line in book.messages() if "this is no file" in line]
    assert told == [f"{path}:1:1: {said} — put a copy of the file in its place" for path in paths]
