"""A handbook in Lao, made from this repository: it is learned with and searched as any other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Learn, Serve, Shipped
from fork_book import Fork
from handbook.search.fold import words_of
from small_book import Built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The handbook of tests/fork/."""
    built = Fork(tmp_path_factory.mktemp("fork")).build()
    assert built.code == 0, built.output
    return built


@pytest.fixture
def page(built: Built, learn: Learn, serve: Serve) -> Page:
    """A small telephone on its home page."""
    page: Page = learn("lo").page
    page.goto(serve(built.site))
    return page


def test_its_quiz_is_answered_and_passed(page: Page) -> None:
    page.goto(f"{page.url}passwords/quiz/")
    expect(page.get_by_role("status").first).to_have_text("ຕອບແລ້ວ 0 ໃນ 2 ຂໍ້")
    for number, answer in ((1, "ສາມຄຳທີ່ຕ່າງກັນ"), (2, "ຜິດ")):
        item = page.get_by_role("listitem").filter(has_text=f"ຄຳຖາມ {number}")
        item.get_by_role("radio", name=answer, exact=True).tap()
        item.get_by_role("button", name="ກວດຄຳຕອບ").tap()
        expect(item.get_by_text("✓ ຖືກຕ້ອງ", exact=True)).to_be_visible()
    expect(page.get_by_text("ທ່ານຜ່ານບົດຮຽນນີ້ແລ້ວ.")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ລະຫັດຜ່ານ", "ລະຫັດຜ່ານທີ່ແຂງແຮງ"),
        ("ດຽວກັນ", "ລະຫັດຜ່ານທີ່ແຂງແຮງ"),  # in the middle of a line without spaces
        ("ແຂງແຮງກວ", "ລະຫັດຜ່ານທີ່ແຂງແຮງ"),  # still being typed
        ("ບົດຮຽນທັງ\u200bໝົດ", "ບົດຮຽນທັງໝົດ"),
    ],
)
def test_a_search_finds_letters_inside_a_line_without_spaces(page: Page, typed: str, first: str) -> None:
    page.goto(f"{page.url}search/")
    page.get_by_role("searchbox").fill(typed)
    found = page.locator(".found li")
    expect(found.first.get_by_role("link")).to_have_text(first)
    expect(found.first.locator("mark").first).to_be_visible()


def test_what_stands_nowhere_is_not_found(page: Page) -> None:
    page.goto(f"{page.url}search/")
    page.get_by_role("searchbox").fill("ຟຣີ")
    expect(page.get_by_role("status")).to_have_text("ບໍ່ພົບຫຍັງ.")


def test_a_line_without_spaces_stays_on_a_small_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for address in ("passwords/strong/", "passwords/quiz/"):
        page.goto(f"{page.url.split('passwords/')[0]}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, address


@pytest.mark.parametrize(
    "text",
    [
        "Mật khẩu, sécurité 24",
        "ລະຫັດຜ່ານ VNeID ໒໔ ສຳລັບ",
        "ລະຫັດ\u200bຜ່ານ",
        "ពាក្យសម្ងាត់ ខ្មែរ។",
        "รหัสผ่านที่ดี น้ำ",
        "စကားဝှက်",
        "密码 パスワード",
    ],
)
def test_what_is_typed_is_cut_as_the_index_is(shipped: Shipped, text: str) -> None:
    cut = "async ([folder, text]) => (await import(`${folder}/search/engine.js`)).wordsOf(text)"
    assert shipped(cut, text) == words_of(text)


def test_pieces_of_a_text_are_the_whole_text(shipped: Shipped) -> None:
    text = "ໂທ 0000, ສຳລັບທຸກຄົນ: “ok” ່ …"
    cut = "async ([folder, text]) => (await import(`${folder}/search/engine.js`)).tokensOf(text)"
    assert "".join(shipped(cut, text)) == text
