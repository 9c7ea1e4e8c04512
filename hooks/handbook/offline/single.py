"""One-file chapters: a module as one HTML file that opens from a memory stick with nothing else.

Everything comes from the finished site: the articles, the cut styles, the drawings and the quiz engine.
The file asks for nothing, carries its date and says where the living page is.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rjsmin import jsmin

from handbook.book import Book, module_keys
from handbook.dates import spoken_date
from handbook.offline.bundle import bundle
from handbook.offline.chapter import Chapter
from handbook.offline.prune import prune
from handbook.programme import Module
from handbook.typography import polish

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
_DATA = re.compile(r'data-quiz="([^"]+)"')
_TYPES = re.compile(r'data-types="([^"]+)"')
_ASSETS = re.compile(r'href="[./]*(assets/[0-9a-f]+/)css/handbook\.css"')
_ASKED = re.compile(r"\bconst quiz\s*=\s*\{.*")
"""The data of a quiz, in the one line in which they are compiled."""
_TAG = re.compile(r"<[a-z][^<>]*>")
_QUOTED = re.compile(r'="([\w-]+)"(?=[\s>])')
_OPTIONAL = re.compile(
    r"</li>(?=\s*(?:<li|</[uo]l>))"
    r"|</p>(?=\s*(?:<(?:p|[uo]l|div|section|h[1-6]|fieldset|details|dl|table|aside)\b"
    r"|</(?:section|div|li|article|details|aside|fieldset)>))"
)
_STYLE = (
    ".single-from{max-width:40rem;margin:0 auto;padding:1rem;background:var(--gold-soft)}"
    ".single-from a{overflow-wrap:anywhere}.single-page{margin-top:3rem;padding-top:1.5rem;"
    "border-top:.35rem solid var(--lead-soft)}"
)

_PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {site}</title>
<style>{style}</style>
<body class="page-lesson">
{body}
{script}</body>
</html>
"""


