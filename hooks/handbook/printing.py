"""What somebody types who wants paper: `python -m handbook print`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.book import Book
from handbook.messages import SPOKEN, phrase, spoken
from handbook.problem import Problem, Problems, in_order
from handbook.project import load_book

if TYPE_CHECKING:  # what typesets paper is not there for those who only serve the site
    from handbook.paper.run import Made


@click.command("print")
@click.option("--only", metavar="LANGUAGE", help="One language.")
@click.option("--module", metavar="NAME", help="One module, such as scams.")
@click.option("--say", type=click.Choice(SPOKEN), default=None, help="Language of the messages.")
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def print_paper(*, only: str | None, module: str | None, say: str | None, project: Path) -> None:
    """Make every PDF in build/paper that is new or has changed; exit 1 when one could not be made."""
    language = say or spoken(os.environ)
    try:
        from handbook.paper.imprint import read_imprint  # noqa: PLC0415
        from handbook.paper.library import plans_of  # noqa: PLC0415
        from handbook.paper.run import Run  # noqa: PLC0415
    except (ImportError, OSError) as error:  # OSError: WeasyPrint finds no Pango
        code = "paper-no-weasyprint" if isinstance(error, ImportError) else "paper-no-pango"
        click.echo(phrase(code, language), err=True)
        sys.exit(1)
    problems = Problems()
    book = load_book(project, problems)
    shared = [each for each in problems.errors() if _is_shared(each)]
    if shared:
        _stop(shared, language)
    _check_names(book, only, module)
    imprint = read_imprint(project, book, os.environ)
    plans = [
        plan
        for plan in plans_of(book, imprint)
        if only in (None, plan.locale) and module in (None, plan.module)
    ]

    def told(number: int, total: int, made: Made) -> None:
        end = f"{made.seconds:.1f} s" if not made.wrong else "✗"
        click.echo(f"[{number}/{total}] {made.plan.path} {end}")

    run = Run(project, told)
    run.go(book, imprint, problems.errors(), plans)
    wrong = in_order(problem for made in run.made for problem in made.wrong)
    failed = sum(bool(made.wrong) for made in run.made)
    values = {"made": len(run.made) - failed, "kept": run.kept, "failed": failed}
    click.echo(phrase("report-paper", language).format_map(values))
    if wrong:
        _stop(wrong, language)


def _is_shared(problem: Problem) -> bool:
    """Whether a mistake is in what every PDF is made from: the programme, the facts, the words."""
    return problem.place.path.startswith("docs/data/")


def _check_names(book: Book, only: str | None, module: str | None) -> None:
    slugs = [each.slug for each in book.programme.published]
    for given, known, option in ((only, book.languages, "--only"), (module, slugs, "--module")):
        if given is not None and given not in known:
            raise click.BadParameter(f"{given}: use one of {', '.join(known)}", param_hint=option)


def _stop(problems: list[Problem], language: str) -> None:
    for problem in problems:
        click.echo(problem.text(language), err=True)
    sys.exit(1)
