"""What readers see of a page that is not translated, behind its source, or translated by a machine."""

from __future__ import annotations

import html as html_of
import re

import pytest

from handbook.pages.stamp import digests_of
from handbook.pages.translation import front_matter_line
from small_book import Built, SmallBook, page

GITHUB = {"REPO_URL": "https://github.com/example/book"}
DOOR = """Lead.

## Two locks {#two-locks}

Text.

/// happened | If it happened {#happened}
Call.
///
"""


def door(book: SmallBook) -> None:
    """A page of three parts in each language."""
    for locale, title in {"vi": "Cánh cửa", "fr": "La porte", "en": "The door"}.items():
        book.write(f"docs/{locale}/locks/door.md", page(title, DOOR))


def stamp(book: SmallBook, locale: str, key: str, by: str = "human", reviewed: str = "") -> None:
    """Say on the translation that it translates the source as it is now."""
    source = book.load()[0].pages[("vi", key)]
    line = front_matter_line(digests_of(source), by, reviewed)
    book.change(f"docs/{locale}/{key}.md", "updated:", f"{line}\nupdated:")


def built(book: SmallBook, **environment: str) -> Built:
    done = book.build(**(environment or GITHUB))
    assert done.code == 0, done.output
    return done


def banner(html: str) -> str:
    """The words of the banner, links as `[words](address)`; empty without one."""
    found = re.search(r'<aside class="banner".*?</aside>', html, re.DOTALL)
    text = re.sub(r"<svg.*?</svg>", "", found[0] if found else "", flags=re.DOTALL)
    text = re.sub(r'<a href="([^"]+)"[^>]*>(.*?)</a>', r"[\2](\1)", text)
    return html_of.unescape(" ".join(re.sub(r"<[^>]+>", " ", text).split())).replace("\u00a0", " ")


