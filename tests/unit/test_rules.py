"""The rules on what editors write: every mistake at its place, and no word about what is right."""

from __future__ import annotations

import time
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.messages import SPOKEN
from handbook.pages.page import read_page
from handbook.problem import Problems
from handbook.rules.letters import hidden_signs, look_alikes, not_nfc
from handbook.rules.reading import Reading, reading_of
from handbook.rules.registry import check_pages
from handbook.rules.signs import spaces
from handbook.rules.texts import LANGUAGE_RULES, RAW_RULES, TEXT_RULES
from handbook.rules.tones import tone_marks
from large_book import write_large_book
from small_book import LANGUAGES, SmallBook, page
from told import Case, cases_of, check

WORDS = """a B đ ò hòan thuỷ é Ð о 100.000 1ère " ' ... ! ? : ; « » “ ” ( ) [ ] ![]( ](javascript: <b <br> <img
    / /// !!! # ## - 1. • | |---| {{ }} {#a} {a=b} ` ``` * _ & &nbsp; 0912 345 678 13/2023/NĐ-CP phạt amende
    fined £500 gọi 156"""
SCRAPS = [*WORDS.split(), "e\u0301", "\u200b", "\u200d", "100\u202f000", "\t", " ", "\n", "\n\n", "    "]
ANY_TEXT = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join)


@cases_of("layout")
def test_text_that_markdown_reads_otherwise_is_told(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("markup")
def test_pictures_tables_tags_and_links_are_checked(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("letters")
def test_letters_and_languages_are_checked(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("signs")
def test_signs_and_spaces_are_those_of_the_language(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("loose_facts")
def test_numbers_that_go_out_of_date_belong_to_the_facts(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("length")
def test_what_is_long_gets_a_notice(book: SmallBook, case: Case) -> None:
    check(book, case)


@cases_of("texts")
def test_texts_outside_the_pages_are_read_like_pages(book: SmallBook, case: Case) -> None:
    check(book, case)


# What the rules on layout rest on: if Markdown learns to read one of these, its rule can go.
TRAPS = {
    "a list stuck to a text": ("Text:\n- one\n- two", "<p>Text:\n- one\n- two</p>"),
    "an item with two spaces": ("- one\n  - two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
    "an item with three spaces": ("1. one\n   - two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
    "a paragraph with three spaces": (
        "1. one\n\n   More.\n\n2. two",
        "<ol>\n<li>one</li>\n</ol>\n<p>More.</p>\n<ol>\n<li>two</li>\n</ol>",
    ),
    "an item stuck to an inner list": (
        "1. one\n\n    - two\n2. three",
        "<ol>\n<li>\n<p>one</p>\n<ul>\n<li>two</li>\n<li>three</li>\n</ul>\n</li>\n</ol>",
    ),
    "numbers behind bullets": (
        "- one\n\n1. two",
        "<ul>\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ul>",
    ),
    "text with four spaces": ("    Text", "<pre><code>Text\n</code></pre>"),
    "a heading with two spaces": ("  ## Text", "<p>## Text</p>"),
    "a line of hyphens below a text": ("Text\n---", "<h2>Text</h2>"),
    "a table stuck to a text": ("Text\n| A |\n|---|\n| 1 |", "<p>Text\n| A |\n|---|\n| 1 |</p>"),
    "signs that begin no item": ("1) one", "<p>1) one</p>"),
}


@pytest.mark.parametrize(("text", "html"), TRAPS.values(), ids=list(TRAPS))
def test_markdown_still_reads_it_otherwise(text: str, html: str) -> None:
    assert markdown.markdown(text, extensions=["tables", "attr_list", "md_in_html"]) == html


@pytest.mark.parametrize("rule", [not_nfc, hidden_signs, look_alikes])
def test_all_letters_of_the_three_languages_are_right(rule: object) -> None:
    letters = "ăâđêôơưĂÂĐÊÔƠƯ àáảãạ ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ ừứửữự ỳýỷỹỵ œæçëïüÿŒÆÇ"
    assert callable(rule)
    assert list(rule(letters, "vi")) == []


SYLLABLES = """hòa hòe thủy khóa khỏe lòa xóa tỏa họa lũy tùy hủy quý quà quá quả quạ quỳ quỷ quỹ quỵ già giá giả gì gìn giờ
    giữ giúp giường giếng hoàn toàn khoản hoạt loại ngoài xoáy xoẹt khoét ngoéo khoẻn quyền thuyền chuyện khuya khuỷu huỳnh quỳnh
    suýt tuýt thuở thuế tuấn luật xuất cuối muốn mùa múa bìa phía nghĩa tiền yếu uống ướt ừ ồ à ạ oan uất góc sóng hỏi tỏi"""


def test_right_syllables_are_left_alone() -> None:
    assert list(tone_marks(SYLLABLES, "vi")) == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_text_of_its_language_needs_no_other_spaces(locale: str) -> None:
    texts = {
        "vi": "Gì thế? Có! Một: hai; “ba”.",
        "fr": "Quoi ? Oui ! Un : deux ; « trois ».",
        "en": "What? Yes! One: two; “three”.",
    }
    assert list(spaces(texts[locale], locale)) == []
    assert list(spaces(texts["en" if locale == "fr" else "fr"], locale)) != []


def reading(text: str, locale: str) -> Reading:
    return reading_of(read_page(page("Title", text), locale, "x/y", f"docs/{locale}/x/y.md", Problems()))


@settings(max_examples=300)
@given(ANY_TEXT, st.sampled_from(LANGUAGES))
def test_whatever_is_written_the_rules_end_with_places_inside(text: str, locale: str) -> None:
    read = reading(text, locale)
    for rule in (*RAW_RULES, *TEXT_RULES, *LANGUAGE_RULES):
        for finding in rule(read.raw, locale):
            assert 0 <= finding.offset < len(read.raw)
    problems = Problems()
    check_pages({(locale, "x/y"): read.page}, "vi", {}, problems)
    lines = page("Title", text).split("\n")
    for problem in problems.found:
        assert 1 <= problem.place.line <= len(lines)
        assert all(problem.sentence(say) for say in SPOKEN)


def test_every_character_of_a_reading_has_its_place() -> None:
    read = reading("One.\n\n/// why | Two {#two}\nThree `four`.\n///\n", "en")
    lines = page("Title", "One.\n\n/// why | Two {#two}\nThree `four`.\n///\n").split("\n")
    for offset, sign in enumerate(read.raw):
        place = read.place(offset)
        if sign != "\n":
            assert lines[place.line - 1][place.column - 1] == sign
            assert read.line(offset).place.line == place.line


def test_a_large_book_is_checked_in_the_time_of_a_breath(tmp_path: Path) -> None:
    book = write_large_book(tmp_path, 120).load()[0]
    start = time.process_time()
    check_pages(book.pages, book.languages[0], book.facts, Problems())
    # 0.5 s on two shared cores of 2026; an expression that runs wild takes ten times that.
    assert time.process_time() - start < 2
