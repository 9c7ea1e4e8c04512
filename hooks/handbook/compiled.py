"""Data for the browser as an ES module under a name that carries its hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Compiled:
    """`path` below the site's root; it carries a hash of `text`, so it may be cached for ever."""

    path: str
    text: str


def compiled(name: str, data: object, path: str) -> Compiled:
    """`data` as a module that exports it as `name`; `path` comes without hash and ending."""
    json_text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # JSON is JavaScript since ES2019, but for "</script>" and the two line separators.
    safe = json_text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    text = f"export const {name}={safe};\n"
    return Compiled(f"{path}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js", text)
