"""What an editor types to begin something: `python -m handbook new lesson safe-accounts sim-card`."""

from __future__ import annotations

import click

from handbook import facts as facts_of
from handbook.messages import SPOKEN
from handbook.programme import Module
from handbook.skeleton.beginnings import FIRST_ITEM
from handbook.skeleton.desk import Desk, RefusalError

_SAY = click.option("--say", type=click.Choice(SPOKEN), default=None, help="Language of the messages.")


@click.group()
def new() -> None:
    """Write the beginning of a module, lesson, quiz or fact in every language.

    What is left to write bears the sign ✎, and the check names every such line. No file is overwritten.
    """


@new.command()
@click.argument("slug")
@click.argument("lessons", nargs=-1)
@click.option("--code", default=None, help="Add a module with this code, such as M18, to the programme.")
@click.option("--title", "titles", nargs=2, multiple=True, metavar="LANGUAGE WORDS", help="Its title.")
@click.option("--kind", type=click.Choice(["compulsory", "optional"]), default="optional")
@_SAY
def module(
    slug: str,
    lessons: tuple[str, ...],
    *,
    code: str | None,
    titles: tuple[tuple[str, str], ...],
    kind: str,
    say: str | None,
) -> None:
    """Begin module SLUG, a draft of the programme, with the addresses of its LESSONS."""
    desk = Desk(say)
    desk.check_slugs(slug, *lessons)
    found = desk.book.programme.module(slug)
    if found is None:
        if code is None:
            raise RefusalError(desk.say, "new-module-code", None, {"word": slug})
        found = desk.begin(code, slug, kind, dict(titles))
    desk.list_pages(found, (*lessons, "activity", "quiz"))
    desk.write(desk.beginning.module(found, lessons))
    _next(desk, found, "new-next-language")


@new.command()
@click.argument("module_slug", metavar="MODULE")
@click.argument("slug")
@_SAY
def lesson(module_slug: str, slug: str, *, say: str | None) -> None:
    """Begin lesson SLUG of MODULE and list it before the activity and the quiz."""
    desk = Desk(say)
    desk.check_slugs(slug)
    found = desk.module(module_slug)
    desk.list_pages(found, (slug,))
    desk.write(desk.beginning.lesson(found, slug))
    _next(desk, found, "new-next-language")


@new.command()
@click.argument("module_slug", metavar="MODULE")
@click.argument("items", nargs=-1)
@_SAY
def quiz(module_slug: str, items: tuple[str, ...], *, say: str | None) -> None:
    """Begin the quiz of MODULE, with the ids of its ITEMS, and the page that shows it."""
    desk = Desk(say)
    desk.check_slugs(*items)
    found = desk.module(module_slug)
    desk.list_pages(found, ("quiz",))
    desk.write(desk.beginning.quiz(found, items or (FIRST_ITEM,)))
    _next(desk, found)


@new.command()
@click.argument("fact_id", metavar="ID")
@click.option("--country", default=None, help="As docs/data/strings names it: facts-XX.")
@click.option("--kind", type=click.Choice(facts_of.KINDS), default="rule")
@_SAY
def fact(fact_id: str, *, country: str | None, kind: str, say: str | None) -> None:
    """Begin fact ID at the end of docs/data/facts.yml."""
    desk = Desk(say)
    desk.check_slugs(fact_id)
    if fact_id in desk.book.facts:
        raise RefusalError(desk.say, "new-exists", desk.book.facts[fact_id].place)
    desk.write([desk.beginning.fact(fact_id, desk.country(country), kind)])
    desk.tell("new-next-fact", id=fact_id)


def _next(desk: Desk, found: Module, *codes: str) -> None:
    code = "new-next-draft" if found.draft else "new-next-published"
    for each in (code, *codes):
        desk.tell(each, module=found.slug)
