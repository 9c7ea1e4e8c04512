"""The content policy of every page: nothing from strangers, no inline code but what is hashed."""

from __future__ import annotations

import base64
import hashlib

_DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",  # the theme's component icons are data addresses in its stylesheet
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


# Workers need no line: they fall back on script-src (https://www.w3.org/TR/CSP3/#directive-worker-src).


def content_policy(*inline_scripts: str) -> str:
    """The policy for a page whose only inline scripts are these.

    Source: https://www.w3.org/TR/CSP3/ (hash sources).
    """
    digests = [hashlib.sha256(script.encode()).digest() for script in inline_scripts]
    hashes = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
    return "; ".join([*_DIRECTIVES, " ".join(["script-src 'self'", *hashes])])
