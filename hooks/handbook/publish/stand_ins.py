"""Addresses that stand in for real ones (`handbook.example`): a site that is published has none left.

Made-up messages in lessons name such hosts as words, which lead nowhere and are no business of this.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from handbook.publish.media import TEXT

_ADDRESS = re.compile(rb"(?://|@)(?:[\w-]+\.)+example(?![\w-])(?!\.\w)")
_SETTING = re.compile(r"(?:^|[@./])[\w-]+\.example(?=[:/]|$)")
"""Domains reserved for examples: https://www.rfc-editor.org/rfc/rfc2606#section-3"""
Found = tuple[str, str]
"""A file below the site's root, and the address in it."""


def is_stand_in(value: str) -> bool:
    """Whether an address or an e-mail address of the settings is one of examples."""
    return _SETTING.search(value) is not None


def stand_ins(site_dir: Path) -> list[Found]:
    """The first such address of each file below `site_dir`, archives looked into."""
    found = []
    for path, content in _texts(site_dir):
        if match := _ADDRESS.search(content):
            found.append((path, match[0].decode().lstrip("/@")))
    return found


def _texts(site_dir: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site_dir.rglob("*")):
        path = file.relative_to(site_dir).as_posix()
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                yield from ((f"{path}/{name}", archive.read(name)) for name in _pages(archive))
        elif file.is_file() and (file.suffix[1:] in TEXT or file.name.startswith((".", "_"))):
            yield path, file.read_bytes()


def _pages(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if name.endswith(".html")]
