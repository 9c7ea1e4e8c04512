"""What a translator types when a translation is up to date: `python -m handbook stamp docs/fr/x.md`."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from handbook.book import Book
from handbook.dates import FORM, today_of
from handbook.messages import SPOKEN, spoken
from handbook.pages.page import Page, read_page
from handbook.pages.stamp import digests_of, shown
from handbook.pages.translation import BY, Translation, front_matter_line
from handbook.problem import Place, Problems, in_order
from handbook.programme import SOURCE
from handbook.project import load_book

_ENTRY = re.compile(r"""["']?translation["']?[ \t]*:""")
_GOES_ON = (" ", "\t", "}", "]")


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    if value == "today":
        return today_of(os.environ)
    try:
        return dt.datetime.strptime(value, FORM).replace(tzinfo=dt.UTC).strftime(FORM)
    except ValueError:
        raise click.BadParameter(f"write a day as 2026-11-22, or today, and not {value}") from None


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Every translation of the project.")
@click.option("--by", type=click.Choice(BY), default=None, help="Who translated.")
@click.option("--reviewed", callback=_day, metavar="DATE", help="Day of the reading through, or: today.")
@click.option("--say", type=click.Choice(SPOKEN), default=None, help="Language of the messages.")
def stamp(
    files: tuple[Path, ...], *, every: bool, by: str | None, reviewed: str | None, say: str | None
) -> None:
    """Note in each translation which source text it translates.

    A page of the source language stands for its translations. Nothing else in a file is changed.
    """
    problems = Problems()
    if not files and not every:
        raise click.UsageError("name a page such as docs/fr/index.md, or write --all")
    for root, names in _projects((Path(),) if every else files, problems).items():
        book = load_book(root, Problems())
        for page in _translations(book, None if every else names, problems):
            _stamp(root, book, page, (by, reviewed), problems)
    for problem in in_order(problems.found):
        click.echo(problem.text(say or spoken(os.environ)))
    sys.exit(1 if problems.errors() else 0)


def _projects(files: Iterable[Path], problems: Problems) -> dict[Path, list[str]]:
    """The files below each project's folder, named from there."""
    found: dict[Path, list[str]] = {}
    for file in files:
        place = file.resolve()
        root = next((folder for folder in (place, *place.parents) if (folder / SOURCE).is_file()), None)
        if root is None:
            problems.add(Place(str(file)), "stamp-no-page")
        else:
            found.setdefault(root, []).append(place.relative_to(root).as_posix())
    return found


def _translations(book: Book, names: list[str] | None, problems: Problems) -> Iterator[Page]:
    """The pages that are meant by file names; every translation for None."""
    pages = {page.path: page for page in book.pages.values()}
    source = book.languages[0] if book.languages else ""
    for name in names if names is not None else pages:
        if name not in pages:
            problems.add(Place(name), "stamp-no-page")
        elif pages[name].locale != source:
            yield pages[name]
        elif names is not None:
            yield from (
                page
                for (_, key), page in book.pages.items()
                if key == pages[name].key and page.locale != source
            )


def _stamp(
    root: Path, book: Book, page: Page, asked: tuple[str | None, str | None], problems: Problems
) -> None:
    """Write the stamp of one page, and nothing else in the file; tell what was done."""
    source = book.pages.get((book.languages[0], page.key))
    if source is None:
        path = f"docs/{book.languages[0]}/{page.key}.md"
        problems.add(Place(page.path), "stamp-no-source", source=path)
        return
    old = page.translation or Translation(Place(page.path))
    now = digests_of(source)
    line = front_matter_line(now, asked[0] or old.by or "human", asked[1] or old.reviewed)
    file = root / page.path
    before = file.read_bytes().decode("utf-8", "surrogateescape")
    after, number = with_entry(before, line)
    found = Problems()
    again = read_page(after.replace("\r\n", "\n"), page.locale, page.key, page.path, found)
    if again.translation is None or again.translation.sections != now:
        problems.found += found.found  # the front matter cannot be read
    elif after == before:
        problems.add(Place(page.path, number), "stamp-kept", "notice")
    else:
        file.write_bytes(after.encode("utf-8", "surrogateescape"))
        changed = [name for name in (*now, *old.sections) if now.get(name) != old.sections.get(name)]
        sections = ", ".join(map(shown, dict.fromkeys(changed))) or "="
        problems.add(Place(page.path, number), "stamp-written", "notice", sections=sections)


def with_entry(text: str, line: str) -> tuple[str, int]:
    """`text` with its entry `translation:` replaced, or added at the end of the front matter.

    Returns the text and the number of the line. A text without front matter stays as it is.
    """
    lines = text.split("\n")
    ends = [number for number, words in enumerate(lines) if words.strip("\ufeff \t\r") == "---"]
    if len(ends) < 2 or ends[0] != 0:
        return text, 1
    end = first = ends[1]
    last = end
    for number in range(1, end):
        if _ENTRY.match(lines[number]):
            first = number
            last = next((n for n in range(number + 1, end) if not lines[n].startswith(_GOES_ON)), end)
            break
    carriage = "\r" if lines[0].endswith("\r") else ""
    return "\n".join([*lines[:first], line + carriage, *lines[last:]]), first + 1
