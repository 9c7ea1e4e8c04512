"""What whoever looks after the code types: `python -m handbook licences`, `… audit FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from handbook.supply.audit import holes_in
from handbook.supply.licences import FILE, UNKNOWN, third_party
from handbook.supply.lock import AUDITED, read_lock

_PROJECT = click.argument(
    "project", type=click.Path(exists=True, file_okay=False, path_type=Path), default="."
)


@click.command()
@_PROJECT
def licences(project: Path) -> None:
    """Write THIRD-PARTY.md: the licences of what others made. Exit 1 when one is unknown."""
    text = third_party(project)
    (project / FILE).write_text(text, encoding="utf-8")
    if f"| {UNKNOWN} |" in text:
        click.echo(f"{FILE}: a licence is {UNKNOWN} — install all lock files, then run this again")
        sys.exit(1)


@click.command()
@click.argument("reports", type=click.Path(path_type=Path))
@_PROJECT
def audit(reports: Path, project: Path) -> None:
    """Judge the reports of pip-audit in a folder, one a lock file, with its name and `.json`.

    Exit 1 for a known hole, and when anything was not looked up.
    """
    holes = []
    for lock in AUDITED:
        locked = read_lock((project / lock).read_text(encoding="utf-8"))
        report = (reports / lock).with_suffix(".json")
        text = report.read_text(encoding="utf-8") if report.is_file() else ""
        found = holes_in(text, locked)
        holes += found
        click.echo("\n".join(f"{lock}: {hole}" for hole in found) or f"{lock}: no known hole")
    sys.exit(1 if holes else 0)
