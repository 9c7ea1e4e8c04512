"""The A4 of the certificate: printed, drawn as a picture, blank for a pen; nothing on it overlaps."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Download, Page, expect

from browser.certified import (
    ALL,
    COMPULSORY,
    LONG,
    PROGRAMME,
    ZALO,
    button,
    certified,
    claimed,
    code_in,
    field,
    has_title,
    is_ready,
    pages_of,
    record_of,
    sheet,
    states,
    words_of,
)
from browser.conftest import Learn
from browser.course import languages
from browser.learner import Learner
from full_programme import write_full_programme
from handbook.programme import Module


@languages
@pytest.mark.parametrize(
    ("passed", "name"), [(COMPULSORY, "basics"), (ALL, "full")], ids=["basics", "full"]
)
def test_the_picture_is_large_enough_to_read_the_code(
    learn: Learn, locale: str, passed: list[Module], name: str
) -> None:
    learner = certified(learn, locale, passed)
    with learner.page.expect_download() as download:
        learner.hand.press(button(learner, "save"))
    data = Path(download.value.path()).read_bytes()
    picture = Image.open(io.BytesIO(data))
    assert picture.size == (1654, 2339)
    assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 100
    assert code_in(data) == claimed(learner, passed, name)
    # A messenger sends it smaller, as a JPEG.
    small = io.BytesIO()
    picture.convert("RGB").resize((827, 1170)).save(small, "JPEG", quality=70)
    assert code_in(small.getvalue()) == claimed(learner, passed, name)
    assert len(data) < 700_000


def test_the_code_leads_to_what_it_says(learn: Learn) -> None:
    learner = certified(learn, "vi")
    learner.page.set_viewport_size({"width": 1000, "height": 900})
    address = code_in(sheet(learner).screenshot())
    learner.page.goto(address)
    learner.sees(learner.words["claim-holds"])


def test_inside_another_app_the_picture_is_there_to_be_pressed(learn: Learn) -> None:
    learner = certified(
        learn, "vi", before=f"Object.defineProperty(navigator, 'userAgent', {{ get: () => '{ZALO}' }});"
    )
    downloads: list[Download] = []
    learner.page.on("download", lambda one: downloads.extend([one]))
    expect(button(learner, "print")).to_be_hidden()
    learner.sees(learner.words["certificate-no-print"])
    learner.hand.press(button(learner, "save"))
    picture = learner.page.get_by_role("img", name=learner.words["certificate-title"])
    expect(picture).to_be_visible()
    learner.sees(learner.words["certificate-hold"])
    expect(learner.page.locator(":focus")).to_contain_text(learner.words["certificate-hold"])
    assert picture.evaluate("(one) => [one.naturalWidth, one.naturalHeight]") == [1654, 2339]
    assert downloads == []
    field(learner).fill("Lan")
    expect(picture).to_be_hidden()  # it shows another name


def test_where_a_browser_can_share_it_shares_the_picture(learn: Learn) -> None:
    shared = """
        navigator.canShare = ({ files }) => files.every(({ type }) => type === "image/png");
        navigator.share = async ({ files: [file] }) => { document.title = [file.name, file.type, file.size > 50_000]; };
    """
    learner = certified(learn, "vi", before=shared)
    learner.hand.press(button(learner, "share"))
    expect(learner.page).to_have_title("certificate.png,image/png,true")


def test_where_no_picture_can_be_made_it_says_so(learn: Learn) -> None:
    learner = certified(learn, "vi", before="HTMLCanvasElement.prototype.getContext = () => null;")
    learner.hand.press(button(learner, "save"))
    expect(learner.page.get_by_role("alert")).to_have_text(learner.words["certificate-no-picture"])


def test_the_button_prints(learn: Learn) -> None:
    learner = certified(learn, "vi", before="window.print = () => { document.title = 'printed'; };")
    learner.hand.press(button(learner, "print"))
    expect(learner.page).to_have_title("printed")


@languages
@pytest.mark.parametrize("passed", [COMPULSORY, ALL], ids=["basics", "full"])
def test_on_paper_it_is_one_sheet_and_nothing_else(
    learn: Learn, locale: str, passed: list[Module]
) -> None:
    learner = certified(learn, locale, passed)
    learner.hand.press(button(learner, "save"))  # the picture on the page is not printed
    expect(learner.page.get_by_role("img", name=learner.words["certificate-title"])).to_be_visible()
    assert pages_of(learner) == 1
    learner.page.emulate_media(media="print")
    expect(sheet(learner)).to_be_visible()
    for other in ("h1", "header", "footer", "figure", "input"):
        expect(learner.page.locator(other).first).to_be_hidden()


def test_before_the_rule_holds_paper_shows_the_page(learn: Learn) -> None:
    learner = certified(learn, "vi", [])
    learner.page.emulate_media(media="print")
    expect(learner.page.get_by_role("heading", level=1)).to_be_visible()
    expect(sheet(learner)).to_be_hidden()


@languages
def test_without_scripts_there_is_a_blank_one_for_a_pen(learn: Learn, locale: str) -> None:
    learner = learn(locale, javascript=False)
    learner.open("certificate")
    learner.sees(words_of(learner.words["certificate-blank"])[:30])
    expect(sheet(learner)).to_be_visible()
    for module in PROGRAMME.published:
        has_title(learner, module)
    boxes = learner.page.locator("[data-module] rect")
    expect(boxes).to_have_count(len(PROGRAMME.published))
    for label in ("name", "trainer", "signature", "signed"):
        expect(sheet(learner)).to_contain_text(learner.words[f"certificate-{label}"])
    expect(learner.page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(field(learner)).to_be_hidden()
    assert pages_of(learner) == 1


OUTSIDE = """(margin) => {
    const sheet = document.querySelector("[data-part=sheet]");
    const shown = [...sheet.querySelectorAll("text")].filter((one) => one.getBoundingClientRect().width);
    const box = sheet.getBoundingClientRect();
    const scale = 2100 / box.width;
    const places = shown.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const [x, y] = [(v) => (v - box.left) * scale, (v) => (v - box.top) * scale];
        return { text: one.textContent.trim(), left: x(left), right: x(right), top: y(top), bottom: y(bottom) };
    });
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > margin;
    return [
        ...places.filter(({ left, right, top, bottom }) => left < 140 || right > 1960 || top < 140 || bottom > 2830)
            .map(({ text }) => `outside: ${text}`),
        ...places.flatMap((a, i) => places.slice(i + 1).filter((b) => over(a, b)).map((b) => `${a.text} / ${b.text}`)),
    ];
}"""
"""Texts that leave the frame, and pairs that overlap by more than their empty margins."""


@languages
@states
def test_no_text_leaves_the_frame_or_meets_another(
    learn: Learn, locale: str, passed: list[Module]
) -> None:
    learner = certified(learn, locale, passed, name=LONG) if passed else learn(locale, javascript=False)
    if not passed:
        learner.open("certificate")
    assert learner.page.evaluate(OUTSIDE, 16) == []


@pytest.fixture(scope="module")
def full_programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site of all modules of the programme."""
    built = write_full_programme(tmp_path_factory.mktemp("full")).build(SITE_URL="https://learn.test/")
    assert built.code == 0, built.output
    return built.site


