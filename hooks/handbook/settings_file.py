"""The settings in mkdocs.yml, as they are without MkDocs: plain data, with what the environment says."""

from __future__ import annotations

from collections.abc import Mapping as Map
from pathlib import Path
from typing import Any

import yaml

SOURCE = "mkdocs.yml"


def read_settings(project: Path, environment: Map[str, str]) -> dict[str, Any]:
    """Everything that the file of the project says."""
    text = (project / SOURCE).read_text(encoding="utf-8")
    # The project's own settings; the loader makes plain data only.
    settings: dict[str, Any] = yaml.load(text, _loader(environment))  # noqa: S506
    return settings


def site_url_of(settings: Map[str, Any]) -> str:
    """The address of the site, with the slash at its end."""
    site_url = str(settings["site_url"])
    return site_url if site_url.endswith("/") else f"{site_url}/"


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
