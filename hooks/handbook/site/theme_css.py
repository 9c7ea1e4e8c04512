"""The theme's stylesheet, cut to the components that the pages use.

Our own stylesheet draws everything that every page has, so a book that uses no component of the theme
(admonition, tabs, footnotes …) loads nothing of it. A component that an editor writes brings exactly
its own rules along: a selector stays when it names a component and each of its compounds matches some
element of the pages. Combinators and pseudo-classes are ignored, so the cut keeps too much rather than
too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import tinycss2
from tinycss2 import ast

Signature = tuple[str, frozenset[str]]
"""An element as selectors see it: its tag and its classes."""

SCOPE = "md-typeset"
"""The class under which the theme styles an article."""

_TAG = re.compile(r"<([a-z][\w-]*)((?:\s[^<>]*)?)>")
_CLASS = re.compile(r"\bclass=\"?([^\">]*)")
_PSEUDO = re.compile(r"::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
_COMPOUND = re.compile(r"(?P<tag>[\w-]+|\*)?(?P<rest>(?:[.#][\w-]+|\[[^\]]*\])*)")
_VARIABLE = re.compile(r"var\((--[\w-]+)")
_ALWAYS: frozenset[Signature] = frozenset(
    {("html", frozenset()), ("body", frozenset()), ("article", frozenset({SCOPE}))}
)
# The theme's colours in ours, so that a component follows light and dark.
_OURS = {
    "--md-default-fg-color": "var(--ink)",
    "--md-default-fg-color--light": "var(--quiet)",
    "--md-default-fg-color--lighter": "var(--line)",
    "--md-default-fg-color--lightest": "var(--line)",
    "--md-default-bg-color": "var(--sheet)",
    "--md-admonition-fg-color": "var(--ink)",
    "--md-admonition-bg-color": "var(--sheet)",
    "--md-primary-fg-color": "var(--lead)",
    "--md-accent-fg-color": "var(--lead)",
    "--md-typeset-a-color": "var(--lead)",
    "--md-typeset-table-color": "var(--line)",
    "--md-typeset-table-color--light": "var(--line)",
    "--md-code-bg-color": "var(--paper)",
    "--md-code-fg-color": "var(--ink)",
    "--md-shadow-z1": "none",
    "--md-shadow-z2": "none",
}


# The theme counts its rem from 20 px, hides the focus of tabs and lets their labels overflow.
_BRIDGE = """
.md-typeset .admonition { font-size: .95rem; border-radius: .75rem; border-color: var(--line) }
.md-typeset .admonition-title { background: var(--lead-soft) }
.md-typeset .tabbed-labels { flex-wrap: wrap }
.md-typeset .tabbed-labels > label { font-size: .95rem; min-height: 3rem }
.md-typeset .tabbed-set > input:focus-visible ~ .tabbed-labels { outline: 3px solid var(--focus) }
.md-typeset .footnote { font-size: .9rem }
""" + "".join(
    f".md-typeset .tabbed-set > input:nth-child({n}):checked ~ .tabbed-labels > :nth-child({n})"
    " { text-decoration: underline 3px var(--gold); text-underline-offset: .5em }\n"
    for n in range(1, 7)
)


def _parse(text: str) -> list[ast.Node]:
    parsed: list[ast.Node] = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return parsed


def signatures(html: str) -> set[Signature]:
    """The distinct elements of a piece of HTML."""
    found: set[Signature] = set()
    for tag, attributes in _TAG.findall(html):
        classes = _CLASS.search(attributes)
        found.add((tag, frozenset(classes[1].split()) if classes else frozenset()))
    return found


class ThemeCss:
    """`text`: the theme's stylesheet as it comes."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _rules(self) -> list[ast.Node]:
        return _parse(self.text)

    @cached_property
    def components(self) -> frozenset[str]:
        """Every class that the theme styles inside an article."""
        scoped = re.findall(rf"\.{SCOPE}([^{{}},]*)", self.text)
        return frozenset(re.findall(r"\.([a-zA-Z][\w-]*)", " ".join(scoped))) - {SCOPE}

    def elements(self, html: str) -> frozenset[Signature]:
        """The elements of a page's text, when it uses a component that the theme styles; else none."""
        found = frozenset(signatures(html))
        if any(classes & self.components for _, classes in found) and self.cut(found):
            return found
        return frozenset()

    def cut(self, used: Iterable[Signature]) -> str:
        """The rules for the components among `used`; empty when there are none."""
        elements = set(used) | _ALWAYS
        body = "".join(self._kept([*self._rules, *_parse(_BRIDGE)], elements))
        return self._variables(body) + body if body else ""

    def _kept(self, rules: Iterable[ast.Node], elements: set[Signature]) -> Iterator[str]:
        for rule in rules:
            if isinstance(rule, ast.QualifiedRule):
                yield from self._kept_rule(rule, elements)
            elif (
                rule.type == "at-rule"
                and rule.content
                and rule.lower_at_keyword in ("media", "supports")
            ):
                inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                kept = "".join(self._kept(inner, elements))
                if kept:
                    yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"

    def _kept_rule(self, rule: ast.QualifiedRule, elements: set[Signature]) -> Iterator[str]:
        selectors = _split(tinycss2.serialize(rule.prelude))
        kept = [selector for selector in selectors if self._matches(selector, elements)]
        if kept:
            yield f"{','.join(kept)}{{{tinycss2.serialize(rule.content)}}}"

    def _matches(self, selector: str, elements: set[Signature]) -> bool:
        plain = _PSEUDO.sub("", selector)
        compounds = [part for part in re.split(r"[\s>+~]+", plain) if part]
        named = {name for part in compounds for name in re.findall(r"\.([\w-]+)", part)}
        return bool(named & self.components) and all(_fits(part, elements) for part in compounds)

    def _variables(self, body: str) -> str:
        """Definitions of the custom properties that `body` reads: ours first, else the theme's."""
        theirs = dict(re.findall(r"(--md-[\w-]+):((?:[^;{}\"]|\"[^\"]*\")*)", self.text)[::-1])
        wanted = set(_VARIABLE.findall(body))
        lines: dict[str, str] = {}
        while wanted:
            name = wanted.pop()
            value = _OURS.get(name) or theirs.get(name)
            if value and name not in lines:
                lines[name] = value
                wanted |= set(_VARIABLE.findall(value))
        return f":root{{{';'.join(f'{name}:{lines[name]}' for name in sorted(lines))}}}" if lines else ""


def _split(selectors: str) -> list[str]:
    """The selectors of a list; a comma inside parentheses does not part them."""
    return [part.strip() for part in re.split(r",(?![^(]*\))", selectors)]


def _fits(compound: str, elements: set[Signature]) -> bool:
    parsed = _COMPOUND.fullmatch(compound)
    if parsed is None:
        return False
    tag = parsed["tag"]
    classes = frozenset(re.findall(r"\.([\w-]+)", parsed["rest"] or ""))
    return any((tag in (None, "*", name)) and classes <= has for name, has in elements)
