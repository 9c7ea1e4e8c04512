"""The real nginx and the real Apache, each with a folder and a port of its own."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from handbook.publish.hosting import hosting_of
from handbook.publish.nginx import ROOT, headers_conf, site_conf

_PATH = f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
_USER = "User www-data\nGroup www-data"
_MODULES = ("authz_core", "deflate", "dir", "filter", "headers", "mime", "mpm_event")


@dataclass(frozen=True)
class Answer:
    """What a server sent; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


class WebServer:
    """Listens on 127.0.0.1 until the block ends. `folder` can be read by whatever user the server takes."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="handbook-"))
        self.folder.chmod(0o755)
        self.port = free_port()

    @property
    def address(self) -> str:
        """Address of the root."""
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path that begins with a slash."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        response = connection.getresponse()
        given: dict[str, str] = {}
        for name, value in response.getheaders():
            assert name.lower() not in given, f"{path}: {name} arrives twice"
            given[name.lower()] = value
        answer = Answer(response.status, given, response.read())
        connection.close()
        return answer

    def start(self) -> None:
        """Start the server; it answers when this returns."""
        raise NotImplementedError

    def stop(self) -> None:
        """Stop it."""
        raise NotImplementedError

    def run(self, *command: str) -> None:
        """Run a command of the server; says what it said when it fails."""
        done = subprocess.run(
            command, env={**os.environ, "PATH": _PATH}, capture_output=True, text=True, check=False
        )
        said = f"{done.stdout}{done.stderr}"
        assert done.returncode == 0, f"{command}: {said}{self.log()}"
        assert "[warn]" not in said, said

    def log(self) -> str:
        """What the server wrote of its mistakes."""
        file = self.folder / "error.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def __enter__(self) -> Self:
        for left in reversed(range(5)):
            try:
                self.start()
            except AssertionError as error:
                if not left or "in use" not in str(error):
                    raise
                self.port = free_port()  # somebody else was quicker
            else:
                break
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Nginx(WebServer):
    """With the two files of the release. `root`: folder with `current`, `headers` and `site`: their places."""

    def __init__(self, root: Path | None = None) -> None:
        super().__init__()
        self.root = root or self.folder / "root"

    def take(self, site: Path, languages: tuple[str, ...]) -> Self:
        """Serve a built site, without the script that publishes."""
        hosting = hosting_of(site, languages)
        place = self.root / "current/www" / hosting.base.strip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        copy(site, place)
        (self.root / "nginx").mkdir()
        for name, text in (("headers", headers_conf(hosting)), ("site", site_conf(hosting))):
            (self.root / f"nginx/{name}.conf").write_text(text.replace(ROOT, str(self.root)))
        return self

    def start(self) -> None:
        places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        folders = "".join(f"{name}_temp_path {self.folder}/{name}; " for name in places)
        (self.folder / "nginx.conf").write_text(
            f"worker_processes 1; pid {self.folder}/nginx.pid; error_log {self.folder}/error.log;\n"
            f"events {{ worker_connections 256; }}\nhttp {{ access_log off; {folders}\n"
            f"include {self.root}/nginx/headers.conf;\n"
            f"server {{ listen 127.0.0.1:{self.port}; include {self.root}/nginx/site.conf; }} }}\n"
        )
        self.run(*self.command)

    @property
    def command(self) -> tuple[str, ...]:
        """How this nginx is called; `-s reload` behind it makes it read its files again."""
        folder = str(self.folder)
        return ("nginx", "-p", folder, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf")

    def stop(self) -> None:
        if (self.folder / "nginx.pid").exists():
            self.run(*self.command, "-s", "stop")


class Apache(WebServer):
    """With nothing but the `.htaccess` in the site. `take` says which site, and under which path."""

    def take(self, site: Path, base: str) -> Self:
        """Serve a built site under a path."""
        place = self.folder / "www" / base.strip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        copy(site, place)
        return self

    def start(self) -> None:
        modules = "".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in _MODULES
        )
        (self.folder / "apache.conf").write_text(
            f"{modules}ServerRoot {self.folder}\nServerName 127.0.0.1\nListen 127.0.0.1:{self.port}\n"
            f"PidFile {self.folder}/apache.pid\nErrorLog {self.folder}/error.log\n"
            f"{_USER if os.geteuid() == 0 else ''}\nTypesConfig /dev/null\n"
            f"DocumentRoot {self.folder}/www\nStartServers 1\n"
            f"<Directory {self.folder}/www>\nAllowOverride FileInfo Indexes Options\n"
            "Options FollowSymLinks\nRequire all granted\n</Directory>\n"
        )
        self.run("apache2", "-f", f"{self.folder}/apache.conf", "-k", "start")

    def stop(self) -> None:
        self.run("apache2", "-f", f"{self.folder}/apache.conf", "-k", "stop")


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def copy(site: Path, place: Path) -> None:
    """A copy that every user of the machine can read."""
    shutil.copytree(site, place)
