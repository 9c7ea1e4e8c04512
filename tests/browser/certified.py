"""Learners who have passed modules, and what they see of the certificate."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, expect

from browser.conftest import Learn
from browser.course import BOOK
from browser.learner import Finger, Keyboard, Learner
from handbook.programme import Module

PROGRAMME = BOOK.programme
COMPULSORY = [module for module in PROGRAMME.published if module.kind == "compulsory"]
OPTIONAL = [module for module in PROGRAMME.published if module.kind == "optional"]
ALL = [*COMPULSORY, *OPTIONAL[: PROGRAMME.optional_needed]]
"""Modules that complete the programme."""
NAME = "Nguyễn Thị Thanh Hương"
LONG = "Nguyễn Trần Hoàng Thị Thanh Hương Quỳnh Phượng Nguyệt Minh M"
states = pytest.mark.parametrize("passed", [[], COMPULSORY, ALL], ids=["nothing", "basics", "full"])
ZALO = (
    "Mozilla/5.0 (Linux; Android 11; wv) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Zalo android"
)


def record_of(passed: Sequence[str], name: str = "") -> str:
    """A record in which the modules were passed, one a day from 1 December 2026, with 80 %, 81 % …"""
    modules = {
        slug: {"best": min(80 + n, 100), "passed": f"2026-12-{n + 1:02}"}
        for n, slug in enumerate(passed)
    }
    profile = {"attempts": {}, "days": {}, "modules": modules, **({"name": name} if name else {})}
    return json.dumps({"v": 2, "me": "one", "profiles": {"one": profile}})


def certified(
    learn: Learn,
    locale: str,
    passed: Sequence[Module] = ALL,
    hand: type[Finger | Keyboard] = Finger,
    *,
    name: str = NAME,
    before: str = "",
    **how: object,
) -> Learner:
    """A learner on the page of the certificate who has passed these modules. `before`: run first."""
    record = json.dumps(record_of([module.slug for module in passed], name))
    store = (
        f"localStorage.getItem('handbook:/pde/') ?? localStorage.setItem('handbook:/pde/', {record});"
    )
    learner = learn(locale, hand, before=store + before, **how)
    learner.open("certificate")
    is_ready(learner)
    return learner


def is_ready(learner: Learner) -> None:
    """The script has said all that it has to say."""
    page = learner.page
    expect(page.locator("[data-part=save]:visible, [data-part=missing]:visible").first).to_be_visible()
    if sheet(learner).is_visible():
        expect(button(learner, "save")).to_be_visible()


def sheet(learner: Learner) -> Locator:
    """The A4 on the page."""
    return learner.page.get_by_role("group", name=learner.words["certificate-title"], exact=True)


def button(learner: Learner, name: str) -> Locator:
    return learner.button(f"certificate-{name}")


def kind(learner: Learner, name: str) -> str:
    """The words for "full" or "basics"."""
    return learner.words.fill(f"certificate-{name}", n=len(COMPULSORY))


def field(learner: Learner) -> Locator:
    return learner.page.get_by_label(learner.words["certificate-your-name"])


def code_in(picture: bytes) -> str:
    """What the one QR code of a picture says."""
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return str(found.text)


def claimed(learner: Learner, passed: Sequence[Module], name: str) -> str:
    """The address that the code of a certificate should hold (see record_of)."""
    ordered = [(module, n) for n, module in enumerate(passed)]
    ordered.sort(key=lambda one: PROGRAMME.modules.index(one[0]))
    told = "-".join(f"{module.code}.{80 + n}" for module, n in ordered)
    day = f"2026-12-{len(passed):02}"
    return f"{learner.address('verify')}#f=1&k={name}&v={PROGRAMME.version}&d={day}&m={told}"


def pages_of(learner: Learner) -> int:
    """How many sheets of paper the page takes."""
    printed = learner.page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def words_of(text: str) -> str:
    """A text on one line, spaces of any kind alike."""
    return " ".join(text.split())


def has_title(learner: Learner, module: Module) -> None:
    """The sheet names a module."""
    text = words_of(sheet(learner).text_content() or "")
    assert words_of(module.title[learner.locale]) in text, module.slug
