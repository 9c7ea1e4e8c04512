"""A module as one file opens from a memory stick: no request, pictures, a quiz that scores."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.course import BOOK, LANGUAGES, SAMPLE, languages, right
from browser.learner import Finger, Learner
from handbook.book import module_keys
from small_book import PROJECT, Built

LARGEST = 120_000
"""Most bytes of a file, as it travels from hand to hand."""
MODULE = next(module for module in BOOK.programme.published if module.slug == SAMPLE.module)


@pytest.fixture(scope="module")
def stick(real_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder build/single of a project with the real content."""
    project = tmp_path_factory.mktemp("project")
    for name in ("docs", "quizzes", "hooks", "overrides"):
        (project / name).symlink_to(PROJECT / name)
    paper = project / "build/paper/fr"
    paper.mkdir(parents=True)
    (paper / f"{MODULE.slug}-learner.pdf").write_bytes(b"%PDF-1.7")
    make(real_site, project)
    return project / "build/single"


def make(site: Built, project: Path) -> None:
    """What an editor types."""
    command = [sys.executable, "-m", "handbook", "single", "--site", str(site.site), str(project)]
    given = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks")}
    done = subprocess.run(command, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def opened(browser: Browser, file: Path, locale: str) -> tuple[Learner, list[str]]:
    """A learner in front of a file, and the addresses that it asks for."""
    page = browser.new_page(viewport={"width": 360, "height": 640}, has_touch=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    learner = Learner(page, file.parent.as_uri() + "/", locale, Finger)
    page.on(
        "console",
        lambda message: learner.errors.append(message.text) if message.type == "error" else None,
    )
    page.goto(file.as_uri())
    return learner, asked


@languages
def test_a_chapter_scores_its_quiz_from_a_file_and_asks_for_nothing(
    browser: Browser, stick: Path, locale: str
) -> None:
    learner, asked = opened(browser, stick / f"{locale}/{MODULE.slug}.html", locale)
    learner.sees_progress()
    assert "null" not in learner.page.locator("form").inner_text().split()
    learner.answer_all(SAMPLE)
    learner.sees_score(SAMPLE, 100)
    sizes = learner.page.locator("img").evaluate_all("all => all.map((one) => one.naturalWidth)")
    assert sizes
    assert all(sizes)
    assert [url for url in asked if not url.startswith("data:")] == [learner.page.url.partition("#")[0]]
    assert learner.errors == []


def test_answers_are_kept_where_the_browser_keeps_them_for_files(browser: Browser, stick: Path) -> None:
    learner, _ = opened(browser, stick / f"en/{MODULE.slug}.html", "en")
    learner.sees_progress()
    item = learner.asked(SAMPLE)[0]
    learner.answer(SAMPLE, item, right(item))
    learner.reload()
    learner.verdict(SAMPLE, item, "verdict-right")


def test_without_storage_a_chapter_still_scores_and_says_so(browser: Browser, stick: Path) -> None:
    file = stick / f"en/{MODULE.slug}.html"
    learner, _ = opened(browser, file, "en")
    learner.page.add_init_script("delete Window.prototype.localStorage; delete window.localStorage;")
    learner.page.reload()
    item = learner.asked(SAMPLE)[0]
    learner.answer(SAMPLE, item, right(item))
    learner.sees(learner.words["not-saved"])


@languages
def test_every_chapter_is_small_and_all_its_links_lead_somewhere(stick: Path, locale: str) -> None:
    files = sorted((stick / locale).glob("*.html"))
    assert [file.stem for file in files] == sorted(module.slug for module in BOOK.programme.published)
    assert {file.name: file.stat().st_size for file in files if file.stat().st_size > LARGEST} == {}
    for file in files:
        text = file.read_text(encoding="utf-8")
        ids = re.findall(r"\sid=\"?([\w-]+)", text)
        assert len(ids) == len(set(ids)), file
        targets = re.findall(r"""\shref="?([^"'\s>]+)""", text)
        inside = {target[1:] for target in targets if target.startswith("#")}
        assert inside <= set(ids), file
        outside = {target for target in targets if not target.startswith("#")}
        assert all(re.match(r"https?:|tel:|mailto:", target) for target in outside), file
        assert "default-src 'none'" in text


@languages
def test_a_chapter_says_of_when_it_is_and_where_the_living_page_stands(
    browser: Browser, stick: Path, locale: str
) -> None:
    learner, _ = opened(browser, stick / f"{locale}/{MODULE.slug}.html", locale)
    root = "" if locale == LANGUAGES[0] else f"{locale}/"
    living = learner.page.get_by_role("complementary").get_by_role("link")
    expect(living).to_have_attribute("href", f"https://learn.example/pde/{root}{MODULE.slug}/")
    assert BOOK.programme.version in learner.page.get_by_role("complementary").inner_text()
    for key in module_keys(MODULE):
        title = BOOK.page(locale, key).title
        expect(learner.page.get_by_role("heading", name=title).first).to_be_visible()
    assert learner.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_archive_holds_a_language_and_opens_from_a_stick(
    browser: Browser, stick: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(stick / "fr.zip") as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert names[0] == "index.html"
    assert f"pdf/{MODULE.slug}-learner.pdf" in names
    page: Page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_role("link", name=MODULE.title["fr"]).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.close()


def test_the_same_site_makes_the_same_archive(real_site: Built, stick: Path, tmp_path: Path) -> None:
    first = (stick / "en.zip").read_bytes()
    again = tmp_path / "project"
    shutil.copytree(stick.parent.parent, again, symlinks=True)
    make(real_site, again)
    assert (again / "build/single/en.zip").read_bytes() == first
