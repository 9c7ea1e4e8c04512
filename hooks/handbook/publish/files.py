"""The files that lie in the site itself, so that whoever takes `site/` takes its headers along."""

from __future__ import annotations

from pathlib import Path

from handbook.publish.apache import HTACCESS, htaccess
from handbook.publish.headers_file import HEADERS_FILE, headers_file
from handbook.publish.hosting import Hosting


def write_for_hosts(hosting: Hosting, site_dir: Path) -> None:
    """Write `_headers` and `.htaccess` into a site that is otherwise finished."""
    (site_dir / HEADERS_FILE).write_text(headers_file(hosting, site_dir), encoding="utf-8")
    (site_dir / HTACCESS).write_text(htaccess(hosting), encoding="utf-8")
