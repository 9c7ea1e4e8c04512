"""The same table for programs: what to tell an object store behind a CDN with each file."""

from __future__ import annotations

import json

from handbook.publish.headers import BEGINNINGS, EVERYWHERE, headers_of
from handbook.publish.hosting import Hosting
from handbook.publish.media import FEED, TYPES, type_of


def table_of(hosting: Hosting) -> str:
    """JSON: `everywhere`; `files`, of which the first expression that fits decides; `types` by end."""
    kinds = [*((f"^{beginning}", kind) for beginning, kind in BEGINNINGS), ("", "page")]
    files = [{"pattern": path, "headers": headers_of(kind, hosting.policy)} for path, kind in kinds]
    data = {
        "everywhere": EVERYWHERE,
        "files": files,
        "types": {FEED: type_of(FEED), **{f".{end}": type_of(f".{end}") for end in sorted(TYPES)}},
    }
    return json.dumps(data, indent=1) + "\n"
