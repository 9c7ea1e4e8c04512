"""A page in another language than its readers' or behind its source, on a telephone, by ear and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Learn, Serve
from browser.course import BOOK
from browser.learner import Keyboard, Learner
from browser.test_accessibility import schemes, violations
from browser.test_every_page import WIDER
from handbook.pages.stamp import digests_of
from handbook.pages.translation import front_matter_line
from small_book import SmallBook, page

MISSING, STALE, DRAFT, QUIZ = "fr/locks/", "en/locks/door/", "fr/locks/door/", "fr/locks/quiz/"
BODY = """Text.

## Locks {#two-locks}

Text.

/// happened | It happened {#happened}
Call.
///
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with a page that is not translated, one that is behind, and a machine's draft."""
    book = SmallBook(tmp_path_factory.mktemp("translations"))
    for locale in ("vi", "fr", "en"):
        book.write(f"docs/{locale}/locks/door.md", page(f"Door {locale}", BODY))
    source = book.load()[0].pages[("vi", "locks/door")]
    for locale, by in {"en": "human", "fr": "machine"}.items():
        line = front_matter_line(digests_of(source), by)
        book.change(f"docs/{locale}/locks/door.md", "updated:", f"{line}\nupdated:")
    book.change("docs/vi/locks/door.md", "Call.", "Gọi ngay.")
    book.remove("docs/fr/locks/index.md")
    book.remove("docs/fr/locks/quiz.md")
    built = book.build(REPO_URL="https://github.com/example/book")
    assert built.code == 0, built.output
    return built.site


def banner(shown: Page, locale: str) -> Locator:
    return shown.get_by_role("complementary", name=BOOK.strings[locale]["translation"])


def opened(learn: Learn, address: str, place: str, **wishes: int | type[Keyboard]) -> Learner:
    learner = learn(place[:2], site=address, **wishes)
    learner.page.goto(address + place)
    return learner


pages = pytest.mark.parametrize("place", [MISSING, STALE, DRAFT, QUIZ])


@pages
@schemes
def test_axe_finds_nothing(
    learn: Learn, serve: Serve, site: Path, place: str, scheme: Literal["light", "dark"]
) -> None:
    learner = opened(learn, serve(site), place)
    learner.page.emulate_media(color_scheme=scheme)
    expect(banner(learner.page, place[:2])).to_be_visible()
    learner.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert violations(learner.page) == []


@pages
def test_a_thumb_finds_every_link_of_the_banner_on_the_smallest_screen(
    learn: Learn, serve: Serve, site: Path, place: str
) -> None:
    learner = opened(learn, serve(site), place, width=320)
    learner.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    targets = learner.page.locator(".banner a, .banner summary")
    boxes = [target.bounding_box() for target in targets.all()]
    assert boxes
    assert all(box and box["height"] >= 44 for box in boxes)
    assert learner.page.evaluate(WIDER) == []


@pages
def test_the_title_of_the_page_stays_on_the_first_screen(
    learn: Learn, serve: Serve, site: Path, place: str
) -> None:
    learner = opened(learn, serve(site), place)
    expect(learner.page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)


def test_by_keyboard_the_parts_unfold_and_lead_to_the_marked_part(
    learn: Learn, serve: Serve, site: Path
) -> None:
    learner = opened(learn, serve(site), STALE, hand=Keyboard)
    shown, words = learner.page, BOOK.strings["en"]
    hand = Keyboard(shown)
    hand.reach(banner(shown, "en").locator("summary"))
    shown.keyboard.press("Enter")
    expect(banner(shown, "en").get_by_role("link", name=words["update-translation"])).to_be_visible()
    hand.press(banner(shown, "en").get_by_role("link", name="It happened"))
    expect(shown.get_by_role("link", name=words["part-newer"])).to_be_in_viewport()
    shown.get_by_role("link", name=words["part-newer"]).click()
    expect(shown).to_have_url(f"{learner.site}locks/door/#happened")


def test_on_paper_the_banner_stays_and_what_only_a_screen_can_do_goes(
    learn: Learn, serve: Serve, site: Path
) -> None:
    learner = opened(learn, serve(site), MISSING)
    learner.page.emulate_media(media="print")
    expect(learner.page.get_by_text(BOOK.strings["fr"]["not-translated"])).to_be_visible()
    expect(banner(learner.page, "fr").get_by_role("link")).to_be_hidden()


SPOKEN = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim();
        if (text) found.push([walker.currentNode.parentElement.closest("[lang]").lang, text]);
    }
    return found;
}"""


@pytest.mark.parametrize("place", [MISSING, QUIZ, "fr/", "fr/modules/", DRAFT])
def test_a_voice_reads_each_word_in_its_own_language(
    learn: Learn, serve: Serve, site: Path, place: str
) -> None:
    learner = opened(learn, serve(site), place)
    texts = {locale: set(BOOK.strings[locale].values()) for locale in ("vi", "fr")}
    said = learner.page.evaluate(SPOKEN)
    plain = [(lang, text.replace("\u202f", " ").replace("\u00a0", " ")) for lang, text in said]
    assert len(plain) > 20
    source_titles = {"Ổ khóa", "Ổ khóa.", "Trắc nghiệm", "Trắc nghiệm."}
    assert {lang for lang, text in plain if text in source_titles} <= {"vi"}
    assert {lang for lang, text in plain if text in texts["fr"] - texts["vi"]} - {"en"} == {"fr"}
    assert "fr" not in {lang for lang, text in plain if text in texts["vi"] - texts["fr"]}


def test_a_learner_answers_in_french_on_a_page_that_is_not_translated(
    learn: Learn, serve: Serve, site: Path
) -> None:
    learner = opened(learn, serve(site), QUIZ)
    shown, words = learner.page, BOOK.strings["fr"]
    shown.get_by_role("radio", name="Deux serrures").tap()
    shown.get_by_role("button", name=words["check"]).tap()
    expect(shown.get_by_text(words["verdict-right"])).to_be_visible()
    expect(shown.get_by_text(words["passed"])).to_be_visible()
