"""Real git repositories for tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

WHO = {
    f"GIT_{role}_{part}": "a@a.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
}


class Repository:
    """A repository of its own, deaf to the settings of the machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def git(self, *arguments: str) -> str:
        given = {**os.environ, **WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = [
            "git",
            "-c",
            "init.defaultBranch=main",
            "-c",
            "protocol.file.allow=always",
            *arguments,
        ]
        done = subprocess.run(
            command, cwd=self.folder, env=given, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")
        return self.git("rev-parse", "HEAD")
