from pathlib import Path

import pytest
from PIL import Image

from handbook.pages.pictures import sized_pictures


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "assets/img"
    folder.mkdir(parents=True)
    (folder / "door.svg").write_text('<svg viewBox="0 0 640 360.4"></svg>', encoding="utf-8")
    (folder / "plain.svg").write_text("<svg></svg>", encoding="utf-8")
    Image.new("L", (30, 20)).save(folder / "photo.png")
    return tmp_path


def test_a_drawing_takes_its_size_from_its_view_box(docs: Path) -> None:
    html = sized_pictures('<p><img alt="A" src="../../assets/img/door.svg" /></p>', docs)
    assert html == '<p><img alt="A" src="../../assets/img/door.svg" width="640" height="360"></p>'


def test_a_photo_takes_its_size_from_its_pixels(docs: Path) -> None:
    html = sized_pictures('<img src="assets/img/photo.png">', docs)
    assert html == '<img src="assets/img/photo.png" width="30" height="20">'


@pytest.mark.parametrize(
    "html",
    [
        '<img src="../assets/img/missing.svg">',
        '<img src="../assets/img/plain.svg">',
        '<img src="../assets/img/door.svg" width="10">',
        '<img src="https://elsewhere.example/door.svg">',
    ],
)
def test_what_has_a_size_or_cannot_be_measured_stays_as_it_is(docs: Path, html: str) -> None:
    assert sized_pictures(html, docs) == html