def footer(html: str) -> dict[str, str]:
    """Links of the foot by their words."""
    foot = html[html.index('<footer class="bottom"') :]
    return {words: href for href, words in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', foot)}


def test_a_translated_page_has_no_banner_and_can_be_edited(book: SmallBook) -> None:
    site = built(book)
    assert banner(site.html("fr/locks/door")) == ""
    editor = "https://github.com/example/book/edit/main/docs"
    assert footer(site.html("locks/door"))["Sửa trang này"] == f"{editor}/vi/locks/door.md"
    assert footer(site.html("fr/locks/door"))["Modifier cette page"] == f"{editor}/fr/locks/door.md"
    assert footer(site.html("en"))["Edit this page"] == f"{editor}/en/index.md"
    assert "Edit this page" not in footer((site.site / "en/404.html").read_text(encoding="utf-8"))


def test_a_missing_translation_is_told_in_the_readers_language_with_the_way_to_write_it(
    book: SmallBook,
) -> None:
    book.remove("docs/fr/locks/door.md")
    book.remove("docs/en/locks/index.md")
    site = built(book)
    new = "https://github.com/example/book/new/main?filename=docs"
    french, english = site.html("fr/locks/door"), site.html("en/locks")
    assert banner(french) == (
        "Cette page n’est pas encore traduite. Voici le texte en vietnamien. "
        f"[Traduire cette page]({new}/fr/locks/door.md)"
    )
    assert banner(english) == (
        "This page isn’t translated yet. Here is the Vietnamese text. "
        f"[Translate this page]({new}/en/locks/index.md)"
    )
    assert footer(french)["Traduire cette page"] == f"{new}/fr/locks/door.md"
    assert "Modifier cette page" not in footer(french)
    assert "edit/main" not in french


def test_where_the_host_opens_no_new_file_its_nearest_folder_is_shown(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    for page_of_locks in ("index", "door", "quiz"):
        book.remove(f"docs/en/locks/{page_of_locks}.md")
    site = built(book, REPO_URL="https://forge.example/team/book.git/")
    folder = "https://forge.example/team/book/tree/main/docs"
    assert footer(site.html("fr/locks/door"))["Traduire cette page"] == f"{folder}/fr/locks"
    assert footer(site.html("en/locks/door"))["Translate this page"] == f"{folder}/en"
    assert footer(site.html("fr/locks"))["Modifier cette page"] == f"{folder}/fr/locks"


def test_a_handbook_without_a_repository_shows_no_way_to_one(book: SmallBook) -> None:
    book.remove("docs/fr/locks/door.md")
    html = built(book, REPO_URL="").html("fr/locks/door")
    assert banner(html) == "Cette page n’est pas encore traduite. Voici le texte en vietnamien."
    assert list(footer(html)) == ["Vos données", "Signaler une erreur"]


def test_a_chat_that_is_sent_an_untranslated_page_shows_the_page_in_the_source_language(
    book: SmallBook,
) -> None:
    book.remove("docs/fr/locks/door.md")
    site = built(book)
    preview = re.compile(r'<(?:meta property="og:|meta name="description|title|link rel="canonical).*')
    french = [line.replace(' lang="vi"', "") for line in preview.findall(site.html("fr/locks/door"))]
    assert french == preview.findall(site.html("locks/door"))
    assert '<title lang="vi">Cánh cửa – Bình dân học vụ số</title>' in site.html("fr/locks/door")


def test_the_questions_of_an_untranslated_page_speak_the_readers_language(book: SmallBook) -> None:
    book.remove("docs/fr/locks/quiz.md")
    book.remove("docs/fr/locks/door.md")
    book.change("docs/vi/locks/quiz.md", "Text.", "Mã 123 456.")
    html = built(book).html("fr/locks/quiz")
    assert banner(html).startswith(
        "Cette page n’est pas encore traduite. Voici le texte en vietnamien. "
        "Les questions sont en français. [Traduire"
    )
    assert re.search(
        r'<form class="quiz" lang="fr" data-quiz="[./]+assets/quiz/locks\.fr\.\w+\.js"', html
    )
    assert "Quelle porte est la plus sûre\u202f?" in html
    assert "Mã 123 456." in html
    assert '<p class="see">À relire\u00a0: <a href="../door/#two-locks" lang="vi">' in html


def test_words_in_another_language_than_their_page_say_so(book: SmallBook) -> None:
    for key in ("index", "door"):
        book.remove(f"docs/fr/locks/{key}.md")
    site = built(book)
    foreign = re.compile(r'lang="vi"[^>]*>([^<\n]+)<')
    vietnamese = ["Tiếng Việt", "Đọc tiếp bằng tiếng Việt"]
    assert foreign.findall(site.html("fr")) == [*vietnamese, "Ổ khóa."]
    assert foreign.findall(site.html("fr/modules")) == [*vietnamese, "Ổ khóa."]
    assert foreign.findall(site.html("fr/locks/quiz")) == [
        *vietnamese,
        "Cánh cửa",
        "Cánh cửa",
        "Cánh cửa",
    ]
    untranslated = site.html("fr/locks")
    assert '<article lang="vi">' in untranslated
    assert '<a href="door/" lang="vi">Cánh cửa</a>' in untranslated
    assert '<a href="quiz/">Quiz</a>' in untranslated
    assert '<span lang="vi">Cánh cửa</span>' in untranslated


def test_a_home_page_without_translation_keeps_the_ways_in_in_the_readers_language(
    book: SmallBook,
) -> None:
    book.remove("docs/fr/index.md")
    html = built(book).html("fr")
    article = html[html.index("<article") : html.index("</article>")]
    assert article.startswith('<article lang="vi">')
    assert '<p class="ways-in" lang="fr">' in article


def test_a_page_that_was_translated_from_the_present_text_has_no_banner(book: SmallBook) -> None:
    door(book)
    stamp(book, "fr", "locks/door")
    stamp(book, "en", "locks/door", by="machine", reviewed="2026-11-22")
    site = built(book)
    assert 'class="banner"' not in site.html("fr/locks/door")
    assert 'class="banner"' not in site.html("en/locks/door")


def test_a_page_without_a_stamp_has_no_banner(book: SmallBook) -> None:
    door(book)
    assert 'class="banner"' not in built(book).html("fr/locks/door")


def test_parts_behind_the_source_are_named_in_the_banner_and_marked_in_the_text(
    book: SmallBook,
) -> None:
    door(book)
    stamp(book, "fr", "locks/door")
    stamp(book, "en", "locks/door")
    book.change("docs/vi/locks/door.md", "Text.", "Chữ mới.")
    site = built(book)
    edit = "https://github.com/example/book/edit/main/docs"
    assert banner(site.html("fr/locks/door")) == (
        "La page vietnamienne est plus récente. Ce qui a peut-être changé [Two locks](#two-locks) "
        "[Lire la page vietnamienne](../../../locks/door/) "
        f"[Mettre à jour cette traduction]({edit}/fr/locks/door.md)"
    )
    english = site.html("en/locks/door")
    assert banner(english) == (
        "The Vietnamese page is newer. What may be out of date [Two locks](#two-locks) "
        "[Read the Vietnamese page](../../../locks/door/) "
        f"[Update this translation]({edit}/en/locks/door.md)"
    )
    assert (
        '<h2 id="two-locks">Two locks</h2>\n<p class="banner">'
        '<a href="../../../locks/door/#two-locks">This part is newer in Vietnamese</a></p>'
    ) in english
    assert english.count('<p class="banner">') == 1
    assert "banner" not in site.html("locks/door")


def test_the_beginning_a_new_part_and_a_part_that_went_are_named_too(book: SmallBook) -> None:
    door(book)
    book.change("quizzes/locks.yml", "#two-locks", "#happened")
    stamp(book, "en", "locks/door")
    text = book.read("docs/vi/locks/door.md").replace("Lead.", "Mở đầu.").replace("title: ", "title: A ")
    book.write(
        "docs/vi/locks/door.md", text.replace("Two locks {#two-locks}", "Ba ổ khóa {#three-locks}")
    )
    html = built(book).html("en/locks/door")
    assert (
        "What may be out of date [The beginning of the page](#content) "
        "[Ba ổ khóa](../../../locks/door/#three-locks) [Two locks](#two-locks) [Read"
    ) in banner(html)
    assert '<a href="../../../locks/door/#three-locks" lang="vi">Ba ổ khóa</a>' in html


def test_a_part_that_went_from_both_pages_is_no_readers_matter(book: SmallBook) -> None:
    door(book)
    book.change("quizzes/locks.yml", "#two-locks", "#happened")
    stamp(book, "en", "locks/door")
    for locale in ("vi", "en"):
        book.change(f"docs/{locale}/locks/door.md", "## Two locks {#two-locks}\n\nText.\n\n", "")
    assert 'class="banner"' not in built(book).html("en/locks/door")


def test_what_to_do_after_a_fraud_leads_to_the_numbers_when_it_may_be_out_of_date(
    book: SmallBook,
) -> None:
    door(book)
    stamp(book, "fr", "locks/door")
    book.change("docs/vi/locks/door.md", "Call.", "Gọi ngay.")
    assert (
        '<p class="banner"><a href="../../../locks/door/#happened">'
        "Cette partie est plus récente en vietnamien</a> Besoin d’aide maintenant\u202f? "
        "Les numéros sont les mêmes dans toutes les langues\u00a0: "
        '<a href="../../help/">Je viens de me faire arnaquer</a></p>'
    ) in built(book).html("fr/locks/door")


@pytest.mark.parametrize("reviewed", ["", "2026-11-22"])
def test_a_machines_translation_says_so_until_somebody_has_read_it(
    book: SmallBook, reviewed: str
) -> None:
    door(book)
    stamp(book, "en", "locks/door", by="machine", reviewed=reviewed)
    html = built(book).html("en/locks/door")
    if reviewed:
        assert 'class="banner"' not in html
        return
    assert banner(html) == (
        "A machine translated this page and nobody has checked it yet. "
        "If in doubt, trust the Vietnamese page. "
        "[Read the Vietnamese page](../../../locks/door/) "
        "[Check this translation](https://github.com/example/book/edit/main/docs/en/locks/door.md)"
    )
    assert (
        '<h2 id="happened">If it happened</h2>\n<p class="banner">Need help now? '
        "The numbers are the same in every language: "
        '<a href="../../help/">I have just been scammed</a></p>'
    ) in html
    assert html.count('<p class="banner">') == 1


def test_a_machines_translation_that_is_behind_says_both(book: SmallBook) -> None:
    door(book)
    stamp(book, "fr", "locks/door", by="machine")
    book.change("docs/vi/locks/door.md", "Text.", "Chữ mới.")
    assert banner(built(book, REPO_URL="").html("fr/locks/door")) == (
        "Une machine a traduit cette page et personne ne l’a encore relue. "
        "En cas de doute, fiez-vous à la page vietnamienne. La page vietnamienne est plus récente. "
        "Ce qui a peut-être changé [Two locks](#two-locks) "
        "[Lire la page vietnamienne](../../../locks/door/)"
    )
