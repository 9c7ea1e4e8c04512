"""Languages that are written in another way than ours: without spaces, with other digits, from the right."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.fonts import Family, families_of
from handbook.glossary import read_glossary, sort_key
from handbook.pages.numbers import missing_numbers, numbers_of
from handbook.paper.press import with_families
from handbook.problem import Problems
from handbook.rules.letters import hidden_signs
from handbook.rules.untranslated import untranslated
from handbook.search.fold import words_of
from handbook.site.lettering import Lettering
from handbook.writing import direction_of
from small_book import PROJECT, SmallBook

BOLD = PROJECT / "overrides/fonts/NotoSans-Bold.ttf"
GLOSSARY = """
terms:
  - id: password
    lo:
      term: ລະຫັດ
      definition: ຄຳລັບ.
"""


def test_each_language_is_written_from_its_side() -> None:
    assert [direction_of(locale) for locale in ("vi", "lo", "ar", "fa")] == ["ltr", "ltr", "rtl", "rtl"]


def test_letters_without_spaces_are_searched_two_by_two() -> None:
    assert words_of("Mật khẩu 24 ລະຫັດ.") == ["mật", "khẩu", "24", "ລະ", "ະຫັ", "ຫັດ"]
    assert words_of("ទឹក ក") == ["ទឹក", "ក"], "a letter alone stays a word"


def test_a_sign_of_no_width_between_words_changes_no_search() -> None:
    assert words_of("ລະຫັດ\u200bຜ່ານ") == words_of("ລະຫັດຜ່ານ")


@pytest.mark.parametrize("text", ["ຢ່າ\u200bໃຊ້", "می\u200cخواهم", "ක්\u200dර"])
def test_signs_without_a_shape_are_right_where_a_script_needs_them(text: str) -> None:
    assert list(hidden_signs(text, "lo")) == []


@pytest.mark.parametrize("text", ["mật\u200bkhẩu", "ha\u200clo", "a\u200db", "ຢ່າ\u202eໃຊ້"])
def test_elsewhere_they_are_told(text: str) -> None:
    assert [found.code for found in hidden_signs(text, "vi")] == ["hidden-sign"]


def test_a_term_is_found_between_letters_and_never_without_its_marks() -> None:
    glossary = read_glossary(GLOSSARY, ("lo",), Problems())
    assert glossary.uses("ຢ່າບອກລະຫັດຂອງທ່ານ", "lo") == [(6, 11, "password")]
    assert glossary.uses("ລະຫັດ່", "lo") == [], "another mark makes another word"


def test_terms_of_another_alphabet_are_sorted_by_it() -> None:
    assert sorted(["ຮ", "ກາ", "ຂ"], key=sort_key) == ["ກາ", "ຂ", "ຮ"]


def test_digits_of_other_scripts_are_numbers() -> None:
    lao, english = (
        numbers_of("ໂທ ໑໕໖ ພາຍໃນ ໒໔ ຊົ່ວໂມງ", "lo"),
        numbers_of("Call 156 within 24 hours", "en"),
    )
    assert [number.value for number in lao] == ["156", "24"]
    assert lao[0].raw == "໑໕໖"
    assert missing_numbers(lao, english, "", "en") == []


def test_vietnamese_is_told_from_languages_that_do_not_use_its_letters() -> None:
    text = "trong nhà được mở cửa"
    assert [found.code for found in untranslated(text, "en")] == ["vietnamese-left"]
    assert list(untranslated(text, "ro")) == [], "nobody has looked whether Romanian can be told from it"


def test_a_country_is_known_by_its_words(book: SmallBook) -> None:
    for locale in ("vi", "fr", "en"):
        path = f"docs/data/strings/{locale}.yml"
        book.write(path, book.read(path) + "country-la: La\nfacts-la: La\n")
    book.change("docs/data/facts.yml", "country: vn", "country: la")
    book.change("docs/en/locks/door.md", "Text with", "/// local | la\nLock.\n///\nText with")
    assert book.messages() == []
    book.change("docs/data/facts.yml", "country: la", "country: lo")
    assert book.messages() == [
        "docs/data/facts.yml:3:14: 'lo' is not possible here — use one of: eu, fr, gb, la, vn, world"
    ]


def test_an_added_family_stands_behind_our_own(tmp_path: Path) -> None:
    folder = tmp_path / "docs/data/fonts"
    folder.mkdir(parents=True)
    for name in ("Lao-Regular.ttf", "Lao-Bold.ttf", "Only-Regular.ttf", "notes.txt"):
        (folder / name).touch()
    ours, lao, only = families_of(tmp_path)
    assert (ours.name, lao.bold.name, only.bold.name) == ("Handbook", "Lao-Bold.ttf", "Only-Regular.ttf")
    style = with_families('html { font: 11pt "Handbook"; }', (ours, lao))
    assert style.endswith('html { font: 11pt "Handbook", "Handbook 2"; }')
    assert "src: url(added:Lao-Bold.ttf)" in style


def test_without_an_added_family_a_style_stays_as_it_is() -> None:
    ours: tuple[Family, ...] = families_of(PROJECT)
    style = (PROJECT / "hooks/handbook/paper/style/paper.css").read_text(encoding="utf-8")
    assert with_families(style, ours) == style


def test_a_picture_knows_which_letters_it_can_draw() -> None:
    lettering = Lettering((BOLD,), 24)
    assert lettering.has("Bảy ngày, sept jours ✓")
    assert lettering.has("bảy\u200bngày"), "a place to break a line is no letter"
    assert not lettering.has("ເຈັດ")
