"""A host that counts what it hands out, and can be cut, changed and switched off like a real one."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path
from types import TracebackType
from typing import Self


class Host:
    """Serves the folder `site` under /pde/; `served` lists the paths that arrived, in order."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.served: list[str] = []
        self.left: int | None = None
        """How many more answers there are before the network is cut; None: it is not."""
        self._lock = threading.Lock()
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Handler, self)
        )
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.running = True

    @property
    def address(self) -> str:
        """Address of the site."""
        return f"http://127.0.0.1:{self._server.server_port}/pde/"

    def admits(self, path: str) -> bool:
        """Whether the network lets this answer through."""
        with self._lock:
            if self.left == 0:
                return False
            if self.left is not None:
                self.left -= 1
            self.served.append(path.removeprefix("/pde/"))
            return True

    def stop(self) -> None:
        """Switch the server off: nothing listens any more."""
        if self.running:
            self._server.shutdown()
            self._server.server_close()
        self.running = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, host: Host, *arguments: object) -> None:
        self.host = host
        super().__init__(*arguments)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        self.directory = str(self.host.site)
        return super().translate_path(path.removeprefix("/pde"))

    def do_GET(self) -> None:
        if self.host.admits(self.path):
            super().do_GET()
        else:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        pass
