"""The chapters of the real book, as they come out of the press."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from handbook.book import Book, module_keys
from handbook.pages.page import Page
from handbook.pages.prose import FILL, prose_of
from handbook.paper.chapter import STYLES
from handbook.paper.imprint import Imprint
from handbook.paper.links import anchor
from handbook.paper.press import Print, Spoiled, press, typeset
from handbook.programme import Module
from handbook.quiz.model import Item, Tree
from paper.pdf import (
    elements_of,
    faults_of,
    fonts_of,
    kinds_of,
    missing_in_order,
    qr_codes,
    text_of,
    words_in,
    wrong_letters,
)
from paper.printed import MODULE, Printed, Room
from small_book import LANGUAGES

FORMS = ("learner", "trainer")
WHOLE = {"sheet-item", "frame", "message", "local", "kit-card", "key-strip", "terms"}
"""What never goes over to the next page."""
PICTURE = re.compile(rf"!\[[^\]]*\](?={FILL})")
"""Alt text is in the tags, not among the words."""
NUMBER = re.compile(r"^\s*\d+[.)]\s")
"""Numbers of steps are tagged as labels of their lines, and drawn last."""

every_form = pytest.mark.parametrize("form", FORMS)
every_language = pytest.mark.parametrize("locale", LANGUAGES)


def module_of(book: Book, slug: str = MODULE) -> Module:
    module = book.programme.module(slug)
    assert module
    return module


def prose(page: Page, leave_out: Collection[str] = ()) -> list[str]:
    """Every word that somebody wrote on a page, in order; the description is for search engines.

    `leave_out`: ids of sections.
    """
    lines = [line for line in prose_of(page) if line.place != page.description_place]
    lines = [line for line in lines if line.section not in leave_out]
    return words_in(
        " ".join(NUMBER.sub("", PICTURE.sub("", line.text)).replace(FILL, " ") for line in lines)
    )


def texts_of(item: Item, locale: str) -> list[str]:
    """Every text of an item."""

    def leaves(tree: Tree) -> list[str]:
        return [
            leaf
            for value in tree.values()
            for leaf in (leaves(value) if isinstance(value, dict) else [value])
        ]

    return [re.sub(r"\{\{[^}]*\}\}", " ", text) for text in leaves(item.texts[locale])]


@every_language
@every_form
def test_every_word_of_the_pages_is_in_the_text_layer_in_order(
    printed: Printed, real_book: Book, locale: str, form: str
) -> None:
    found = words_in(text_of(printed.file(locale, form)))
    pages = [real_book.page(locale, key) for key in module_keys(module_of(real_book))]
    wanted = [word for page in pages for word in prose(page)]
    assert len(wanted) > 1500
    assert missing_in_order(wanted, found) == []


@every_language
def test_every_word_of_the_questions_is_on_the_learners_sheet_and_of_the_reasons_in_the_trainers_key(
    printed: Printed, real_book: Book, locale: str
) -> None:
    learner, trainer = (set(words_in(text_of(printed.file(locale, form)))) for form in FORMS)
    for item in real_book.quizzes[MODULE].asked_in(locale):
        asked = [
            item.text(locale, "stem"),
            item.text(locale, "scene"),
            *item.branch(locale, "options").values(),
        ]
        assert set(words_in(" ".join(re.sub(r"\{\d\}", " ", text) for text in asked))) - learner == set()
        told = [text for text in texts_of(item, locale) if text != item.text(locale, "hint")]
        assert set(words_in(" ".join(re.sub(r"\{\d\}", " ", text) for text in told))) - trainer == set()


def test_a_lost_or_moved_word_does_not_pass_the_gate() -> None:
    assert missing_in_order(words_in("mã dự phòng"), words_in("Mã Trang 3 dự phòng.")) == []
    assert missing_in_order(words_in("mã dự phòng"), words_in("mã phòng")) == ["dự"]
    assert missing_in_order(words_in("mã dự phòng"), words_in("phòng dự mã")) == ["dự", "phòng"]


@every_language
def test_a_learners_chapter_holds_no_key(printed: Printed, real_book: Book, locale: str) -> None:
    learner = " ".join(words_in(text_of(printed.file(locale, "learner"))))
    trainer = " ".join(words_in(text_of(printed.file(locale, "trainer"))))
    for item in real_book.quizzes[MODULE].asked_in(locale):
        told = [text for text in item.branch(locale, "feedback").values() if "{" not in text]
        reasons = [" ".join(words_in(text)) for text in told]
        assert [reason for reason in reasons if reason in learner] == []
        assert [reason for reason in reasons if reason not in trainer] == []
    key = real_book.strings[locale]["paper-key"]
    assert " ".join(words_in(key)) not in learner
    assert " ".join(words_in(key)) in trainer


@every_language
@every_form
def test_only_our_family_of_letters_is_used_and_each_letter_is_drawn_as_itself(
    printed: Printed, locale: str, form: str
) -> None:
    file = printed.file(locale, form)
    assert fonts_of(file) == ["Handbook", "Handbook-Bold"]
    assert wrong_letters(file) == []


@every_language
@every_form
def test_a_chapter_can_be_read_aloud(printed: Printed, locale: str, form: str) -> None:
    file = printed.file(locale, form)
    assert faults_of(file) == []
    kinds = kinds_of(file)
    assert {"H1", "H2", "H3", "P", "L", "LI", "Figure", "Link"} <= set(kinds)
    assert "Div" not in kinds
    assert kinds.count("H1") == 1


@pytest.mark.parametrize(("locale", "form"), [("vi", "learner"), ("fr", "learner"), ("en", "trainer")])
def test_nothing_that_belongs_together_is_cut_by_a_page(
    press_room: Room, locale: str, form: str
) -> None:
    what = Print(press_room.chapter(locale, form).html(), STYLES)
    assert cut_in(typeset(what, press_room.project)) == []


def cut_in(document: Any) -> list[str]:
    """The elements of which a part stands on another page."""
    seen: dict[object, int] = {}
    cut = []
    for number, page in enumerate(document.pages, start=1):
        for box in page._page_box.descendants():
            element = box.element
            if element is None or not belongs_together(element):
                continue
            if seen.setdefault(element, number) != number:
                cut.append(f"{element.tag}.{element.get('class')} on pages {seen[element]} and {number}")
    return sorted(set(cut))


def belongs_together(element: Any) -> bool:
    """A question, a box or a row; the head of a table stands on each of its pages."""
    is_row = element.tag == "tr" and any(cell.tag == "td" for cell in element)
    return is_row or bool(WHOLE & set(element.get("class", "").split()))


def test_a_question_that_is_longer_than_a_page_is_told_by_the_test_above(project: Path) -> None:
    lines = "<p>A line of a very long question.</p>" * 60
    html = (
        f'<html lang="en"><title>x</title><h1>x</h1><section class="sheet-item">{lines}</section></html>'
    )
    assert cut_in(typeset(Print(html, STYLES), project)) == ["section.sheet-item on pages 2 and 3"]


@every_form
def test_a_phone_reads_from_every_page_the_address_of_a_page(
    printed: Printed, real_book: Book, imprint: Imprint, form: str
) -> None:
    addresses = {imprint.address("fr", key) for key in real_book.keys}
    codes = qr_codes(printed.file("fr", form))
    assert [page for page, found in enumerate(codes, start=1) if len(found) != 1] == []
    assert {address for found in codes for address in found} <= addresses
    assert {imprint.address("fr", key) for key in module_keys(module_of(real_book))} <= {
        address for found in codes for address in found
    } | {imprint.address("fr", f"{MODULE}/index")}


@every_language
def test_the_address_of_a_page_belongs_to_what_stands_on_it(
    printed: Printed, real_book: Book, imprint: Imprint, locale: str
) -> None:
    pages = [" ".join(page.split()) for page in text_of(printed.file(locale, "learner")).split("\f")]
    for key in module_keys(module_of(real_book))[1:]:
        title, address = real_book.page(locale, key).title, imprint.short(locale, key)
        with_foot = [page for page in pages if f"{address} " in f"{page} "]
        assert with_foot or any(title in plain_spaces(page) for page in pages)
        assert all(title in plain_spaces(page) for page in with_foot[:1])


def plain_spaces(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@every_language
def test_every_page_says_module_number_version_and_address(
    printed: Printed, real_book: Book, locale: str
) -> None:
    file = printed.file(locale, "learner")
    pages = text_of(file).split("\f")[:-1]
    words = real_book.strings[locale]
    for number, page in enumerate(pages, start=1):
        folded = " ".join(page.split())
        assert module_of(real_book).title[locale] in plain_spaces(folded)
        assert words.fill("paper-page", n=number, of=len(pages)) in folded
        assert real_book.programme.version in folded
        assert "handbook.example/" in folded


@pytest.mark.parametrize(("locale", "form"), [("fr", "learner"), ("vi", "trainer")])
def test_a_chapter_has_the_same_bytes_again_and_is_made_in_three_seconds(
    printed: Printed, press_room: Room, locale: str, form: str
) -> None:
    start = time.process_time()
    again = press(Print(press_room.chapter(locale, form).html(), STYLES), press_room.project)
    assert time.process_time() - start <= 4.5  # 3 s where nobody else works on the machine
    assert again == printed.file(locale, form).read_bytes()


@every_language
def test_a_chapter_fits_a_cheap_phone(printed: Printed, locale: str) -> None:
    assert printed.file(locale, "learner").stat().st_size <= 150_000
    assert printed.file(locale, "booklet").stat().st_size <= 175_000
    assert printed.file(locale, "trainer").stat().st_size <= 175_000


def test_what_the_typesetter_would_only_mumble_stops_the_press(project: Path) -> None:
    for body in ('<img src="sign:do">', '<a href="#nowhere">x</a>', '<p style="colour: red">x</p>'):
        with pytest.raises(Spoiled):
            press(Print(f'<html lang="en"><title>x</title>{body}</html>', STYLES), project)


def test_the_gate_of_the_tags_can_fail(project: Path) -> None:
    table = '<table><tr><th scope="col">a</th></tr><tr><td>b</td></tr></table>'
    html = f'<html lang="en"><title>x</title><h1>x</h1><img src="sign:do" alt="A hand">{table}</html>'
    good = press(Print(html, STYLES), project)
    assert faults_of(good) == []
    assert spoiled(good, "/TH", "/A") == ["a header without scope"]
    assert spoiled(good, "/Figure", "/Alt") == ["a figure without alt text"]
    assert spoiled(good, "", "/Lang") == ["no language"]
    assert spoiled(good, "", "/Outlines") == ["no outline"]
    assert spoiled(good, "", "/Metadata") == ["no mark of PDF/UA-1"]
    assert "not tagged" in spoiled(good, "", "/StructTreeRoot")


def spoiled(pdf: bytes, kind: str, name: str) -> list[str]:
    """What the gate says of a PDF whose elements of a kind (none: its root) have lost an entry."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    root: Any = writer.root_object
    elements = [each for each in elements_of(root["/StructTreeRoot"]) if each["/S"] == kind]
    for element in elements if kind else [root]:
        del element[name]
    out = io.BytesIO()
    writer.write(out)
    return faults_of(out.getvalue())


def test_a_link_within_a_chapter_names_its_page_and_one_outside_its_address(press_room: Room) -> None:
    html = press_room.chapter("en", "learner").html()
    inside = anchor(f"{MODULE}/second-lock")
    assert re.search(f'<a href="#{inside}[^"]*" class="to-page" data-page="→ page">', html)
    html = press_room.chapter("en", "learner", "my-data").html()
    address = "handbook.example/en/safe-accounts/second-lock/#turn-it-on"
    assert (
        f'<a href="https://{address}">second lock</a> <span class="address">({address})</span>' in html
    )
