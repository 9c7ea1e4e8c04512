"""What the writers of every host's own file are told of a site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


@dataclass(frozen=True)
class Hosting:
    """`site_url`: ends with a slash. `roots`: folders of the languages that have one (`fr/`).

    `policy`: the content policy that the pages carry.
    """

    site_url: str
    roots: tuple[str, ...]
    policy: str

    @property
    def base(self) -> str:
        """Path of the site on its host: `/` or `/pde/`."""
        return "/" + self.site_url.split("/", 3)[3]


def hosting_of(site_dir: Path, languages: tuple[str, ...]) -> Hosting:
    """What a finished site says of itself. ValueError when it is none."""
    page, widest = (
        (site_dir / path).read_text(encoding="utf-8") for path in ("index.html", "search/index.html")
    )
    address, policy = _CANONICAL.search(page), _META.search(widest)  # it has a script more
    if not (address and policy):
        raise ValueError(f"{site_dir}/index.html is no page of a finished site")
    return Hosting(address[1], tuple(f"{locale}/" for locale in languages[1:]), policy[1])
