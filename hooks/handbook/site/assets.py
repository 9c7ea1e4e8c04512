"""Our own scripts and styles, published under a folder named after their content.

The folder's hash changes with any file in it, so browsers may keep the files for ever and the
modules can import each other by relative address without a bundler.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path


def assets_folder(source: Path) -> str:
    """Path below the site's root under which the files of `source` are published."""
    digest = hashlib.sha256()
    for file in _files(source):
        digest.update(file.relative_to(source).as_posix().encode())
        digest.update(file.read_bytes())
    return f"assets/{digest.hexdigest()[:10]}"


def publish_assets(source: Path, site_dir: Path) -> None:
    """Copy the files of `source` below `site_dir`."""
    folder = site_dir / assets_folder(source)
    for file in _files(source):
        target = folder / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _files(source: Path) -> list[Path]:
    return sorted(file for file in source.rglob("*") if file.is_file())
