"""What every sheet says of itself: the handbook's address, its contact and its version."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from handbook.addresses import Addresses
from handbook.book import Book


@dataclass(frozen=True)
class Imprint:
    """`contact`: e-mail address. `version`: of the programme."""

    addresses: Addresses
    contact: str
    version: str

    def address(self, locale: str, key: str, fragment: str = "") -> str:
        """The whole address of a page, for a QR code."""
        behind = f"#{fragment}" if fragment else ""
        return self.addresses.absolute(locale, key) + behind

    def short(self, locale: str, key: str, fragment: str = "") -> str:
        """The address as somebody types it from paper."""
        return typed(self.address(locale, key, fragment))


def typed(address: str) -> str:
    """An address without what nobody needs to type: its scheme and the slash at its end."""
    return address.partition("://")[2].removesuffix("/") or address


def read_imprint(project: Path, book: Book, environment: Map[str, str]) -> Imprint:
    """The imprint as mkdocs.yml and the environment say it."""
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    # The project's own settings; the loader makes plain data only.
    settings = yaml.load(text, _loader(environment))  # noqa: S506
    site_url = str(settings["site_url"])
    site_url += "" if site_url.endswith("/") else "/"
    contact = str(settings["extra"]["contact"])
    return Imprint(Addresses(site_url, book.languages), contact, book.programme.version)


def _loader(environment: Map[str, str]) -> type[yaml.SafeLoader]:
    """A loader that knows MkDocs' `!ENV [NAME, otherwise]` and passes over every other tag."""

    class Loader(yaml.SafeLoader):
        pass

    def from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return environment.get(str(node.value), "")
        *names, otherwise = loader.construct_sequence(node)  # type: ignore[arg-type]
        return next((environment[name] for name in names if environment.get(name)), otherwise)

    Loader.add_constructor("!ENV", from_environment)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
    return Loader
