from small_book import SmallBook


def test_a_small_book_is_built_in_three_languages(book: SmallBook) -> None:
    built = book.build()
    assert built.code == 0, built.output
    assert "Ổ khóa" in built.html("locks")
    assert "Les serrures" in built.html("fr/locks")
    assert "Locks" in built.html("en/locks")


def test_a_small_book_has_no_mistakes(book: SmallBook) -> None:
    assert book.messages() == []