_FROM = """<aside class="single-from"><p><strong>{name}</strong> {said}
<a href="{living}">{living}</a></p></aside>"""
_PART = """<section class="single-page" id="{slug}">{article}
<p><a href="#contents">{back}</a></p></section>"""
_WORDS = """<section class="single-page"><h2>{title}</h2><dl class="glossary">{entries}</dl></section>"""
_POLICY = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Singles:
    """Makes the files of a language from a site that was built. `overrides`: where single.js stands."""

    book: Book
    site_dir: Path
    overrides: Path

    def write(self, folder: Path, locale: str) -> list[Path]:
        """One file for each published module; returns their paths."""
        folder.mkdir(parents=True, exist_ok=True)
        files = []
        for module in self.book.programme.published:
            files.append(folder / f"{module.slug}.html")
            files[-1].write_text(self.chapter(module, locale), encoding="utf-8")
        return files

    def chapter(self, module: Module, locale: str) -> str:
        """The text of the file."""
        root = "" if locale == self.book.languages[0] else f"{locale}/"
        folders = {_slug(key): f"{root}{key.removesuffix('/index')}" for key in module_keys(module)}
        parts = [self._from(module, locale, folders), "<main>", *self._pages(module, locale, folders)]
        body = polish("\n".join([*parts, "</main>"]), locale)
        return self._page(locale, module.title[locale], body, self._script(folders))

    def _from(self, module: Module, locale: str, folders: dict[str, str]) -> str:
        """Of what day the text is, and where the living page stands."""
        words, version = self.book.strings[locale], self.book.programme.version
        date = max(self.book.page(locale, key).updated for key in module_keys(module))
        said = words.fill("single-from", date=spoken_date(date, locale), version=version)
        living = html.escape(f"{self.site_url}{next(iter(folders.values()))}/")
        return _FROM.format(name=html.escape(words["site-name"]), said=said, living=living)

    def _pages(self, module: Module, locale: str, folders: dict[str, str]) -> Iterator[str]:
        words, chapter = self.book.strings[locale], Chapter(self.site_dir, self.site_url, folders)
        titles = {_slug(key): self.book.page(locale, key).title for key in module_keys(module)}
        first, *others = folders
        links = (f'<li><a href="#{slug}">{html.escape(titles[slug])}</a></li>' for slug in others)
        back = words["module-list"]
        yield f'<section id="{first}">{chapter.page(first)}</section>'
        yield f'<nav class="lessons" id="contents"><h2>{back}</h2><ol>{"".join(links)}</ol></nav>'
        for slug in others:
            yield _PART.format(slug=slug, article=chapter.lower(chapter.page(slug)), back=back)
        if chapter.terms:
            yield _WORDS.format(title=words["glossary"], entries=chapter.glossary())

    @property
    def site_url(self) -> str:
        """Address of the living site."""
        return self._named(_CANONICAL, "index.html")

    @property
    def assets(self) -> str:
        """Folder of the site's scripts and styles, with a closing slash."""
        return self._named(_ASSETS, "index.html")

    def _named(self, pattern: re.Pattern[str], page: str) -> str:
        match = pattern.search((self.site_dir / page).read_text(encoding="utf-8"))
        if match is None:
            raise ValueError(f"{self.site_dir / page} is no page of a finished site")
        return match[1]

    def _page(self, locale: str, title: str, body: str, script: str) -> str:
        css = self.site_dir / self.assets / "css"
        styles = "".join(
            (css / f"{name}.css").read_text(encoding="utf-8") for name in ("handbook", "help", "quiz")
        )
        # A question may be called like a class: what is asked does not decide about the style.
        style = prune(styles, body, _ASKED.sub("", script)) + _STYLE
        sources = [f"style-src {_hashed(style)}", *([f"script-src {_hashed(script)}"] if script else [])]
        return _PAGE.format(
            lang=locale,
            policy="; ".join([_POLICY, *sources]),
            title=html.escape(title),
            site=html.escape(self.book.strings[locale]["site-name"]),
            style=style,
            body=_shorter(body),
            script=f"<script>{script}</script>\n" if script else "",
        )

    def _script(self, folders: dict[str, str]) -> str:
        """The quiz engine with the data of the module's quiz; empty where it has none."""
        for folder in folders.values():
            page = (self.site_dir / folder / "index.html").read_text(encoding="utf-8")
            if match := _DATA.search(page):
                data = (self.site_dir / folder / match[1]).resolve().read_text(encoding="utf-8")
                types = _TYPES.search(page)
                names = types[1].split() if types else []
                return self._engine(data, names, asks_sure="data-ask-sure" in page)
        return ""

    def _engine(self, data: str, types: list[str], *, asks_sure: bool) -> str:
        made = {
            "single.js": (self.overrides / "offline/single.js").read_text(encoding="utf-8"),
            "data.js": data,
            "chosen.js": "\n".join(_chosen(types, asks_sure=asks_sure)),
        }

        def read(path: str) -> str:
            if path in made:
                return str(jsmin(made[path]))
            return (self.site_dir / self.assets / "js" / path).read_text(encoding="utf-8")

        def address(path: str) -> str:
            return f"{self.site_url}{self.assets}js/{path}"

        return bundle("single.js", read, address)


def _chosen(types: list[str], *, asks_sure: bool) -> Iterator[str]:
    for number, name in enumerate(types):
        yield f'import * as t{number} from "./quiz/types/{name}.js";'
    if asks_sure:
        yield 'import * as asked from "./quiz/sure.js";'
    yield 'export * from "./data.js";'
    yield f"export const sure = {'asked' if asks_sure else 'undefined'};"
    pairs = ", ".join(f'"{name}": t{number}' for number, name in enumerate(types))
    yield f"export const types = {{ {pairs} }};"


def _shorter(body: str) -> str:
    """Without the quotation marks and end tags that HTML can do without: there are thousands of them.

    Source: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
    """
    return _TAG.sub(lambda tag: _QUOTED.sub(r"=\1", tag[0]), _OPTIONAL.sub("", body))


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _slug(key: str) -> str:
    """Name of a page in the file; an id begins with a letter, whatever the page is called."""
    name = key.split("/")[1]
    return f"p{name}" if name[0].isdigit() else name
