"""All modules of a language in one archive, to be opened from a memory stick."""

from __future__ import annotations

import html
import zipfile
from pathlib import Path

from handbook.book import Book
from handbook.programme import Module
from handbook.typography import polish

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive knows: the same files make the same archive, byte for byte."""
_PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{site}</title>
<h1>{site}</h1>
<p>{said} <a href="{living}">{living}</a></p>
<ul>
{rows}
</ul>
</html>
"""


def write_archive(book: Book, locale: str, build: Path, living: str) -> Path:
    """Write `single/<language>.zip` below `build` from the files that stand there; returns its path.

    `living`: address of the site's home page in the language. A PDF is taken along where it exists.
    """
    chapters, papers = build / "single" / locale, build / "paper" / locale
    files: dict[str, Path] = {}
    rows = []
    for module in book.programme.published:
        files[f"{module.slug}.html"] = chapters / f"{module.slug}.html"
        pdf = papers / f"{module.slug}-learner.pdf"
        if pdf.is_file():
            files[f"pdf/{pdf.name}"] = pdf
        rows.append(_row(module, locale, pdf=f"pdf/{pdf.name}" if pdf.is_file() else ""))
    index = _index(book, locale, living, "\n".join(rows))
    target = build / "single" / f"{locale}.zip"
    with zipfile.ZipFile(target, "w") as archive:
        add_entry(archive, "index.html", index.encode())
        for name, file in files.items():
            add_entry(archive, name, file.read_bytes())
    return target


def _row(module: Module, locale: str, pdf: str) -> str:
    title = html.escape(module.title[locale])
    beside = f' (<a href="{pdf}">PDF</a>)' if pdf else ""
    return f'<li><a href="{module.slug}.html">{title}</a>{beside}</li>'


def _index(book: Book, locale: str, living: str, rows: str) -> str:
    words = book.strings[locale]
    page = _PAGE.format(
        lang=locale,
        site=html.escape(words["site-name"]),
        said=html.escape(words.fill("single-index", version=book.programme.version)),
        living=html.escape(living),
        rows=rows,
    )
    return polish(page, locale)


def add_entry(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Put a file into an archive, without anything of this machine or this hour."""
    entry = zipfile.ZipInfo(name, _WHEN)
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=9)
