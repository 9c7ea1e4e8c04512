"""The script that publishes: whole or not at all, back again, and no phone is left without its scripts."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from released import Press, content
from web_servers import Nginx

DOOR, HOME = "fr/locks/door/index.html", "index.html"
SCRIPT = Path("hooks/handbook/publish/publish.sh")


@dataclass(frozen=True)
class Releases:
    """Two folders dist/ that differ in one page, one quiz and one script."""

    first: Path
    second: Path


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """Made by the commands, but for paper, which is published like any other file."""
    folder = tmp_path_factory.mktemp("releases")
    press = Press(tmp_path_factory.mktemp("book"))
    press.pretend_to_print()
    press.build()
    assert press.handbook("single").code == 0
    press.build()
    assert press.handbook("release").code == 0
    press.dist.rename(folder / "first")
    press.book.change(
        "docs/fr/locks/door.md", "Text with", "Many more words than before stand here, with"
    )
    press.book.change("quizzes/locks.yml", "Une serrure s’ouvre vite.", "Une seule s’ouvre vite.")
    press.build()
    assert press.handbook("release").code == 0
    press.dist.rename(folder / "second")
    return Releases(folder / "first", folder / "second")


class Host:
    """A machine with nginx and the folder of the releases."""

    def __init__(self) -> None:
        self.nginx = Nginx()
        self.root = self.nginx.root
        self.reload = " ".join([*self.nginx.command, "-s", "reload"])

    def start(self, dist: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Begin to publish."""
        path = f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin"
        given = {**os.environ, "PATH": path, "RELOAD": self.reload, **environment}
        return subprocess.Popen(
            ["sh", str(dist / "publish.sh"), str(self.root), *arguments],
            env=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def publish(self, dist: Path, *arguments: str, **environment: str) -> tuple[int, str]:
        """Publish; exit code and what was said."""
        process = self.start(dist, *arguments, **environment)
        said, _ = process.communicate()
        return process.returncode, said

    @property
    def current(self) -> str:
        return (self.root / "current").readlink().as_posix()

    def kept(self) -> list[str]:
        return sorted(entry.name for entry in (self.root / "releases").iterdir())


@pytest.fixture
def host(releases: Releases) -> Iterator[Host]:
    """The first release is published and served."""
    made = Host()
    code, said = made.publish(releases.first)
    assert code == 0, said
    with made.nginx:
        yield made


def test_the_release_is_served_from_where_its_address_says(host: Host, releases: Releases) -> None:
    for path, data in content(releases.first / "site").items():
        answer = host.nginx.get(f"/pde/{path}")
        assert (answer.status, answer.body) == (200, data), path
    assert host.nginx.get("/pde/fr/none").status == 404


def test_whoever_asks_during_the_switch_gets_one_or_the_other_and_never_goes_back(
    host: Host, releases: Releases
) -> None:
    old, new = content(releases.first / "site"), content(releases.second / "site")
    assert old[DOOR] != new[DOOR]
    process = host.start(releases.second)
    newer: list[bool] = []
    after = 20
    while after and len(newer) < 500_000:
        after -= process.poll() is not None
        for address in ("/pde/fr/locks/door/", "/pde/"):
            answer = host.nginx.get(address)
            assert answer.status == 200
            path = HOME if address == "/pde/" else DOOR
            assert answer.body in (old[path], new[path])
            newer += [answer.body == new[DOOR]] if path == DOOR else []
    assert process.wait() == 0
    assert newer == sorted(newer)
    assert newer[-20:] == [True] * 20


def test_an_open_page_of_the_release_before_still_finds_its_scripts(
    host: Host, releases: Releases
) -> None:
    old, new = content(releases.first / "site"), content(releases.second / "site")
    gone = [path for path in old.keys() - new.keys() if path.startswith("assets/")]
    assert [path for path in gone if "/quiz/" in path]
    assert host.publish(releases.second)[0] == 0
    for path in gone:
        assert host.nginx.get(f"/pde/{path}").body == old[path], path
    came = [path for path in new.keys() - old.keys() if path.startswith("assets/")]
    assert host.publish(releases.second, "back")[0] == 0
    for path in came:
        assert host.nginx.get(f"/pde/{path}").body == new[path], path


def test_old_scripts_leave_after_their_days(host: Host, releases: Releases) -> None:
    old, new = content(releases.first / "site"), content(releases.second / "site")
    gone = next(path for path in sorted(old.keys() - new.keys()) if "/quiz/" in path)
    assert host.publish(releases.second)[0] == 0
    assert host.nginx.get(f"/pde/{gone}").status == 200
    long_ago = time.time() - 40 * 86400
    for file in (host.root / "older").rglob("*.*"):
        os.utime(file, (long_ago, long_ago))
    third = changed(releases.second, "third")
    assert host.publish(third)[0] == 0
    assert host.nginx.get(f"/pde/{gone}").status == 404
    kept = next(path for path in sorted(new) if "/quiz/" in path)
    assert host.nginx.get(f"/pde/{kept}").status == 200


def test_back_brings_the_same_bytes_again_and_once_more_the_newer_ones(
    host: Host, releases: Releases
) -> None:
    first = host.current
    assert host.publish(releases.second)[0] == 0
    second = host.current
    assert second != first
    code, said = host.publish(releases.second, "back")
    assert (code, host.current) == (0, first), said
    for path, data in content(releases.first / "site").items():
        assert host.nginx.get(f"/pde/{path}").body == data, path
    assert host.publish(releases.first, "back")[0] == 0
    assert host.current == second


def broken(dist: Path, folder: Path, kind: str) -> Path:
    """A copy of a release on which something went wrong on its way."""
    shutil.copytree(dist, folder)
    file = folder / "site" / DOOR
    if kind == "cut":
        file.write_bytes(file.read_bytes()[:-1])
    elif kind == "lost":
        file.unlink()
    else:
        (folder / "site/more.html").write_text("more")
    return folder


@pytest.mark.parametrize("kind", ["cut", "lost", "more"])
def test_a_broken_copy_is_refused_and_the_site_stays(
    host: Host, releases: Releases, tmp_path: Path, kind: str
) -> None:
    before, kept = host.current, host.kept()
    code, said = host.publish(broken(releases.second, tmp_path / "dist", kind))
    assert code == 1
    assert said.splitlines()[-1] == "Broken copy: nothing was changed."
    assert (host.current, host.kept()) == (before, kept)
    assert host.nginx.get("/pde/fr/locks/door/").body == (releases.first / "site" / DOOR).read_bytes()
    assert host.publish(releases.second)[0] == 0, "the next try finds nothing in its way"


def test_what_did_not_change_is_answered_in_a_few_bytes_and_what_did_is_sent(
    host: Host, releases: Releases
) -> None:
    def tag(address: str) -> str:
        return host.nginx.get(address, Accept_Encoding="gzip").headers["etag"]

    same, other = tag("/pde/en/locks/door/"), tag("/pde/fr/locks/door/")
    assert host.publish(releases.second)[0] == 0
    assert (
        host.nginx.get("/pde/en/locks/door/", If_None_Match=same, Accept_Encoding="gzip").status == 304
    )
    assert (
        host.nginx.get("/pde/fr/locks/door/", If_None_Match=other, Accept_Encoding="gzip").status == 200
    )


def test_pages_travel_as_they_were_pressed_beforehand(host: Host) -> None:
    answer = host.nginx.get("/pde/fr/", Accept_Encoding="gzip")
    pressed = (host.root / "current/site/fr/index.html.gz").read_bytes()
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.body == pressed
    assert gzip.decompress(pressed) == (host.root / "current/site/fr/index.html").read_bytes()


def changed(dist: Path, version: str, policy: str = "") -> Path:
    """The same release under another version, and with another hash in its policy."""
    folder = dist.parent / version
    if folder.exists():
        return folder
    shutil.copytree(dist, folder)
    told = (folder / "VERSION").read_text(encoding="utf-8")
    (folder / "VERSION").write_text(told.replace("2026.11", version), encoding="utf-8")
    conf = folder / "nginx/headers.conf"
    text = conf.read_text(encoding="utf-8")
    conf.write_text(re.sub("'sha256-[^']*'", policy, text) if policy else text, encoding="utf-8")
    return folder


def policy_of(host: Host) -> str:
    return host.nginx.get("/pde/").headers["content-security-policy"]


def test_a_new_inline_script_is_admitted_beside_that_of_the_pages_before(
    host: Host, releases: Releases
) -> None:
    before = re.findall("'sha256-[^']*'", policy_of(host))
    assert len(before) == 2  # that of every page, and that of search
    new = "'sha256-AbC/+123='"
    code, said = host.publish(changed(releases.second, "hashed", new))
    assert code == 0, said
    until = time.monotonic() + 30  # nginx takes its files in when its new process is there
    while new not in policy_of(host) and time.monotonic() < until:
        time.sleep(0.05)
    assert sorted(re.findall("'sha256-[^']*'", policy_of(host))) == sorted([*before, new])


def test_when_nginx_refuses_its_files_the_old_ones_and_the_site_stay(
    host: Host, releases: Releases
) -> None:
    before, files = host.current, content(host.root / "nginx")
    code, said = host.publish(changed(releases.second, "refused", "'sha256-x='"), RELOAD="false")
    assert code == 1
    assert said.splitlines()[-1] == "nginx refused: nothing was changed."
    assert (host.current, content(host.root / "nginx")) == (before, files)


def test_only_the_last_releases_are_kept_with_the_one_to_go_back_to(
    host: Host, releases: Releases
) -> None:
    for name in ("v1", "v2", "v3", "v4"):
        assert host.publish(changed(releases.second, name), KEEP="3")[0] == 0
    assert [entry.partition("-")[0] for entry in host.kept()] == ["v2", "v3", "v4"]
    assert host.publish(releases.first, "back")[0] == 0
    assert host.current.startswith("releases/v3-")


def test_two_runs_at_once_do_not_meddle_and_the_same_release_is_published_once(
    host: Host, releases: Releases
) -> None:
    (host.root / ".lock").mkdir()
    code, said = host.publish(releases.second)
    assert code == 1
    assert "Another run is at work there" in said
    (host.root / ".lock").rmdir()
    assert host.publish(releases.first) == (0, f"{host.current} is there already.\n")
    assert not (host.root / ".lock").exists()


def test_the_script_is_short_and_says_how_it_is_called(releases: Releases) -> None:
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) <= 60
    done = subprocess.run(
        ["sh", str(releases.first / "publish.sh")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "sh publish.sh /srv/handbook back" in done.stdout
