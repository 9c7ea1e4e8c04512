"""Our styles made fit for the articles of another theme: what they say of the shell is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import tinycss2
from tinycss2 import ast

ARTICLE = ".md-typeset.md-typeset"
"""Where the successor's theme shows the text of a page; twice, so that our rules outweigh its own."""
BRIDGE = Path(__file__).with_name("bridge.css")
SCALE = 0.8
"""Our text has 1 rem, the theme's 0.8 rem (16 px)."""
_DARK = "[data-md-color-scheme=slate]"
_SCHEMES = {":root": ":root", ":root[data-theme=dark]": _DARK}
_REM = re.compile(r"(?<![\w.-])(\d*\.?\d+)rem\b")
_PSEUDO = re.compile(r"::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
_NAMED = re.compile(r"[.#\[]|^(?:fieldset|legend)\b")
"""The rules for whole kinds of elements are those of the other theme, but for what only quizzes have."""
_SHELL = re.compile(r"^(?:html|body)\b|\[data-theme|\.page-|\barticle\b|^main\b")


def article_style(css: str) -> str:
    """The rules of `css` about named parts of a text, for inside an article, and its colours."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return _REM.sub(lambda size: f"{float(size[1]) * SCALE:.3g}rem", "".join(_kept(rules)))


def _kept(rules: Iterable[ast.Node]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            selectors = [*_fitting(tinycss2.serialize(rule.prelude))]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.content and rule.lower_at_keyword in ("media", "supports"):
            inside = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if kept := "".join(_kept(inside)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"
        elif rule.type == "at-rule":
            yield rule.serialize()


def _fitting(prelude: str) -> Iterator[str]:
    for selector in re.split(r",(?![^(]*\))", prelude):
        name = selector.strip()
        if name in _SCHEMES:
            yield _SCHEMES[name]
        elif _NAMED.search(_PSEUDO.sub("", name)) and not _SHELL.search(name):
            yield f"{ARTICLE} {name}"
