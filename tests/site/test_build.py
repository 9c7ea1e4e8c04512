"""What a real build puts where."""

from __future__ import annotations

import re

import pytest

from small_book import LANGUAGES, SmallBook


def test_addresses_are_the_same_in_every_language_with_vietnamese_at_the_root(book: SmallBook) -> None:
    built = book.build()
    for folder in ("", "fr/", "en/"):
        for address in ("", "about/", "locks/", "locks/door/", "locks/quiz/"):
            assert built.has(f"{folder}{address}index.html")


@pytest.mark.parametrize(
    ("address", "locale", "canonical"),
    [
        ("locks/door", "vi", "https://handbook.example/locks/door/"),
        ("fr/locks/door", "fr", "https://handbook.example/fr/locks/door/"),
        ("en", "en", "https://handbook.example/en/"),
    ],
)
def test_a_page_names_its_language_and_its_absolute_address(
    book: SmallBook, address: str, locale: str, canonical: str
) -> None:
    html = book.build().html(address)
    assert f'<html lang="{locale}" ' in html
    assert f'<link rel="canonical" href="{canonical}">' in html


def test_a_page_names_its_translations_absolutely(book: SmallBook) -> None:
    html = book.build().html("fr/locks/door")
    alternates = re.findall(r'rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', html)
    assert alternates == [
        ("vi", "https://handbook.example/locks/door/"),
        ("x-default", "https://handbook.example/locks/door/"),
        ("fr", "https://handbook.example/fr/locks/door/"),
        ("en", "https://handbook.example/en/locks/door/"),
    ]


def test_an_untranslated_page_shows_the_source_and_says_so(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    built = book.build()
    html = built.html("fr/locks/door")
    assert built.code == 0, built.output
    assert '<html lang="fr" ' in html
    assert '<article lang="vi">' in html
    assert "Cette page n’est pas encore traduite." in html
    assert '<link rel="canonical" href="https://handbook.example/locks/door/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'hreflang="fr" href="https://handbook.example/fr/locks/door/"' not in built.html("locks/door")
    assert "https://handbook.example/fr/locks/door/" not in (built.site / "sitemap.xml").read_text()


def test_the_address_comes_from_one_place(book: SmallBook) -> None:
    built = book.build(
        SITE_URL="https://tinh.example/sach/",
        CONTACT="lop@tinh.example",
        REPO_URL="https://kho.example/",
    )
    html = built.html("fr")
    assert '<link rel="canonical" href="https://tinh.example/sach/fr/">' in html
    assert "mailto:lop@tinh.example" in html
    assert 'href="https://kho.example/"' in html
    assert "handbook.example" not in html
    assert 'href="/sach/en/"' in (built.site / "en/404.html").read_text()


@pytest.mark.parametrize(
    ("path", "locale", "words"),
    [
        ("404.html", "vi", "Không có trang này"),
        ("fr/404.html", "fr", "Cette page n’existe pas"),
        ("en/404.html", "en", "This page doesn’t exist"),
    ],
)
def test_the_404_page_speaks_the_language_of_its_tree(
    book: SmallBook, path: str, locale: str, words: str
) -> None:
    html = (book.build().site / path).read_text(encoding="utf-8")
    assert f'<html lang="{locale}" ' in html
    assert f"<h1>{words}</h1>" in html
    assert all(f'<section lang="{other}">' in html for other in LANGUAGES)


def test_vietnamese_also_answers_under_its_own_folder(book: SmallBook) -> None:
    html = book.build().html("vi/locks/door")
    assert 'content="0; url=../../../locks/door/"' in html
    assert '<link rel="canonical" href="https://handbook.example/locks/door/">' in html


def test_an_old_address_leads_to_the_page_of_now_in_every_language(book: SmallBook) -> None:
    book.write("docs/data/moved.yml", "moved:\n  old/gate: locks/door\n")
    built = book.build()
    assert built.code == 0, built.output
    for folder, locale in (("", "vi"), ("fr/", "fr"), ("en/", "en")):
        html = built.html(f"{folder}old/gate")
        assert 'content="0; url=../../locks/door/"' in html
        assert f'<link rel="canonical" href="https://handbook.example/{folder}locks/door/">' in html
        assert f'<html lang="{locale}">' in html
    assert 'content="0; url=../../../locks/door/"' in built.html("vi/old/gate")
    assert "old/gate" not in (built.site / "sitemap.xml").read_text()


def test_a_draft_is_shown_nowhere(book: SmallBook) -> None:
    book.change("docs/data/programme.yml", "pages: [door, quiz]", "draft: true")
    built = book.build()
    assert built.code == 0, built.output
    assert not built.has("locks")
    assert not built.has("fr/locks")
    assert "Ổ khóa" not in built.html("")
    assert "locks" not in (built.site / "sitemap.xml").read_text()


def test_data_files_are_not_published(book: SmallBook) -> None:
    assert not list(book.build().site.rglob("*.yml"))


def test_the_quiz_is_compiled_for_each_language_with_a_hash_in_its_name(book: SmallBook) -> None:
    built = book.build()
    names = sorted(file.name for file in (built.site / "assets/quiz").glob("locks.*"))
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".HASH.", name) for name in names] == [
        "locks.en.HASH.js",
        "locks.fr.HASH.js",
        "locks.vi.HASH.js",
    ]
    assert f"../../../assets/quiz/{names[1]}" in built.html("fr/locks/quiz")


def test_a_page_asks_what_its_language_has_and_numbers_it_from_one(book: SmallBook) -> None:
    head, item = "items:\n", book.read("quizzes/locks.yml").removeprefix("items:\n")
    late = item.replace("first-key", "late").replace("key: b", "key: b\n    waiting: [fr]")
    kept = item.replace("first-key", "kept").replace("key: b", "key: b\n    reserve: booster")
    book.write("quizzes/locks.yml", head + late + kept + item)
    built = book.build()
    assert built.code == 0, built.output
    for folder, asked in (("", ["late", "first-key"]), ("fr/", ["first-key"])):
        html = built.html(f"{folder}locks/quiz")
        assert re.findall(r'id="q-([^"]+)"', html) == asked
        assert len(re.findall(r'class="item-number"', html)) == len(asked)
        compiled = next(built.site.glob(f"assets/quiz/locks.{folder[:2] or 'vi'}.*.js"))
        assert re.findall(r'"id":"([^"]+)"', compiled.read_text(encoding="utf-8")) == asked


def test_a_page_without_a_quiz_loads_no_quiz_script(book: SmallBook) -> None:
    built = book.build()
    assert "js/quiz/" not in built.html("locks/door")
    assert "js/quiz/" in built.html("locks/quiz")


def test_french_spaces_are_set_by_the_build(book: SmallBook) -> None:
    book.change("docs/fr/locks/door.md", "Text with", "Quelle porte ? « Celle-ci » : oui !")
    text = book.build().html("fr/locks/door")
    assert "Quelle porte\u202f? «\u00a0Celle-ci\u00a0»\u00a0: oui\u202f!" in text


def test_two_builds_are_identical_byte_for_byte(book: SmallBook) -> None:
    def content() -> dict[str, bytes]:
        site = book.build(SOURCE_DATE_EPOCH="1000000000").site
        return {str(f.relative_to(site)): f.read_bytes() for f in site.rglob("*") if f.is_file()}

    assert content() == content()
