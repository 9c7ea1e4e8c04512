"""Two files for nginx ≥ 1.18: `headers.conf` for the level http, `site.conf` for inside a server block.

A location with an `add_header` of its own loses those of the level above. So all of them stand in one
location, and what differs between files comes from maps, which see where an inner redirect led.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handbook.publish.headers import BEGINNINGS, EVERYWHERE, Kind, headers_of
from handbook.publish.hosting import Hosting
from handbook.publish.media import FEED, FEED_TYPE, TYPES, text_types

ROOT = "@ROOT@"
"""Stands for the folder of the releases until the script that publishes puts it in."""
_HEAD = "# Written by the release from hooks/handbook/publish/; a change here is lost.\n"
_MAPPED = {"Content-Security-Policy": "policy", "Cache-Control": "cache"}
_SERVER = """# A beginning for /etc/nginx/conf.d/handbook.conf: HTTPS, and then HSTS, are yours to add.
include {root}/nginx/headers.conf;
server {{
    listen 80;
    listen [::]:80;
    server_name {host};
    server_tokens off;
    include {root}/nginx/site.conf;
}}
"""


def headers_conf(hosting: Hosting) -> str:
    """Maps from an address to what its file needs."""
    maps = [
        _map(_variable(hosting, short), _by_folder(hosting, name), _value(name, "page", hosting.policy))
        for name, short in _MAPPED.items()
    ]
    lost = ((f"{hosting.base}{root}", f"{hosting.base}{root}404.html") for root in hosting.roots)
    maps.append(_map(_variable(hosting, "lost"), lost, f"{hosting.base}404.html"))
    return _HEAD + "".join(maps)


def site_conf(hosting: Hosting) -> str:
    """The location of the site."""
    lost = _variable(hosting, "lost")
    others = " ".join(media for media in text_types() if media != "text/html")  # nginx has it already
    lines = [
        f"root {ROOT}/current/www;",
        "index index.html;",
        "absolute_redirect off;",
        "charset utf-8;",
        f"charset_types {others};",
        f"types {{ {' '.join(f'{media} {end};' for end, media in TYPES.items())} }}",
        "default_type application/octet-stream;",
        "gzip on;",
        "gzip_static on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        f"gzip_types {others};",
        f"error_page 404 {lost};",
        f"error_page 403 =404 {lost};",
        *(f"add_header {name} {_variable(hosting, short)} always;" for name, short in _MAPPED.items()),
        *(f'add_header {name} "{value}" always;' for name, value in EVERYWHERE.items()),
        f"location ~ /{FEED.replace('.', '[.]')}$ {{ types {{ }} default_type {FEED_TYPE}; }}",
    ]
    inside = "".join(f"    {line}\n" for line in lines)
    return _HEAD + _without_slash(hosting.base) + f"location ^~ {hosting.base} {{\n{inside}}}\n"


def server_conf(hosting: Hosting) -> str:
    """A server block to begin with."""
    host = hosting.site_url.split("/")[2].partition(":")[0]
    return _SERVER.format(root=ROOT, host=host)


def _variable(hosting: Hosting, short: str) -> str:
    """A name of its own for each site: one nginx may serve several handbooks."""
    place = re.sub(r"\W+", "_", hosting.site_url.partition("://")[2].strip("/"))
    return f"$handbook_{place}_{short}"


def _without_slash(base: str) -> str:
    if base == "/":
        return ""
    return f"location = {base.removesuffix('/')} {{ absolute_redirect off; return 301 {base}; }}\n"


def _by_folder(hosting: Hosting, name: str) -> Iterator[tuple[str, str]]:
    for beginning, kind in BEGINNINGS:
        yield hosting.base + beginning, _value(name, kind, hosting.policy)


def _value(name: str, kind: Kind, policy: str) -> str:
    return headers_of(kind, policy).get(name, "")  # nginx sends no header that is empty


def _map(variable: str, pairs: Iterable[tuple[str, str]], otherwise: str) -> str:
    rows = [*(f'"~^{path}" "{value}"' for path, value in pairs), f'default "{otherwise}"']
    return f"map $uri {variable} {{\n" + "".join(f"    {row};\n" for row in rows) + "}\n"
