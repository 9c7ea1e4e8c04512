"""Which files a built page needs: pictures, styles, data, and every script that it may load."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_NAMED = re.compile(r'="([^":?#]+\.(?:css|js|svg|png|webp|jpg|avif|woff2|json))"')
_IMPORTED = re.compile(r"""["'`](\.{1,2}/[\w./-]+\.(?:css|js|json))["'`]""")
_ANY_OF = re.compile(r"`(\.{1,2}/[\w./-]+/)\$\{")
"""`./types/${name}.js` may be any file of the folder."""
_ROOTED = re.compile(r'"(assets/[\w./-]+\.js)"')
"""Compiled data name other data from the site's root."""


def page_needs(site_dir: Path, page: str, base: str) -> frozenset[str]:
    """Paths below `site_dir` of all files that the page in the file `page` needs beside itself.

    `base`: path of the site on its host, with which the addresses of a page without a place begin.

    Addresses are taken from the finished HTML and the shipped scripts, so that nothing that a page
    loads can be forgotten in a list.
    """
    text = (site_dir / page).read_text(encoding="utf-8")
    found: set[str] = set()
    new = _existing(site_dir, (_join(page, name, base) for name in _NAMED.findall(text)))
    while new:
        found |= new
        new = frozenset().union(*(_file_needs(site_dir, path) for path in new)) - found
    return frozenset(found)


@lru_cache(maxsize=4096)
def _file_needs(site_dir: Path, path: str) -> frozenset[str]:
    """What a script loads at once or on demand. Names of assets carry hashes: they never change."""
    if not path.endswith(".js"):
        return frozenset()
    text = (site_dir / path).read_text(encoding="utf-8")
    names = [_join(path, name) for name in _IMPORTED.findall(text)]
    for folder in _ANY_OF.findall(text):
        inside = _join(path, folder)
        names += [f"{inside}/{file.name}" for file in (site_dir / inside).glob("*.js")]
    return _existing(site_dir, [*names, *_ROOTED.findall(text)])


def _join(here: str, name: str, base: str = "/") -> str:
    """Path below the site's root of what is called `name` in the file `here`."""
    if name.startswith(base):
        return name.removeprefix(base)
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), name))


def _existing(site_dir: Path, paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path for path in paths if (site_dir / path).is_file())
