"""What holds for one module holds for all (make test-all)."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.book import module_keys
from handbook.paper.chapter import STYLES
from handbook.paper.foot import Foot, document
from handbook.paper.press import Print, finished, press, typeset
from paper.pdf import faults_of, fonts_of, missing_in_order, qr_codes, text_of, words_in, wrong_letters
from paper.printed import Room
from paper.test_chapter import cut_in, prose
from small_book import LANGUAGES

pytestmark = pytest.mark.every_page
FORMS = ("learner", "trainer")
LARGEST = {"learner": 150_000, "trainer": 175_000}
"""Bytes."""


@pytest.fixture(scope="session")
def slugs(press_room: Room) -> tuple[str, ...]:
    return tuple(module.slug for module in press_room.book.programme.published)


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_every_chapter_is_whole(
    press_room: Room, slugs: tuple[str, ...], tmp_path: Path, locale: str, form: str
) -> None:
    told = []
    for slug in slugs:
        chapter = press_room.chapter(locale, form, slug)
        file = tmp_path / f"{slug}.pdf"
        what = Print(chapter.html(), STYLES)
        document = typeset(what, press_room.project)
        file.write_bytes(finished(document, what))
        found = words_in(text_of(file))
        keys = module_keys(chapter.module)
        wanted = [word for key in keys for word in prose(press_room.book.page(locale, key))]
        told += [f"{slug}: lost {word}" for word in missing_in_order(wanted, found)]
        told += [f"{slug}: {fault}" for fault in (*faults_of(file), *wrong_letters(file))]
        told += [f"{slug}: {font}" for font in fonts_of(file) if not font.startswith("Handbook")]
        told += [f"{slug}: {cut}" for cut in cut_in(document)]
        size = file.stat().st_size
        told += [f"{slug}: {size} bytes"] if size > LARGEST[form] else []
    assert told == []


@pytest.mark.parametrize("dpi", [120, 200])
@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_phone_reads_the_code_of_every_page_from_a_poor_and_a_good_printer(
    press_room: Room, tmp_path: Path, locale: str, dpi: int
) -> None:
    book, imprint = press_room.book, press_room.imprint
    words = book.strings[locale]
    feet = [Foot(imprint, words, locale, "x").of(book.page(locale, key)) for key in book.keys]
    sheets = "".join(f'<section style="break-before: page"><h1>x</h1>{foot}</section>' for foot in feet)
    file = tmp_path / "codes.pdf"
    html = document("x", locale, words, sheets, "codes")
    file.write_bytes(press(Print(html, ("paper",)), press_room.project))
    assert qr_codes(file, dpi) == [[imprint.address(locale, key)] for key in book.keys]
