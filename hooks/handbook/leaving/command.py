"""`python -m handbook expand`: the handbook for another generator."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from handbook.generator_settings import read_settings
from handbook.leaving.tree import write_trees
from handbook.messages import phrase, spoken
from handbook.problem import Problems
from handbook.project import load_book
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

    FOLDER is emptied first; build/expanded of the project otherwise.
    """
    say = spoken(os.environ)
    problems = Problems()
    book = load_book(project, problems)
    if errors := problems.errors():
        click.echo("\n".join(problem.text(say) for problem in errors), err=True)
        click.echo(phrase("mistakes-stop-the-build", say).format(count=len(errors)), err=True)
        sys.exit(1)
    settings = read_settings(project, os.environ)
    outside = Outside(
        site_url=settings["site_url"],
        repo_url=settings.get("repo_url") or "",
        contact=str(settings["extra"]["contact"]),
        theme_css="",
        live=False,
        offline=False,  # no worker goes along: phones that saved pages throw them away
    )
    target = folder or project / FOLDER
    count = write_trees(open_site(project, book, outside), target, settings)
    click.echo(f"{target} {count}")
