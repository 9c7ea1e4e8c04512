"""Addresses of pages: short, ASCII, the same in every language; the source language at the root."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Addresses:
    """`site_url` ends with a slash; the first language has no folder of its own."""

    site_url: str
    languages: tuple[str, ...]

    @property
    def base(self) -> str:
        """Path of the site on its host: `/` or `/pde/`."""
        return "/" + self.site_url.split("/", 3)[3]

    def root(self, locale: str) -> str:
        """Folder of a language below the site's root: empty or `fr/`."""
        return "" if locale == self.languages[0] else f"{locale}/"

    def path(self, locale: str, key: str) -> str:
        """Path of a page below the site's root: `fr/safe-accounts/second-lock/`."""
        if key == "index":
            return self.root(locale)
        return f"{self.root(locale)}{key.removesuffix('/index')}/"

    def absolute(self, locale: str, key: str) -> str:
        """Address of a page with host, for search engines and paper."""
        return self.site_url + self.path(locale, key)

    def up(self, locale: str, key: str) -> str:
        """Relative path from a page to the site's root: `../../`; `./` at the root itself."""
        return "../" * self.path(locale, key).count("/") or "./"

    def relative(self, locale: str, key: str, target: str, fragment: str = "") -> str:
        """Relative address from one page to the page `target` of the same language."""
        here = self.path(locale, key)
        there = self.path(locale, target)
        address = relative_path(here, there)
        return f"{address}#{fragment}" if fragment else address


def relative_path(here: str, there: str) -> str:
    """Relative address between two folders below the site's root (both empty or ending in a slash)."""
    ours, theirs = here.split("/")[:-1], there.split("/")[:-1]
    shared = 0
    while shared < min(len(ours), len(theirs)) and ours[shared] == theirs[shared]:
        shared += 1
    path = "../" * (len(ours) - shared) + "/".join(theirs[shared:])
    if not path or path.endswith("/"):
        return path or "./"
    return f"{path}/"
