"""A booklet: A5 pages side by side on A4, in the order in which folded sheets are read.

For the press only: a reader of the screen, or somebody who listens, takes the A4 chapter with its tags.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import NameObject, TextStringObject

_A4_WIDE, _A4_HIGH = 841.89, 595.276
_POINT = 1e-3


def sheet_order(pages: int) -> list[tuple[int | None, int | None]]:
    """The two pages of each side of a sheet, left and right, counted from 0; None stays empty.

    >>> sheet_order(4)
    [(3, 0), (1, 2)]
    """
    full = -(-pages // 4) * 4
    numbers = [number if number < pages else None for number in range(full)]
    order = []
    for first in range(full // 2):
        last = full - 1 - first
        left, right = (last, first) if first % 2 == 0 else (first, last)
        order.append((numbers[left], numbers[right]))
    return order


def folded(pdf: bytes) -> bytes:
    """An A5 PDF as A4 landscape, to be printed on both sides, flipped on the short edge, and folded."""
    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter()
    for pair in sheet_order(len(reader.pages)):
        side = writer.add_blank_page(_A4_WIDE, _A4_HIGH)
        for page, left in _placed(reader, pair):
            move = Transformation().translate(left, 0)
            side.merge_transformed_page(page, move)
        side.compress_content_streams(level=9)
    for page in writer.pages:
        page.pop(NameObject("/Annots"), None)  # links lead nowhere on paper
    _tell(reader, writer)
    out = io.BytesIO()
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    writer.write(out)
    return out.getvalue()


def _placed(
    reader: PdfReader, pair: tuple[int | None, int | None]
) -> Iterator[tuple[PageObject, float]]:
    for number, left in zip(pair, (0, _A4_WIDE / 2), strict=True):
        if number is not None:
            yield reader.pages[number], left


def _tell(reader: PdfReader, writer: PdfWriter) -> None:
    """Title and language go along; no date and no name of the machine."""
    writer.metadata = {"/Title": (reader.metadata.title if reader.metadata else None) or ""}
    language = reader.root_object.get("/Lang", "")
    writer.root_object[NameObject("/Lang")] = TextStringObject(str(language))
