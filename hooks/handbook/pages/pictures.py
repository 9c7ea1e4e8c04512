"""Pictures know their size before they arrive, so that the text below does not move."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

_PICTURE = re.compile(r'<img (?P<rest>[^>]*?src="(?:\.\./)*(?P<path>assets/img/[^"]+)"[^>]*?)\s*/?>')
_VIEW_BOX = re.compile(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')


def sized_pictures(html: str, docs: Path) -> str:
    """`html` with `width` and `height` (pixels) on every picture below `docs`/assets/img.

    A picture that has a width already, or whose size cannot be read, stays as it is.
    """

    def sized(match: re.Match[str]) -> str:
        size = None if " width=" in match["rest"] else _size(docs / match["path"])
        if size is None:
            return match[0]
        return f'<img {match["rest"]} width="{size[0]}" height="{size[1]}">'

    return _PICTURE.sub(sized, html)


def _size(file: Path) -> tuple[int, int] | None:
    if not file.is_file():
        return None
    if file.suffix == ".svg":
        box = _VIEW_BOX.search(file.read_text(encoding="utf-8"))
        return (round(float(box[1])), round(float(box[2]))) if box else None
    with Image.open(file) as picture:
        return picture.size
