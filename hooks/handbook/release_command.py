"""`python -m handbook release`: looks at what was made, and puts all that is handed on into dist/."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from handbook.book import Book
from handbook.messages import SPOKEN, phrase, spoken
from handbook.offline.handed import PAPER, SINGLE
from handbook.paper.ledger import Ledger
from handbook.problem import Place, Problem, Problems
from handbook.project import load_book
from handbook.publish.gather import gather
from handbook.publish.headers_file import MOST_RULES, header_rules, too_long
from handbook.publish.hosting import Hosting, hosting_of
from handbook.publish.notes import CHANGELOG, commit_of, day_of, notes_of
from handbook.publish.stand_ins import is_stand_in, stand_ins
from handbook.reviews import untested
from handbook.settings_file import SOURCE, read_settings, site_url_of

DIST = "dist"


@click.command()
@click.option("--ask", is_flag=True, help="Only look whether a release can be made at all.")
@click.option("--say", type=click.Choice(SPOKEN), default=None, help="Language of the messages.")
@click.argument("project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
def release(*, ask: bool, say: str | None, project: Path) -> None:
    """Fill dist/ from site/, which was built last; exit 1 when something is not fit to be published."""
    language = say or spoken(os.environ)
    problems = Problems()
    book = load_book(project, problems)
    settings = read_settings(project, os.environ)
    _stop([*problems.errors(), *_not_ready(project, book, settings)], language)
    if ask:
        return
    site = project / "site"
    if not (site / "index.html").is_file():
        click.echo(phrase("single-no-site", language).format(folder=site), err=True)
        sys.exit(1)
    hosting = hosting_of(site, book.languages)
    _stop([*_wrong_site(project, book, hosting, site_url_of(settings))], language)
    version = book.programme.version
    told = _told(project, hosting, version, str(settings["site_name"]))
    files = gather(hosting, site, project / DIST, version, told)
    for problem in untested(book.facts.values()):
        click.echo(problem.text(language))
    rules = header_rules(hosting, site)
    if too_long(rules):
        _say("report-release-rules", language, rules=len(rules), most=MOST_RULES)
    size = round(sum(file.stat().st_size for file in files) / 1e6)
    _say("report-release", language, version=version, files=len(files), size=size)


def _not_ready(project: Path, book: Book, settings: dict[str, object]) -> Iterator[Problem]:
    """What keeps a release from being made, known before anything is built."""
    extra = settings["extra"]
    contact = extra.get("contact", "") if isinstance(extra, dict) else ""
    values = {"site_url": settings["site_url"], "repo_url": settings["repo_url"], "contact": contact}
    lines = (project / SOURCE).read_text(encoding="utf-8").splitlines()
    for key, value in values.items():
        if is_stand_in(str(value)):
            line = next(n for n, text in enumerate(lines, 1) if re.match(rf"\s*{key}:", text))
            told = {"value": str(value), "name": key.upper()}
            yield Problem(Place(SOURCE, line), "release-stand-in", told)
    if not notes_of(project, book.programme.version):
        yield Problem(Place(CHANGELOG), "release-no-notes", {"version": book.programme.version})


def _wrong_site(project: Path, book: Book, hosting: Hosting, wanted: str) -> Iterator[Problem]:
    """What is wrong with the site that was built."""
    site = project / "site"
    if hosting.site_url != wanted:
        told = {"built": hosting.site_url, "wanted": wanted}
        yield Problem(Place("site/index.html"), "release-other-address", told)
    for path, address in stand_ins(site):
        yield Problem(Place(f"site/{path}"), "release-address-left", {"address": address})
    for path in _expected(book):
        if not (site / path).is_file():
            yield Problem(Place(f"site/{path}"), "release-missing")
    for path, entry in Ledger.read(project).ready.items():
        if (entry.address, entry.version) != (wanted, book.programme.version):
            told = {"address": entry.address, "version": entry.version}
            yield Problem(Place(f"site/{PAPER}/{path}"), "release-paper-old", told)


def _expected(book: Book) -> Iterator[str]:
    """What learners are handed: every module on paper and as one file, each language as an archive."""
    for locale in book.languages:
        yield f"{SINGLE}/{locale}.zip"
        for module in book.programme.published:
            yield f"{SINGLE}/{locale}/{module.slug}.html"
            yield f"{PAPER}/{locale}/{module.slug}-learner.pdf"


def _told(project: Path, hosting: Hosting, version: str, name: str) -> dict[str, str]:
    """VERSION for programs and RELEASE.md for people."""
    commit, moment = commit_of(project)
    facts = {
        "version": version,
        "commit": commit,
        "date": day_of(moment, os.environ),
        "address": hosting.site_url,
        "path": hosting.base,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in facts.items())
    return {"VERSION": lines, "RELEASE.md": f"# {name} {version}\n\n{notes_of(project, version)}\n"}


def _stop(problems: list[Problem], say: str) -> None:
    for problem in problems:
        click.echo(problem.text(say), err=True)
    if problems:
        sys.exit(1)


def _say(code: str, language: str, **values: object) -> None:
    click.echo(phrase(code, language).format_map(values))
