"""Each host sends the headers of the one table: the real nginx, the real Apache, and who reads `_headers`."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook.publish.headers import EVERYWHERE, HEADERS, REVALIDATED, all_headers
from handbook.publish.headers_file import HEADERS_FILE, LONGEST_LINE, MOST_RULES
from handbook.publish.hosting import hosting_of
from handbook.publish.media import type_of
from small_book import LANGUAGES, Built, SmallBook
from web_servers import Apache, Nginx, WebServer

FOR_EVER = "public, max-age=31536000, immutable"
Site = tuple[Path, str]
"""A built site, and the path under which it lies."""


@pytest.fixture(scope="module")
def sites(real_site: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A site at the root of its host and one below a path, both with something to hand on."""
    folder = tmp_path_factory.mktemp("book")
    book = SmallBook(folder)
    for path in ("paper/fr/locks-learner.pdf", "single/fr/locks.html", "single/fr.zip"):
        book.write(f"build/{path}", "<!doctype html>\n<title>x</title>\n<p>Text.\n" * 50)
    book.write("docs/assets/img/lock.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    book.change("docs/vi/locks/door.md", "Text", "![Lock](../../assets/img/lock.svg) Text")
    below, root = book.build(SITE_URL="https://learn.example/pde/"), folder / "root"
    assert below.code == 0, below.output
    below.site.rename(folder / "below")
    book.build().site.rename(root)
    return {"/": root, "/pde/": folder / "below", "real": real_site.site}


def paths_of(site: Path) -> list[str]:
    """A file of each kind and each end of a name, below the site's root."""
    found: dict[tuple[str, str], str] = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and file.name not in (HEADERS_FILE, ".htaccess"):
            found.setdefault((re.sub(r"[^/]*$", "", path)[:12], file.suffix), path)
    return list(found.values())


def told(answer: dict[str, str]) -> dict[str, str]:
    """The headers of the table among those of an answer."""
    return {name: answer[name.lower()] for name in HEADERS if name.lower() in answer}


Started = Callable[[str], WebServer]


@pytest.fixture(scope="module", params=["nginx", "apache"])
def started(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Iterator[Started]:
    """Starts a server with a site, once for all tests."""
    running: dict[str, WebServer] = {}

    def start(name: str) -> WebServer:
        if name not in running:
            site, base = sites[name], "/pde/" if name == "real" else name
            server = (
                Nginx().take(site, LANGUAGES) if request.param == "nginx" else Apache().take(site, base)
            )
            running[name] = server.__enter__()
        return running[name]

    yield start
    for server in running.values():
        server.__exit__(None, None, None)


@pytest.mark.parametrize("name", ["/", "/pde/", "real"])
def test_every_kind_of_file_arrives_with_its_headers_and_its_type(
    started: Started, sites: dict[str, Path], name: str
) -> None:
    site, server = sites[name], started(name)
    hosting = hosting_of(site, LANGUAGES)
    paths = paths_of(site)
    assert len(paths) > 25
    for path in paths:
        answer = server.get(hosting.base + path)
        assert answer.status == 200, path
        assert answer.body == (site / path).read_bytes(), path
        assert told(answer.headers) == all_headers(path, hosting.policy), path
        assert answer.headers["content-type"] == type_of(path), path


@pytest.mark.parametrize("base", ["/", "/pde/"])
def test_a_page_is_asked_for_by_its_folder_and_its_policy_is_that_in_it_and_more(
    started: Started, sites: dict[str, Path], base: str
) -> None:
    server = started(base)
    policy = hosting_of(sites[base], LANGUAGES).policy
    for path in ("", "fr/", "en/locks/door/", "vi/locks/"):
        answer = server.get(base + path)
        assert answer.status == 200, path
        sent = answer.headers["content-security-policy"]
        assert sent == f"{policy}; object-src 'none'; frame-ancestors 'none'"
        assert "unsafe" not in sent
        assert answer.headers["cache-control"] == REVALIDATED


@pytest.mark.parametrize("base", ["/", "/pde/"])
@pytest.mark.parametrize(
    ("path", "locale"),
    [
        *(("none/", "vi"), ("fr/none/", "fr"), ("en/locks/none", "en"), ("frog/", "vi")),
        *(("assets/0123456789/js/none.js", "vi"), ("fr/404", "fr"), ("locks/en/none/", "vi")),
    ],
)
def test_an_address_that_leads_nowhere_is_told_in_the_language_of_its_tree(
    started: Started, base: str, path: str, locale: str
) -> None:
    answer = started(base).get(base + path)
    assert answer.status == 404
    assert f'<html lang="{locale}" ' in answer.body.decode()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == REVALIDATED, "a file that comes later is found"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert set(EVERYWHERE) <= set(told(answer.headers))


@pytest.mark.parametrize("base", ["/", "/pde/"])
def test_a_folder_without_its_slash_is_sent_on_and_no_folder_is_listed(
    started: Started, base: str
) -> None:
    server = started(base)
    answer = server.get(f"{base}fr/locks/door")
    assert answer.status == 301
    assert re.sub("^http://[^/]*", "", answer.headers["location"]) == f"{base}fr/locks/door/"
    assert server.get(f"{base}assets/").status in (403, 404)
    if base != "/":
        assert server.get(base.removesuffix("/")).headers["location"].endswith(base)


@pytest.mark.parametrize("base", ["/", "/pde/"])
def test_what_is_text_travels_compressed_and_comes_back_unchanged_once(
    started: Started, sites: dict[str, Path], base: str
) -> None:
    server, site = started(base), sites[base]
    script = next(site.glob("assets/*/js/shell.js")).relative_to(site).as_posix()
    for path in ("fr/index.html", script, "sitemap.xml"):
        answer = server.get(base + path, Accept_Encoding="gzip")
        assert answer.headers["content-encoding"] == "gzip", path
        assert answer.headers["vary"] == "Accept-Encoding", path
        assert gzip.decompress(answer.body) == (site / path).read_bytes(), path
    etag = server.get(f"{base}fr/index.html").headers["etag"]
    assert server.get(f"{base}fr/index.html", If_None_Match=etag).status == 304


def test_what_never_changes_its_content_is_kept_for_ever_and_nothing_else(
    sites: dict[str, Path],
) -> None:
    site = sites["real"]
    paths = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    kept = {path for path in paths if all_headers(path, "")["Cache-Control"] == FOR_EVER}
    asked = paths - kept
    assert len(kept) > 1000
    assert [path for path in kept if not re.search(r"[./][0-9a-f]{8,}[./]", path)] == []
    hashed = [path for path in asked if re.search(r"^assets/.*[0-9a-f]{8}", path)]
    assert hashed == []
    assert {"sw.js", "offline.json", "sitemap.xml", "tricks.xml", "app.fr.webmanifest"} <= asked
    assert {"index.html", "fr/404.html", "fr/not-saved.html"} <= asked


def read_headers_file(text: str) -> list[tuple[str, dict[str, str]]]:
    """Patterns with their headers, as Netlify reads them."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("  "):
            header, _, value = line.strip().partition(": ")
            rules[-1][1][header] = value
        elif line and not line.startswith("#"):
            rules.append((line, {}))
    return rules


@pytest.mark.parametrize("name", ["/", "/pde/", "real"])
def test_the_file_for_netlify_and_cloudflare_says_the_same_for_every_file(
    sites: dict[str, Path], name: str
) -> None:
    site = sites[name]
    hosting, text = hosting_of(site, LANGUAGES), (site / HEADERS_FILE).read_text(encoding="utf-8")
    rules = read_headers_file(text)
    for file in (file for file in site.rglob("*") if file.is_file()):
        path = file.relative_to(site).as_posix()
        if path in (HEADERS_FILE, ".htaccess"):
            continue
        asked = hosting.base + re.sub(r"(^|/)index\.html$", r"\1", path)
        sent: dict[str, str] = {}
        for pattern, headers in rules:
            end = pattern.removesuffix("*")
            if asked == pattern or (end != pattern and asked.startswith(end)):
                assert not sent.keys() & headers.keys(), f"{path}: two rules say the same header"
                sent |= headers
        assert sent.pop("Content-Type", type_of(path)) == type_of(path)
        assert sent == all_headers(path, hosting.policy), path


def test_it_keeps_to_what_these_hosts_read(sites: dict[str, Path]) -> None:
    text = (sites["real"] / HEADERS_FILE).read_text(encoding="utf-8")
    rules = read_headers_file(text)
    assert len(rules) <= MOST_RULES
    assert max(map(len, text.splitlines())) <= LONGEST_LINE
    assert all(pattern.count("*") <= 1 for pattern, _ in rules)
