"""The only file that MkDocs loads: its events, each handed on to the `handbook` package.

MkDocs builds once a language, nested, with the same config and this same module
(static-i18n, plugin.py, on_post_build); `building` tells the outer build from the nested ones.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from handbook.book import Book
from handbook.messages import phrase, spoken
from handbook.problem import Problem, Problems
from handbook.project import load_book
from handbook.rules.memory import RuleMemory
from handbook.site.memory import Memory
from handbook.site.notfound import LOST, NOT_SAVED, lost_view
from handbook.site.settings import Outside
from handbook.site.site import Site, open_site
from handbook.typography import polish

_state: dict[str, Any] = {"command": "build", "site": None, "memory": Memory(), "rules": RuleMemory()}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `build` or `serve`."""
    _state["command"] = command


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything, once, before the first language; stop when anything is wrong."""
    if _building(config):
        return
    if _state["command"] == "build" and not config.site_dir.endswith(".part"):
        # Build beside the real folder, so that a site that is half made never looks finished.
        shutil.rmtree(config.site_dir, ignore_errors=True)
        config.site_dir += ".part"
    _state.pop("env", None)
    project = Path(config.config_file_path).parent
    if _live() and _state["memory"].code_changed(project / "hooks"):
        print(phrase("restart-serve", spoken(os.environ)), file=sys.stderr)
    book = _checked_book(project)
    _check_settings(config, book.languages)
    outside = Outside(
        site_url=config.site_url or "",
        repo_url=config.repo_url or "",
        contact=str(config.extra["contact"]),
        theme_css=_theme_css(config),
        live=_live(),
        only=_only(config),
        offline=str(config.extra.get("offline", "on")).lower() not in ("off", "false"),
    )
    _state["site"] = open_site(project, book, outside)
    _state["memory"].open((*book.keys, *book.pages))
    config.theme.static_templates.discard("sitemap.xml")  # ours has absolute addresses only
    config.theme.static_templates.add(NOT_SAVED)
    config.nav = [
        f"{key}.md" for key in book.keys if not outside.only or (outside.only, key) in book.pages
    ]


def _checked_book(project: Path) -> Book:
    problems = Problems()
    book = load_book(project, problems, _state["rules"])
    _stop_at(problems.errors())
    return book


def _stop_at(errors: list[Problem]) -> None:
    """Tell every mistake, and go no further if there is one."""
    _tell(errors)
    if _live():  # whoever writes sees the page while its wording is still wrong
        errors = [problem for problem in errors if problem.about == "form"]
    if errors:
        raise PluginError(
            phrase("mistakes-stop-the-build", spoken(os.environ)).format(count=len(errors))
        )


def _tell(errors: list[Problem]) -> None:
    if errors:
        say = spoken(os.environ)
        print("\n".join(problem.text(say) for problem in errors), file=sys.stderr)


def _theme_css(config: MkDocsConfig) -> str:
    """The theme's stylesheet, whatever hash its name carries.

    Every template is ours, so the theme's folder is then left out of the search: MkDocs would look
    through its ten thousand icons once a language.
    """
    for folder in config.theme.dirs:
        for file in Path(folder).glob("assets/stylesheets/main.*.css"):
            config.theme.dirs.remove(folder)
            return file.read_text(encoding="utf-8")
    return ""


def _check_settings(config: MkDocsConfig, languages: tuple[str, ...]) -> None:
    """What mkdocs.yml says must fit the programme."""
    built = tuple(entry.locale for entry in config.plugins["i18n"].config.languages)
    if built != languages:
        raise PluginError(
            f"mkdocs.yml:1:1: it builds {', '.join(built)} and docs/data/programme.yml lists "
            f"{', '.join(languages)} — make the two lists the same, in the same order"
        )
    _check_snippets(config)
    if not (config.site_url or "").startswith(("https://", "http://")):
        raise PluginError("mkdocs.yml:1:1: site_url is missing — write the address of the site")


def _check_snippets(config: MkDocsConfig) -> None:
    """Whoever allows pages to include files lets them include those of docs/ alone."""
    if "pymdownx.snippets" not in config.markdown_extensions:
        return
    options = config.mdx_configs.get("pymdownx.snippets") or {}
    folders = options.get("base_path", ["."])
    inside = [folders] if isinstance(folders, str) else folders
    docs = Path(config.docs_dir).resolve()
    closed = options.get("restrict_base_path", True) and not options.get("url_download", False)
    if not closed or [Path(folder).resolve() for folder in inside] != [docs]:
        raise PluginError(
            "mkdocs.yml:1:1: with these settings of pymdownx.snippets a page could include files from "
            "outside docs/ — write base_path: [docs], restrict_base_path: true, url_download: false"
        )


@event_priority(-200)  # after static-i18n, which takes the files apart at -100
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep the published pages and the content's own files; scripts and styles are ours alone."""
    for file in [file for file in files if not _is_ours(file, config)]:
        files.remove(file)  # in place: static-i18n finds pages by its own kind of Files
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Templates leave no empty lines, and are compiled once for all languages."""
    env.trim_blocks = env.lstrip_blocks = True
    shared: Environment = _state.setdefault("env", env)
    return shared


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page with its blocks and directives written out."""
    locale, key = _site_locale(page), _key(page)
    text = _site().markdown(locale, key)
    return "" if _live() and _state["memory"].remembers((locale, key), text) else text


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's HTML with the sizes of its pictures and the marks of what may be out of date."""
    locale, key = _site_locale(page), _key(page)
    known = _state["memory"].html((locale, key), html) if _live() else html
    return _site().content(known, locale, key)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """What the templates show around the text."""
    content = page.content or ""
    context["view"] = _site().view(_site_locale(page), _key(page), content, page.file.dest_path)
    context["icon"] = _site().icon
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The no-break spaces of the page's language, after a look at what the page holds."""
    _site().guard.page(output, _site_locale(page), _key(page))
    return polish(output, _site_locale(page))


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The pages for an address that cannot be shown, in the language that is being built."""
    if template_name in LOST:
        site = _site()
        context["view"] = lost_view(site.book, site.settings, _locale(config), template_name)
        context["icon"] = site.icon
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write these pages under each language; an empty string keeps MkDocs from writing its own file."""
    if template_name in LOST:
        locale = _locale(config)
        _site().guard.page(output_content, locale)
        folder = Path(config.site_dir) / _site().settings.addresses.root(locale)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / template_name).write_text(polish(output_content, locale), encoding="utf-8")
    return ""