@pytest.fixture
def published(learn: Learn, serve: Any, full_programme: Path) -> Any:
    """Opens the certificate of somebody who has passed every module of a published site's copy."""
    site = serve(full_programme)
    record = json.dumps(record_of([module.slug for module in PROGRAMME.modules], LONG))

    def open_(locale: str, **how: Any) -> Learner:
        learner = learn(
            locale, site=site, before=f"localStorage.setItem('handbook:/', {record});", **how
        )
        learner.open("certificate")
        return learner

    return open_


@languages
@pytest.mark.parametrize("javascript", [True, False])
def test_nineteen_modules_fit(published: Any, locale: str, javascript: bool) -> None:
    learner = published(locale, javascript=javascript)
    if javascript:
        is_ready(learner)
    assert len(PROGRAMME.modules) == 19
    for module in PROGRAMME.modules:
        has_title(learner, module)
    assert learner.page.evaluate(OUTSIDE, 16) == []
    assert pages_of(learner) == 1


def test_a_copy_makes_codes_that_lead_to_the_published_site(published: Any) -> None:
    learner = published("fr")
    is_ready(learner)
    page: Page = learner.page
    page.set_viewport_size({"width": 1000, "height": 900})
    assert code_in(sheet(learner).screenshot()).startswith("https://learn.test/fr/verify/#f=1&k=full&")
    expect(sheet(learner)).to_contain_text("learn.test/fr/verify")
