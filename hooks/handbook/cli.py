"""What an editor types: `python -m handbook check`."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import click

from handbook.beginning import new
from handbook.book import Book
from handbook.changes import Changes, bases_of, changes_since
from handbook.dates import today_of
from handbook.hunspell import needed_for
from handbook.leaving.command import compare, expand
from handbook.messages import SPOKEN, phrase, spoken
from handbook.printing import print_paper
from handbook.problem import Level, Place, Problems
from handbook.project import load_book
from handbook.quiz.register import HEAD, NOT_TO_BE_CONTINUED
from handbook.quiz.register import SOURCE as REGISTER
from handbook.quiz.schema import quiz_schema
from handbook.release_command import release
from handbook.report.findings import LEVELS, Findings, findings
from handbook.report.github import report_to_github
from handbook.report.plain import as_json, as_text
from handbook.reviews import past, soon, untested
from handbook.single_command import single
from handbook.spelling import check_spelling
from handbook.stamping import stamp
from handbook.supply.commands import audit, licences


@click.group()
def main() -> None:
    """The handbook's own commands."""


main.add_command(stamp)
main.add_command(new)
main.add_command(print_paper)
main.add_command(single)
main.add_command(release)
main.add_command(expand)
main.add_command(compare)
main.add_command(licences)
main.add_command(audit)


@main.command()
@click.option("--say", type=click.Choice(SPOKEN), default=None, help="Language of the messages.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") else "text",
    help="Plain lines, annotations at the lines of a pull request, or an array for programs.",
)
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    default=None,
    help="The mildest findings that are told. Text leaves notices out, but for changed lines.",
)
@click.option("--changed", "base", help="Tell first what stands on lines changed since this commit.")
@click.option(
    "--spelling/--no-spelling",
    default=None,
    help="Look words up with hunspell: those of changed lines when these are known, else all.",
)
@click.option("--reviews", is_flag=True, help="Only what somebody has to look at again, by date.")
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def check(
    *,
    say: str | None,
    form: str,
    level: Level | None,
    base: str | None,
    spelling: bool | None,
    reviews: bool,
    project: Path,
) -> None:
    """Read everything and tell every mistake, without building; exit 1 when there is an error."""
    language = say or spoken(os.environ)
    problems = Problems()
    book = load_book(project, problems)
    if reviews:
        due = _due(book, language)
        click.echo(as_json(due) if form == "json" else as_text(due))
        return
    bases = (base,) if base else bases_of(os.environ)
    changes = changes_since(project, bases) if bases else Changes()
    if not changes.known:
        _note("report-no-changes", language, bases=", ".join(bases))
    if spelling or (spelling is None and changes.lines):
        wanted = changes.touch if bases and changes.known else _anywhere
        missing = check_spelling(book, project, wanted, problems)
        if missing and spelling:
            _note("report-no-hunspell", language, **needed_for(missing))
    elsewhere: Level = "warning" if form == "text" and not spelling else "notice"
    found = findings(problems.found, changes, (level or "notice", level or elsewhere), language)
    if form == "github":
        click.echo(report_to_github(found, os.environ.get("GITHUB_STEP_SUMMARY", "")))
    else:
        click.echo(as_json(found) if form == "json" else as_text(found))
    sys.exit(1 if problems.errors() else 0)


@main.command()
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def schema(project: Path) -> None:
    """Write quizzes/schema.json, which lets an editor complete the names in a quiz."""
    languages = load_book(project, Problems()).languages
    (project / "quizzes/schema.json").write_text(quiz_schema(languages), encoding="utf-8")


@main.command()
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def register(project: Path) -> None:
    """Give every new item its number: add its line at the end of quizzes/register.txt."""
    problems = Problems()
    book = load_book(project, problems)
    wrong = [problem for problem in problems.errors() if problem.place.path == REGISTER]
    wrong = [problem for problem in wrong if problem.code in NOT_TO_BE_CONTINUED]
    for problem in wrong:
        click.echo(problem.text(spoken(os.environ)))
    if wrong:
        sys.exit(1)
    file = project / REGISTER
    text = file.read_text(encoding="utf-8") if file.exists() else HEAD
    lines = [line for line, _ in book.register.missing(book.published_quizzes)]
    if lines:
        file.write_text("\n".join([text.rstrip("\n"), *lines, ""]), encoding="utf-8")
        click.echo("\n".join(lines))


def _due(book: Book, say: str) -> Findings:
    """What is to be looked at again: by date, then the contacts that nobody has tried."""
    facts, today = book.facts.values(), today_of(os.environ)
    told = (*past(facts, today), *soon(facts, today), *untested(facts))
    return Findings((), told, Counter(each.level for each in told), say)


def _note(code: str, say: str, **values: str) -> None:
    """A line beside the report, which may be read by a program."""
    click.echo(phrase(code, say).format_map(values), err=True)


def _anywhere(_: Place) -> bool:
    return True
