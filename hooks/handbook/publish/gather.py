"""The folder dist/: everything that is handed on, and what somebody needs who publishes it.

The same commit gives the same bytes: files are sorted, archives carry no time, days are the commit’s.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from handbook.offline.archive import add_entry
from handbook.offline.handed import PAPER, SINGLE
from handbook.publish.hosting import Hosting
from handbook.publish.nginx import headers_conf, server_conf, site_conf
from handbook.publish.table import table_of

SUMS = "SHA256SUMS"
SCRIPT = "publish.sh"


def gather(
    hosting: Hosting, site_dir: Path, dist: Path, version: str, told: dict[str, str]
) -> list[Path]:
    """Fill `dist` anew from a finished site; returns its files. `told`: small files with their text."""
    part = dist.with_name(f"{dist.name}.part")  # what is half made never looks finished
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(site_dir, part / "site")
    for name in (PAPER, SINGLE):
        if (site_dir / name).is_dir():
            shutil.copytree(site_dir / name, part / name)
    for folder in sorted((part / PAPER).glob("*/")):
        _pack(part / f"{PAPER}-{folder.name}-{version}.zip", folder)
    _pack(part / f"site-{version}.zip", part / "site")
    texts = {
        "nginx/headers.conf": headers_conf(hosting),
        "nginx/site.conf": site_conf(hosting),
        "nginx/server.conf": server_conf(hosting),
        "headers.json": table_of(hosting),
        SCRIPT: (Path(__file__).parent / SCRIPT).read_text(encoding="utf-8"),
        **told,
    }
    for path, text in texts.items():
        (part / path).parent.mkdir(exist_ok=True)
        (part / path).write_text(text, encoding="utf-8")
    (part / SUMS).write_text(sums_of(part, _files(part)), encoding="utf-8")
    shutil.rmtree(dist, ignore_errors=True)
    part.rename(dist)
    return _files(dist)


def sums_of(folder: Path, files: Iterable[Path]) -> str:
    """A line for each file, as `sha256sum -c` reads it."""
    return "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n"
        for file in files
    )


def _pack(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive, "w") as opened:
        for file in _files(folder):
            add_entry(opened, file.relative_to(folder).as_posix(), file.read_bytes())


def _files(folder: Path) -> list[Path]:
    return sorted(
        (file for file in folder.rglob("*") if file.is_file()), key=lambda file: file.as_posix()
    )
