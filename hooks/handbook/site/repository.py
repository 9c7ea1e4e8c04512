"""Where the files of a handbook are kept, and the addresses at which anyone can change them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

BRANCH = "main"


@dataclass(frozen=True)
class Repository:
    """`url`: the repository's own page; empty when a handbook has none to show."""

    url: str

    def edit(self, path: str) -> str:
        """Address that opens the editor of the file at `path`; empty without a repository."""
        if self._github:
            return f"{self._root}/edit/{BRANCH}/{quote(path)}"
        return self._folder(path.rpartition("/")[0])

    def new(self, path: str, present: Iterable[str]) -> str:
        """Address that opens an empty file with the name `path`; empty without a repository.

        `present`: paths of files that exist. Where only a folder can be shown, it is the nearest one
        that holds some of them.
        """
        if self._github:
            return f"{self._root}/new/{BRANCH}?filename={quote(path)}"
        files = tuple(present)
        folder = path.rpartition("/")[0]
        while folder and not any(file.startswith(f"{folder}/") for file in files):
            folder = folder.rpartition("/")[0]
        return self._folder(folder)

    @property
    def _root(self) -> str:
        return self.url.rstrip("/").removesuffix(".git")

    @property
    def _github(self) -> bool:
        """Also an organisation's own GitHub, by the first word of its host."""
        return (urlsplit(self.url).hostname or "").split(".")[0] == "github"

    def _folder(self, folder: str) -> str:
        # GitLab and Gitea answer under GitHub's form: https://github.com/go-gitea/gitea/pull/33440
        return f"{self._root}/tree/{BRANCH}/{quote(folder)}" if self.url else ""
