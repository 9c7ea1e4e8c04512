"""Our own scripts and styles, published under a folder named after their content.

The folder's hash changes with any file in it, so browsers may keep the files for ever and the
modules can import each other by relative address without a bundler. Comments and spaces stay at home.
In a stylesheet `sign(do)` stands
for the drawing `do.svg`: it travels once with the style instead of many times with every page; and
`each-language([lang=?] p)` for a selector with `?` as each language in turn.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import quote

from rcssmin import cssmin
from rjsmin import jsmin

_SIGN = re.compile(r"\bsign\(([\w-]+)\)")
_EACH = re.compile(r"\beach-language\((.*)\)(?= *\{)")


class Assets:
    """The files below `source`; `languages` and the drawings of `signs` are put into the stylesheets."""

    def __init__(self, source: Path, signs: Path, languages: tuple[str, ...]) -> None:
        self.signs = signs
        self.languages = languages
        self.files = {
            file.relative_to(source).as_posix(): self._content(file)
            for file in sorted(source.rglob("*"))
            if file.is_file()
        }

    @property
    def folder(self) -> str:
        """Path below the site's root under which the files are published, with a closing slash."""
        digest = hashlib.sha256()
        for path, content in self.files.items():
            digest.update(path.encode() + b"\0" + content)
        return f"assets/{digest.hexdigest()[:10]}/"

    def publish(self, site_dir: Path) -> None:
        """Write the files below `site_dir`."""
        for path, content in self.files.items():
            target = site_dir / self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def _content(self, file: Path) -> bytes:
        content = file.read_bytes()
        if file.suffix == ".js":
            return str(jsmin(content.decode())).encode()
        if file.suffix == ".css":
            signed = _SIGN.sub(lambda match: self._address(match[1]), content.decode())
            return str(cssmin(_EACH.sub(self._each, signed))).encode()
        return content

    def _each(self, selector: re.Match[str]) -> str:
        return ",".join(selector[1].replace("?", locale) for locale in self.languages)

    def _address(self, name: str) -> str:
        drawing = (self.signs / f"{name}.svg").read_text(encoding="utf-8").strip()
        return f'url("data:image/svg+xml,{quote(drawing.replace(chr(34), chr(39)), safe=_SAFE)}")'


# What may stand unescaped between double quotes in a data address; fewer escapes compress better.
_SAFE = " ='/:;,.-()<>"
