"""Data for the browser as an ES module under a name that carries its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping as Map
from dataclasses import dataclass


@dataclass(frozen=True)
class Compiled:
    """`path` below the site's root; it carries a hash of `text`, so it may be cached for ever."""

    path: str
    text: str

    @property
    def digest(self) -> str:
        """The hash in the name: eight hexadecimal digits."""
        return self.path.split(".")[-2]


def compiled(name: str, data: object, path: str) -> Compiled:
    """`data` as a module that exports it as `name`; `path` comes without hash and ending."""
    return compiled_parts({name: data}, path)


def compiled_parts(parts: Map[str, object], path: str) -> Compiled:
    """A module that exports each part under its name; `path` comes without hash and ending."""
    text = "".join(f"export const {name}={_literal(data)};\n" for name, data in parts.items())
    return Compiled(f"{path}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js", text)


def _literal(data: object) -> str:
    # JSON is JavaScript since ES2019, but for "</script>" and the two line separators.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
