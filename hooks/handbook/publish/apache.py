"""`.htaccess`, as Apache 2.4 reads it (AllowOverride FileInfo Indexes Options)."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.publish.headers import BEGINNINGS, EVERYWHERE, Kind, headers_of
from handbook.publish.hosting import Hosting
from handbook.publish.media import FEED, FEED_TYPE, TEXT, TYPES, text_types

HTACCESS = ".htaccess"


def htaccess(hosting: Hosting) -> str:
    """The text of the file at the site's root."""
    return "\n".join([*_whole_site(hosting), *_headers(hosting), *_compression(), ""])


def _whole_site(hosting: Hosting) -> Iterator[str]:
    yield "# Written by the build from hooks/handbook/publish/; a change here is lost."
    yield "Options -Indexes"
    yield "DirectoryIndex index.html"
    yield from (f"AddType {media} .{end}" for end, media in TYPES.items())
    yield f"AddCharset utf-8 {' '.join(f'.{end}' for end in TEXT)}"
    yield f'<Files "{FEED}">\n  ForceType "{FEED_TYPE}; charset=utf-8"\n</Files>'
    yield from (f"ErrorDocument {status} {hosting.base}404.html" for status in (403, 404))
    for root in hosting.roots:  # the nearest page: in the language of the address
        folder = hosting.base + root
        lost = (f"  ErrorDocument {status} {folder}404.html" for status in (403, 404))
        yield _below(folder, "\n".join(lost))


def _headers(hosting: Hosting) -> Iterator[str]:
    yield "<IfModule mod_headers.c>"
    usual = {**EVERYWHERE, **headers_of("page", hosting.policy)}
    yield from (f'  Header always set {name} "{value}"' for name, value in usual.items())
    for beginning, kind in reversed(BEGINNINGS):  # the last section wins
        lines = "\n".join(_unlike(kind, hosting.policy))
        yield _below(hosting.base + beginning, lines)
    yield "</IfModule>"


def _unlike(kind: Kind, policy: str) -> Iterator[str]:
    """What is other than with a page."""
    sent = headers_of(kind, policy)
    for name, value in headers_of("page", policy).items():
        if name not in sent:
            yield f"  Header always unset {name}"
        elif sent[name] != value:
            yield f'  Header always set {name} "{sent[name]}"'


def _compression() -> Iterator[str]:
    yield "<IfModule mod_deflate.c>\n<IfModule mod_filter.c>"
    yield f"  AddOutputFilterByType DEFLATE {' '.join(text_types())}"
    yield "</IfModule>\n</IfModule>"


def _below(path: str, lines: str) -> str:
    return f'<If "%{{REQUEST_URI}} =~ m#^{path}#">\n{lines}\n</If>'
