import unicodedata

import pytest

from handbook.language import has_vietnamese, vietnamese_left
from small_book import SmallBook
from told import Case, cases_of, check

ALLOWED = [
    "",
    "La personne dit son nom.",
    "Hoa vend du poisson au marché de Suối Mây.",
    "Mr Bình of Suối Mây has an account at Hạt Gạo.",
    "Bình, Chuồn Chuồn, Hòa et Thúy se taisent.",
    "Hạt Gạo",
    "Suối Mây là où tout commence.",
    "A bowl of phở, then home.",
    "The button says “Khóa truy cập”.",
    "Le bouton « đăng nhập » est à droite.",
    "Look for **căn cước công dân** on the card.",
    "Type `mật khẩu` there.",
    "It costs 300.000 đ here and 1.000.000 đồng there.",
    "Dès l’été, où, à côté, là, tôt, né : ça gêne.",
    "José cooked paella, Márquez ate.",
    "{{ fact báo-cáo }} and {{ fact đường-dây }}",
]
LEFT = {
    "Đọc mã, rồi gọi ngân hàng để hỏi lại": "Đọc",
    "Une khóa, c’est mật": "khóa",
    "Never read out mã dùng một lần.": "mã",
    "Hoa đang dọn hàng.": "đang",
    "“Em ở Ngân hàng Hạt Gạo, chị đọc giúp em mã vừa gửi”": "ở",
    "Suối Mây: nhà nhà cẩn thận.": "nhà",
    "Call first. Không đọc mã cho ai.": "Không",
    "Một khóa": "Một",
    "The app (mật khẩu) asks.": "mật",
    "Two: đúng, sai, đúng": "đúng",
    "Read it, thêm người là thêm rủi ro": "thêm",
    "Elle est là đang dọn hàng": "đang",
}


@pytest.mark.parametrize("text", ALLOWED)
def test_names_sums_single_words_and_quoted_terms_may_stand_in_a_translation(text: str) -> None:
    assert vietnamese_left(text) is None
    assert vietnamese_left(unicodedata.normalize("NFD", text)) is None


@pytest.mark.parametrize(("text", "word"), LEFT.items())
def test_vietnamese_that_was_not_translated_is_found_where_it_begins(text: str, word: str) -> None:
    assert vietnamese_left(text) == text.index(word)
    apart = unicodedata.normalize("NFD", text)
    assert vietnamese_left(apart) == apart.index(unicodedata.normalize("NFD", word))


def test_a_single_word_is_enough_where_more_is_known_of_the_text() -> None:
    assert has_vietnamese("Không nên")
    assert has_vietnamese("Ba cửa")
    assert not has_vietnamese("Suối Mây")
    assert not has_vietnamese("là où tout commence")


@cases_of("untranslated")
def test_what_was_not_translated_is_told_word_for_word(book: SmallBook, case: Case) -> None:
    check(book, case)
