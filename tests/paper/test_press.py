"""Small pieces of the press: booklets, ink, addresses, what it may load."""

from __future__ import annotations

import io
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from handbook.book import Book
from handbook.paper.booklet import sheet_order
from handbook.paper.imprint import Imprint, read_imprint, typed
from handbook.paper.ink import on_paper
from handbook.paper.leaflet import LEAFLETS, Press
from handbook.paper.press import Print, press
from handbook.paper.resources import Refused, content_of
from paper.pdf import faults_of, fonts_of, text_of, words_in, wrong_letters
from paper.printed import Printed
from paper.test_chapter import prose
from small_book import LANGUAGES, SmallBook

every_language = pytest.mark.parametrize("locale", LANGUAGES)


@given(st.integers(min_value=1, max_value=80))
def test_a_folded_booklet_is_read_in_order(pages: int) -> None:
    sides = sheet_order(pages)
    assert len(sides) % 2 == 0  # both sides of each sheet
    leaves = [(sides[front], sides[front + 1]) for front in range(0, len(sides), 2)]
    # Opened, the right halves of the fronts and the left halves of the backs are read inwards …
    inwards = chain.from_iterable((front[1], back[0]) for front, back in leaves)
    # … and from the middle the other halves outwards.
    outwards = chain.from_iterable((back[1], front[0]) for front, back in reversed(leaves))
    read = [page for page in (*inwards, *outwards) if page is not None]
    assert read == list(range(pages))


@every_language
def test_a_booklet_puts_the_last_page_beside_the_first(printed: Printed, locale: str) -> None:
    file = printed.file(locale, "booklet")
    reader = PdfReader(file)
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (842, 595)
    assert len(reader.pages) % 2 == 0
    first = words_in(text_of(file, "-l", "1"))
    learner = words_in(text_of(printed.file(locale, "learner"), "-l", "1"))
    assert set(learner[:20]) <= set(first)
    assert fonts_of(file) == ["Handbook", "Handbook-Bold"]
    assert wrong_letters(file) == []
    assert set(words_in(text_of(printed.file(locale, "learner")))) - set(words_in(text_of(file))) <= {
        word for word in words_in(text_of(printed.file(locale, "learner"))) if word.isdigit()
    }


@every_language
@pytest.mark.parametrize(("name", "sides"), [("help", 1), ("poster", 1), ("seven-days", 2)])
def test_a_sheet_for_the_wall_stays_one_sheet(
    real_book: Book,
    imprint: Imprint,
    project: Path,
    name: str,
    sides: int,
    *,
    locale: str,
    tmp_path: Path,
) -> None:
    make, styles, _ = LEAFLETS[name]
    pdf = press(Print(make(Press(real_book, imprint, locale)), styles, name == "seven-days"), project)
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    assert len(PdfReader(file).pages) == sides
    assert fonts_of(file) == ["Handbook", "Handbook-Bold"]
    assert wrong_letters(file) == []
    if name != "seven-days":
        assert faults_of(file) == []
    found = set(words_in(text_of(file)))
    if name != "poster":
        wanted = prose(real_book.page(locale, name), leave_out=("other",))  # links to what stands below
        assert set(wanted) - found == set()
    if name == "poster":
        steps = [
            real_book.strings[locale][f"drill-{step}"] for step in ("stop", "check", "ask", "report")
        ]
        assert set(words_in(" ".join(steps))) <= found


def test_fills_grow_pale_and_lines_stay() -> None:
    svg = '<path fill="#0f5c4d" stroke="#1f2a2a"/><path fill="none" stroke="#cfe6dc" stroke-width="3"/>'
    assert on_paper(svg) == (
        '<path fill="#cfdcd8" stroke="#1f2a2a"/><path fill="none" stroke="#7f9d94" stroke-width="3"/>'
    )


def test_a_colour_of_somebody_else_stays_as_it_is() -> None:
    svg = '<path fill="#123456" stroke="currentColor"/>'
    assert on_paper(svg) == svg


@pytest.mark.parametrize(
    "url",
    [
        "docs:assets/img/no-such.svg", "docs:../mkdocs.yml", "docs:assets/../../pyproject.toml",
        "file:///etc/hostname", "https://example.org/a.png", "data:image/png;base64,AA", "font:no.ttf",
        "sign:../../pyproject",
    ],
)  # fmt: skip
def test_paper_loads_nothing_but_our_own(project: Path, url: str) -> None:
    with pytest.raises(Refused):
        content_of(project, url)
    with pytest.raises(Refused):
        press(
            Print(f'<html lang="en"><title>x</title><img src="{url}" alt="x"></html>', ("paper",)),
            project,
        )


def test_a_qr_code_is_a_picture_of_two_colours(project: Path) -> None:
    content, kind = content_of(project, "qr:https://learn.example/pde/fr/scams/")
    with Image.open(io.BytesIO(content)) as picture:
        assert kind == "image/png"
        assert picture.width == picture.height
        assert len(picture.convert("L").getcolors() or []) == 2


def test_the_address_comes_from_the_environment_or_mkdocs_yml(book: SmallBook) -> None:
    loaded, _ = book.load()
    own = read_imprint(book.folder, loaded, {})
    assert own.address("fr", "locks/index") == "https://handbook.example/fr/locks/"
    given_ = read_imprint(
        book.folder, loaded, {"SITE_URL": "https://learn.example/pde", "CONTACT": "a@b.example"}
    )
    assert given_.short("vi", "locks/quiz") == "learn.example/pde/locks/quiz"
    assert given_.contact == "a@b.example"


def test_nobody_types_a_scheme_or_a_last_slash() -> None:
    assert typed("https://a.example/b/") == "a.example/b"
    assert typed("https://a.example/") == "a.example"
