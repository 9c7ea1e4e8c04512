"""`python -m handbook single`: every module as one file, and a language as one archive."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from handbook.messages import phrase, spoken
from handbook.offline.archive import write_archive
from handbook.offline.bundle import BundleError
from handbook.offline.handed import SINGLE
from handbook.offline.single import Singles
from handbook.problem import Problems
from handbook.project import load_book


@click.command()
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The finished site, from which the files are made; site/ of the project otherwise.",
)
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def single(*, site: Path | None, project: Path) -> None:
    """Write build/single/<language>/<module>.html and <language>.zip there, from the built site."""
    say = spoken(os.environ)
    built = site or project / "site"
    if not (built / "index.html").is_file():
        click.echo(phrase("single-no-site", say).format(folder=built), err=True)
        sys.exit(1)
    book = load_book(project, Problems())
    singles = Singles(book, built, project / "overrides")
    build = project / "build"
    try:
        for locale in book.languages:
            files = singles.write(build / SINGLE / locale, locale)
            root = "" if locale == book.languages[0] else f"{locale}/"
            files.append(write_archive(book, locale, build, singles.site_url + root))
            for file in files:
                click.echo(f"{file.relative_to(project)} {file.stat().st_size}")
    except (BundleError, ValueError) as error:
        click.echo(phrase("single-failed", say).format(error=error), err=True)
        sys.exit(1)
