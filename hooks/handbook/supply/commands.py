"""What whoever looks after the code types: `python -m handbook licences`, `… audit REPORT`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from handbook.supply.audit import holes_in
from handbook.supply.licences import FILE, UNKNOWN, third_party
from handbook.supply.lock import LOCKS, Locked, read_lock

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
@click.argument("report", type=click.Path(path_type=Path))
@_PROJECT
def audit(report: Path, project: Path) -> None:
    """Judge a REPORT of pip-audit; exit 1 for a known hole, and when anything was not looked up."""
    locked: dict[tuple[str, str], Locked] = {
        (each.name, each.version): each
        for lock in LOCKS[:-1]
        for each in read_lock((project / lock).read_text(encoding="utf-8"))
    }
    text = report.read_text(encoding="utf-8") if report.is_file() else ""
    holes = holes_in(text, locked.values())
    click.echo("\n".join([*holes, f"packages: {len(locked)}, not in order: {len(holes)}"]))
    sys.exit(1 if holes else 0)
