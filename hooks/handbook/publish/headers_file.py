"""`_headers`, as Netlify and Cloudflare Pages read it.

Every rule that fits a path adds its headers, and one header from two rules arrives joined or twice, so
no path finds a header in two rules here. Their patterns know no ends of names: each folder has a rule.
https://docs.netlify.com/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.publish.headers import EVERYWHERE, Kind, headers_of, kind_of
from handbook.publish.hosting import Hosting
from handbook.publish.media import FEED, type_of

HEADERS_FILE = "_headers"
MOST_RULES, LONGEST_LINE = 100, 2000
"""Cloudflare reads no rule and no character beyond."""
_HEAD = "# Written by the build from hooks/handbook/publish/headers.py; a change here is lost.\n"
Rule = tuple[str, dict[str, str]]
"""A pattern with its headers."""


def headers_file(hosting: Hosting, site_dir: Path) -> str:
    """The text of the file for a finished site."""
    rules = header_rules(hosting, site_dir)
    blocks = (
        f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in sent.items())
        for pattern, sent in rules
    )
    return _HEAD + "\n".join(blocks)


def header_rules(hosting: Hosting, site_dir: Path) -> list[Rule]:
    """A rule for everything, then one for each folder and file at the root and below assets/."""
    rules: list[Rule] = [(f"{hosting.base}*", dict(EVERYWHERE))]
    for place in _places(site_dir):
        path = place.relative_to(site_dir).as_posix()
        pattern = f"{path}/*" if place.is_dir() else path.removesuffix("index.html")
        sent = headers_of(_kind_of_all(place, site_dir), hosting.policy)
        rules.append((hosting.base + pattern, sent))
    typed = [*site_dir.glob("*.webmanifest"), *site_dir.glob(FEED), *site_dir.glob(f"*/{FEED}")]
    for file in sorted(typed):
        path = file.relative_to(site_dir).as_posix()
        rules.append((hosting.base + path, {"Content-Type": type_of(path)}))
    return rules


def too_long(rules: list[Rule]) -> bool:
    """Whether a host would leave out a part."""
    lines = [f"  {name}: {value}" for _, sent in rules for name, value in sent.items()]
    return len(rules) > MOST_RULES or max(map(len, lines)) > LONGEST_LINE


def _places(site_dir: Path) -> Iterator[Path]:
    """Folders and files that need a rule of their own."""
    for entry in sorted(site_dir.iterdir()):
        if entry.name == "assets":
            yield from sorted(entry.iterdir())
        elif entry.name == ".well-known" or not entry.name.startswith((".", "_")):
            yield entry


def _kind_of_all(place: Path, site_dir: Path) -> Kind:
    """The kind of everything in a folder; one file that is not kept for ever decides for all of them."""
    files = [place] if place.is_file() else [file for file in place.rglob("*") if file.is_file()]
    kinds = {kind_of(file.relative_to(site_dir).as_posix()) for file in files}
    return next(iter(sorted(kinds - {"asset"}))) if kinds - {"asset"} else "asset"
