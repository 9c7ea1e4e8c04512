"""`python -m handbook expand` and `compare`: the handbook for another generator, and its result."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from handbook.leaving.compare import compare_sites
from handbook.leaving.tree import is_ours, write_trees
from handbook.messages import phrase, spoken
from handbook.problem import Problems
from handbook.project import load_book
from handbook.settings_file import read_settings, site_url_of
from handbook.site.settings import Outside
from handbook.site.site import open_site

FOLDER = "build/expanded"


@click.command()
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder with docs/, quizzes/ and mkdocs.yml.",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=None, required=False)
def expand(*, project: Path, folder: Path | None) -> None:
    """Write every page as plain Markdown and HTML, with settings for Zensical, into FOLDER.

    FOLDER (build/expanded of the project, when none is named) is emptied first.
    """
    say = spoken(os.environ)
    target = folder or project / FOLDER
    if not is_ours(target):
        click.echo(phrase("expand-not-ours", say).format(folder=target), err=True)
        sys.exit(1)
    problems = Problems()
    book = load_book(project, problems)
    if errors := problems.errors():
        click.echo("\n".join(problem.text(say) for problem in errors), err=True)
        click.echo(phrase("mistakes-stop-the-build", say).format(count=len(errors)), err=True)
        sys.exit(1)
    settings = read_settings(project, os.environ)
    outside = Outside(
        site_url=site_url_of(settings),
        repo_url=settings.get("repo_url") or "",
        contact=str(settings["extra"]["contact"]),
        theme_css="",
        live=True,  # as in a preview: no pictures for chats, no content policy …
        offline=False,  # … and no worker: phones that saved pages throw them away
    )
    count = write_trees(open_site(project, book, outside), target, settings)
    click.echo(phrase("expand-done", say).format(folder=target, count=count))


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("other", type=click.Path(exists=True, file_okay=False, path_type=Path))
def compare(*, site: Path, other: Path) -> None:
    """Tell what the pages of SITE hold and those of OTHER do not; exit 1 when something is lost.

    SITE is best built with OFFLINE=off, since no successor saves pages on phones.
    """
    say = spoken(os.environ)
    found = compare_sites(site, other)
    for one in found.differences():
        click.echo(one.text(say))
    click.echo(found.summary(say))
    sys.exit(0 if found.loses_nothing else 1)