@event_priority(-200)  # after static-i18n has built the other languages
def on_post_build(config: MkDocsConfig) -> None:
    """The true end: write the files of the whole site and give the folder its name."""
    if _building(config):
        return
    _stop_at(_site().guard.take())
    built = Path(config.site_dir)
    _site().finish(built)
    if _state["command"] == "build":
        final = Path(config.site_dir.removesuffix(".part"))
        shutil.rmtree(final, ignore_errors=True)
        built.rename(final)


def on_build_error(error: Exception) -> None:
    """Forget the site: nothing of a failed build is used again. What its pages held is told still."""
    site: Site | None = _state["site"]
    _state["site"] = None
    if site is not None:
        _tell(site.guard.take())


def _only(config: MkDocsConfig) -> str:
    """The one language of a preview (`make serve ONLY=fr`); empty for all."""
    return str(config.plugins["i18n"].config.build_only_locale or "")


def _live() -> bool:
    return bool(_state["command"] == "serve")


def _building(config: MkDocsConfig) -> bool:
    return bool(getattr(config.plugins["i18n"], "building", False))


def _locale(config: MkDocsConfig) -> str:
    return str(getattr(config.plugins["i18n"], "current_language"))  # noqa: B009 (untyped plugin)


def _site() -> Site:
    site: Site = _state["site"]
    return site


def _site_locale(page: Page) -> str:
    return str(page.file.locale_alternate_of)  # type: ignore[attr-defined]


def _key(page: Page) -> str:
    """`docs/vi/safe-accounts/index.md` → `safe-accounts/index`."""
    return page.file.src_uri.partition("/")[2].removesuffix(".md")


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    if file.is_documentation_page():
        return file.src_uri.partition("/")[2].removesuffix(".md") in _site().book.keys
    return str(file.abs_src_path).startswith(config.docs_dir)
