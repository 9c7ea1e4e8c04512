"""The service worker at its one address, `sw.js` at the root of the site, or its kill switch there."""

from __future__ import annotations

from pathlib import Path

from rjsmin import jsmin

WORKER = "sw.js"
"""Never another name: phones that saved pages ask for this one for ever."""


def write_worker(source: Path, site_dir: Path, *, on: bool) -> None:
    """Write the worker. `source`: folder with sw.js and kill.js; `on`: pages can be saved.

    It holds no list and no hash, so it is the same from build to build.
    """
    text = (source / ("sw.js" if on else "kill.js")).read_text(encoding="utf-8")
    (site_dir / WORKER).write_text(str(jsmin(text)), encoding="utf-8")
