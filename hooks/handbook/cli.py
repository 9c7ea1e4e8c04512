"""What an editor types: `python -m handbook check`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from handbook.book import load_book
from handbook.messages import SPOKEN, spoken
from handbook.problem import Problem, Problems, in_order
from handbook.quiz.schema import quiz_schema
from handbook.stamping import stamp


@click.group()
def main() -> None:
    """The handbook's own commands."""


main.add_command(stamp)


@main.command()
@click.option("--say", type=click.Choice(SPOKEN), default=None, help="Language of the messages.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default=lambda: "github" if os.environ.get("GITHUB_ACTIONS") else "text",
    help="Plain lines, or annotations that GitHub shows at the lines of a pull request.",
)
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def check(say: str | None, form: str, project: Path) -> None:
    """Read everything and tell every mistake, without building; exit 1 when there is an error."""
    problems = Problems()
    load_book(project, problems)
    language = say or spoken(os.environ)
    for problem in in_order(problems.found):
        click.echo(_github(problem, language) if form == "github" else _line(problem, language))
    sys.exit(1 if problems.errors() else 0)


@main.command()
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def schema(project: Path) -> None:
    """Write quizzes/schema.json, which lets an editor complete the names in a quiz."""
    languages = load_book(project, Problems()).languages
    (project / "quizzes/schema.json").write_text(quiz_schema(languages), encoding="utf-8")


def _line(problem: Problem, say: str) -> str:
    """An error as in a build; anything milder with its level in front of the sentence."""
    if problem.level == "error":
        return problem.text(say)
    return f"{problem.place}: ({problem.level}) {problem.sentence(say)}"


def _github(problem: Problem, say: str) -> str:
    """A workflow command.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    place = problem.place
    path = _escaped(place.path).replace(":", "%3A").replace(",", "%2C")
    where = f"file={path},line={place.line},col={place.column}"
    return f"::{problem.level} {where}::{_escaped(problem.sentence(say))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
